package io.nephoscope.aws;

import static io.nephoscope.aws.Services.ORGANIZATIONS;
import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsAccount;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Root;

/** The accounts of an organisation of AWS Organizations, each below its organisational units. */
final class Members {
    /** The setting by which a closed account says that it is one: no user sets it. */
    static final String CLOSED = "organization-account-status";

    /** More than Organizations allows, so that a tree that turns in a circle has an end. */
    private static final int DEEPEST = 16;

    private static final AwsCall<OrganizationsClient, Asked, ListRootsResponse> ROOTS = ORGANIZATIONS.read(
            "ListRoots", holding("Roots"), (client, asked) -> client.listRoots(list -> list.nextToken(asked.token())));

    private static final AwsCall<OrganizationsClient, Asked, ListOrganizationalUnitsForParentResponse> UNITS =
            ORGANIZATIONS.read(
                    "ListOrganizationalUnitsForParent",
                    holding("OrganizationalUnits"),
                    (client, asked) -> client.listOrganizationalUnitsForParent(
                            list -> list.parentId(asked.parent()).nextToken(asked.token())));

    private static final AwsCall<OrganizationsClient, Asked, ListAccountsForParentResponse> ACCOUNTS =
            ORGANIZATIONS.read(
                    "ListAccountsForParent",
                    holding("Accounts"),
                    (client, asked) -> client.listAccountsForParent(
                            list -> list.parentId(asked.parent()).nextToken(asked.token())));

    static final List<Operation> OPERATIONS = List.of(ROOTS.operation(), UNITS.operation(), ACCOUNTS.operation());

    private final Target target;
    private final Site caller;
    private final String role;
    private final List<Target> found = new ArrayList<>();

    private record Asked(String parent, @Nullable String token) {}

    private Members(Target target, Site caller, String role) {
        this.target = target;
        this.caller = caller;
        this.role = role;
    }

    /**
     * Lists them ({@code organizations:ListRoots}, {@code ListOrganizationalUnitsForParent}, {@code ListAccountsForParent}), of the
     * management account or of one to which Organizations delegates that.
     *
     * @param role the name of the role to assume in each but the caller's own
     * @throws TargetException where any list is not to be had: who knows whose accounts are missing
     */
    static List<Target> of(Target target, Site caller, String role) throws TargetException {
        Members members = new Members(target, caller, role);
        for (Root root : members.all(ROOTS, "", ListRootsResponse::roots, ListRootsResponse::nextToken)) {
            members.below(root.id(), List.of());
        }
        return members.found;
    }

    private void below(String parent, List<String> path) throws TargetException {
        for (Account account : all(
                ACCOUNTS, parent, ListAccountsForParentResponse::accounts, ListAccountsForParentResponse::nextToken)) {
            found.add(member(account, path));
        }
        if (path.size() >= DEEPEST) {
            throw new TargetException(Text.of(
                    "{0}: the organisation's units have no end; check the endpoint.",
                    "{0}：组织单元的层级没有尽头；请检查服务端点。", target.label()));
        }
        for (OrganizationalUnit unit : all(
                UNITS,
                parent,
                ListOrganizationalUnitsForParentResponse::organizationalUnits,
                ListOrganizationalUnitsForParentResponse::nextToken)) {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(String.valueOf(unit.name()));
            below(unit.id(), deeper);
        }
    }

    private Target member(Account account, List<String> path) {
        String id = String.valueOf(account.id());
        Map<String, String> settings = new HashMap<>();
        if (account.status() == AccountStatus.SUSPENDED || account.status() == AccountStatus.PENDING_CLOSURE) {
            settings.put(CLOSED, account.statusAsString());
        } else if (!id.equals(caller.scope().account())) {
            target.setting(AssumedRoles.ROLE).ifPresent(own -> settings.put(AssumedRoles.SOURCE_ROLE, own));
            settings.put(
                    AssumedRoles.ROLE,
                    "arn:" + caller.client(AwsAccount.class).partition() + ":iam::" + id + ":role/" + role);
        }
        return target.member(path, account.name() + " (" + id + ")", settings);
    }

    private <O, T> List<T> all(
            AwsCall<OrganizationsClient, Asked, O> call,
            String parent,
            Function<O, List<T>> items,
            Function<O, @Nullable String> next)
            throws TargetException {
        List<T> all = new ArrayList<>();
        String token = null;
        do {
            Outcome<O> answer = call.at(caller, new Asked(parent, token));
            if (!(answer instanceof Outcome.Value<O> page)) {
                throw missing(answer.cause("", ""));
            }
            all.addAll(items.apply(page.value()));
            String further = next.apply(page.value());
            if (further != null && further.equals(token)) {
                throw new TargetException(Text.of(
                        "{0}: {1} repeats a page without end.",
                        "{0}：{1} 不断重复同一页。", target.label(), call.operation().call()));
            }
            token = further;
        } while (token != null && !token.isEmpty());
        return all;
    }

    private TargetException missing(Cause cause) {
        Text mend = cause.outcome() == Status.DENIED
                ? Text.of("grant {0} in the management account", "请在管理账号中授予 {0}", cause.permission())
                : Text.of("see to that in the management account", "请在管理账号中处理");
        Text words = cause.message().isEmpty() ? Text.EMPTY : Text.of(", {0}", "，{0}", cause.message());
        return new TargetException(
                Text.of(
                        "{0}: the accounts of the organisation cannot be listed ({1} {2}{3}); {4}, or leave {5} out.",
                        "{0}：无法列出组织的账号（{1} {2}{3}）；{4}，或去掉 {5}。",
                        target.label(),
                        cause.call(),
                        cause.outcome().label(),
                        words,
                        mend,
                        AssumedRoles.MEMBER_ROLE),
                cause);
    }
}
