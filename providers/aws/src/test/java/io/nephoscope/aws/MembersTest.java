package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import io.nephoscope.aws.sdk.AwsStub;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.inventory.gateway.Limits;
import io.nephoscope.inventory.gateway.Pace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation of AWS: the head office and a bank below the root, and below the bank a unit with a closed account. */
class MembersTest {
    private static final String ORGANIZATION = "AWSOrganizationsV20161128.";
    private static final Map<String, String> WORLD = Map.of(
            "ListRoots",
            "{\"Roots\":[{\"Id\":\"r-1\",\"Name\":\"Root\"}]}",
            "ListOrganizationalUnitsForParent r-1",
            "{\"OrganizationalUnits\":[{\"Id\":\"ou-1\",\"Name\":\"Bank/Trade\"}]}",
            "ListOrganizationalUnitsForParent ou-1",
            "{\"OrganizationalUnits\":[]}",
            "ListAccountsForParent r-1",
            "{\"Accounts\":[{\"Id\":\"123456789012\",\"Name\":\"head\",\"Status\":\"ACTIVE\"}]}",
            "ListAccountsForParent ou-1",
            "{\"Accounts\":[{\"Id\":\"222222222222\",\"Name\":\"ledger\",\"Status\":\"ACTIVE\"}],\"NextToken\":\"2\"}",
            "ListAccountsForParent ou-1 2",
            "{\"Accounts\":[{\"Id\":\"333333333333\",\"Name\":\"old\",\"Status\":\"SUSPENDED\"}]}");
    private static final String WHO = "<GetCallerIdentityResponse><GetCallerIdentityResult>"
            + "<Account>123456789012</Account><Arn>arn:aws-cn:iam::123456789012:user/ann</Arn>"
            + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

    private final AwsProvider provider = new AwsProvider();
    private final Gateway gateway = new Gateway(Limits.DEFAULT, Pace.REAL);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        gateway.close();
        provider.close();
    }

    private static AwsStub stub(Map<String, String> world) throws IOException {
        return new AwsStub(request -> answer(request, world));
    }

    private static void answer(HttpExchange request, Map<String, String> world) throws IOException {
        String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = String.valueOf(request.getRequestHeaders().getFirst("X-Amz-Target"));
        if (!target.startsWith(ORGANIZATION)) {
            AwsStub.answer(request, 200, "text/xml", WHO);
            return;
        }
        String asked = target.substring(ORGANIZATION.length()) + value(body, "ParentId") + value(body, "NextToken");
        String type = "application/x-amz-json-1.1";
        if (world.containsKey(asked)) {
            AwsStub.answer(request, 200, type, world.get(asked));
        } else {
            AwsStub.answer(request, 400, type, "{\"__type\":\"AccessDeniedException\",\"Message\":\"not you\"}");
        }
    }

    private static String value(String json, String field) {
        return json.contains(field) ? " " + json.replaceAll("(?s).*\"" + field + "\":\"([^\"]*)\".*", "$1") : "";
    }

    private Target target(AwsStub stub, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("endpoint-url", stub.endpoint().toString());
        return new Target(
                "aws",
                "Lakeside",
                "lakeside",
                List.of("cn-north-1"),
                settings,
                () -> Credentials.of(Map.of("access-key", "AKIDGIVEN", "secret-key", "a secret of ours")),
                folder);
    }

    @Test
    void eachAccountBecomesATargetBelowItsUnits() throws Exception {
        try (AwsStub stub = stub(WORLD)) {
            List<Target> members = provider.accounts(target(stub, Map.of("organization-role", "Audit")), gateway);

            assertThat(members)
                    .extracting(
                            Target::branch,
                            Target::label,
                            member -> member.setting("role-arn").orElse(""))
                    .containsExactly(
                            tuple("Lakeside", "lakeside/head (123456789012)", ""),
                            tuple(
                                    "Lakeside/Bank-Trade",
                                    "lakeside/ledger (222222222222)",
                                    "arn:aws-cn:iam::222222222222:role/Audit"),
                            tuple("Lakeside/Bank-Trade", "lakeside/old (333333333333)", ""));
            assertThat(stub.signers()).containsOnly("AKIDGIVEN");
        }
    }

    @Test
    void anAccountThatIsClosedIsToldAsSuchAndNotEntered() throws Exception {
        try (AwsStub stub = stub(WORLD)) {
            Target closed = provider.accounts(target(stub, Map.of("organization-role", "Audit")), gateway)
                    .get(2);

            assertThatThrownBy(() -> provider.connect(closed, gateway))
                    .isInstanceOfSatisfying(
                            TargetException.class,
                            error -> assertThat(error.isClosed()).isTrue())
                    .hasMessage("lakeside/old (333333333333): the account is closed (SUSPENDED), and not read.");
        }
    }

    @Test
    void aListThatIsRefusedIsToldWithThePermissionThatIsMissing() throws Exception {
        Map<String, String> world = new HashMap<>(WORLD);
        world.remove("ListAccountsForParent ou-1");
        try (AwsStub stub = stub(world)) {
            Target target = target(stub, Map.of("organization-role", "Audit"));

            assertThatThrownBy(() -> provider.accounts(target, gateway))
                    .isInstanceOf(TargetException.class)
                    .hasMessage("lakeside: the accounts of the organisation cannot be listed"
                            + " (organizations:ListAccountsForParent denied, AccessDeniedException: not you); grant"
                            + " organizations:ListAccountsForParent in the management account, or leave"
                            + " organization-role out.");
        }
    }

    @Test
    void aRoleOfTheTargetItselfIsTheWayToThoseOfItsMembers() throws Exception {
        Map<String, String> settings = Map.of("role-arn", "arn:aws-cn:iam::1:role/Head", "source-role-arn", "x");

        assertThat(AssumedRoles.of(new Target("aws", "", "a", List.of(), settings, folder)))
                .containsExactly("x", "arn:aws-cn:iam::1:role/Head");
        try (AwsStub stub = stub(WORLD)) {
            assertThat(provider.discovering(target(stub, Map.of("organization-role", "Audit"))))
                    .extracting(Operation::call)
                    .containsExactly(
                            "sts:AssumeRole",
                            "sts:GetCallerIdentity",
                            "organizations:ListRoots",
                            "organizations:ListOrganizationalUnitsForParent",
                            "organizations:ListAccountsForParent");
        }
    }

    @Test
    void withoutTheSettingATargetStandsForItself() throws Exception {
        try (AwsStub stub = stub(WORLD)) {
            Target target = target(stub, Map.of());

            assertThat(provider.accounts(target, gateway)).containsExactly(target);
            assertThat(provider.discovering(target)).isEmpty();
        }
    }

    @Test
    void anAuthorityFileThatIsNoneAndAProxyThatIsNoneAreRefused() throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "no certificate");
        try (AwsStub stub = stub(WORLD)) {
            assertThatThrownBy(() -> provider.connect(target(stub, Map.of("ca", "ca.pem")), gateway))
                    .isInstanceOf(TargetException.class)
                    .hasMessageStartingWith("lakeside: the file " + folder.resolve("ca.pem"));
            assertThatThrownBy(() -> provider.connect(target(stub, Map.of("proxy", "socks://x")), gateway))
                    .isInstanceOf(TargetException.class)
                    .hasMessage("lakeside: the setting proxy is not an address such as http://proxy.example:3128.");
        }
    }

    @Test
    void callsGoThroughTheProxy() throws Exception {
        try (AwsStub proxy = stub(WORLD);
                Connection connection = provider.connect(
                        new Target(
                                "aws",
                                "",
                                "a",
                                List.of("cn-north-1"),
                                Map.of("proxy", proxy.endpoint().toString(), "endpoint-url", "http://aws.invalid"),
                                () -> Credentials.of(Map.of("access-key", "AKIDGIVEN", "secret-key", "s")),
                                folder),
                        gateway)) {
            assertThat(connection.account().scope().account()).isEqualTo("123456789012");
            assertThat(proxy.signers()).containsExactly("AKIDGIVEN");
        }
    }

    @Test
    void credentialsThatLackAFieldAreToldOf() throws Exception {
        try (AwsStub stub = stub(WORLD)) {
            Target half = new Target(
                    "aws",
                    "",
                    "a",
                    List.of(),
                    Map.of("endpoint-url", stub.endpoint().toString()),
                    () -> Credentials.of(Map.of("access-key", "AKIDGIVEN")),
                    folder);

            assertThatThrownBy(() -> provider.connect(half, gateway))
                    .hasMessage("a: the credentials lack secret-key and hold access-key; add it where they are kept.");
        }
    }
}
