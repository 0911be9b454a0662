package io.nephoscope.azure;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.AzureAccount;
import io.nephoscope.azure.arm.Grants;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.CredentialSource;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Gateway;
import io.nephoscope.types.TypeFiles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Microsoft Azure, its sovereign clouds, and what speaks like it. An account is a subscription. */
public final class AzureProvider implements Provider {
    private static final ArmCall SUBSCRIPTION = ArmCall.of(
            Proof.holding("subscriptionId"),
            "Subscriptions_Get",
            "Microsoft.Resources/subscriptions/read",
            "",
            "2022-12-01");

    private static final Lazy<List<AssetType>> TYPES = new Lazy<>(() -> TypeFiles.of(new AzureTypes()));

    private final Map<Login, AzureClients> clients = new HashMap<>();

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public List<AssetType> types() {
        return TYPES.get();
    }

    @Override
    public List<Setting> settings() {
        return AzureSettings.ALL;
    }

    @Override
    public List<CredentialField> credentialFields() {
        return AzureSettings.SECRETS;
    }

    @Override
    public List<Target> accounts(Target target, Gateway gateway) throws TargetException {
        if (new AzureSettings(target).subscription().isPresent()) {
            return List.of(target);
        }
        AzureClients shared = clients(target, gateway);
        return Subscriptions.of(target, site(target, shared, shared.account(""), gateway));
    }

    @Override
    public List<Operation> discovering(Target target) {
        return target.setting(AzureSettings.SUBSCRIPTION).isPresent() ? List.of() : Subscriptions.OPERATIONS;
    }

    @Override
    public List<Operation> connecting(Target target) {
        List<Operation> always = List.of(SUBSCRIPTION.operation(), Grants.LIST.operation());
        return target.regions().isEmpty()
                ? always
                : Stream.concat(always.stream(), Stream.of(Locations.LIST.operation()))
                        .toList();
    }

    @Override
    public Optional<String> policy(Target target, Collection<Operation> operations) {
        return CustomRole.granting(operations, target.setting(AzureSettings.SUBSCRIPTION));
    }

    @Override
    public Connection connect(Target target, Gateway gateway) throws TargetException {
        AzureSettings settings = new AzureSettings(target);
        String subscription = settings.subscription()
                .map(id -> id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> settings.wrong(Text.of(
                        "no subscription is named; az account list tells their ids.",
                        "未指定订阅；可用 az account list 查看订阅 ID。")));
        AzureClients shared = clients(target, gateway);
        AzureAccount account = shared.account(subscription);
        Site unproven = site(target, shared, account, gateway);
        Outcome<Doc> found = SUBSCRIPTION.inSubscription(unproven);
        if (!(found instanceof Outcome.Value<Doc> known)) {
            Cause cause = found.cause("", "");
            throw new TargetException(
                    target.says(Text.of(
                            "Azure did not show the subscription {0} ({1}); check the id, the credential and the cloud.",
                            "Azure 未返回订阅 {0}（{1}）；请检查订阅 ID、凭证和所选的云。", subscription, cause.message())),
                    cause);
        }
        if (!known.value().text("subscriptionId").equalsIgnoreCase(subscription)) {
            throw settings.wrong(Text.of(
                    "what answered does not name the subscription {0}, and so is not Azure;"
                            + " check the endpoint and the proxy.",
                    "应答方未给出订阅 {0}，因此不是 Azure；请检查服务端点和代理。", subscription));
        }
        Optional<List<String>> offered = Locations.offered(settings, unproven);
        Map<String, Text> closed =
                Locations.closed(settings, offered.orElse(settings.target().regions()));
        Grants grants = Grants.of(unproven, account.path());
        return new AzureConnection(
                SUBSCRIPTION.proving(site(target, shared, account.with(grants), gateway)), closed, offered);
    }

    private Site site(Target target, AzureClients shared, AzureAccount account, Gateway gateway) {
        String id = account.subscription().isEmpty() ? target.label() : account.subscription();
        Scope scope = new Scope(target.branch(), id, Scope.GLOBAL);
        return Site.of(name(), scope, account, shared.failures(), gateway);
    }

    /** Subscriptions of one credential share its tokens, its connections and its quota. */
    private AzureClients clients(Target target, Gateway gateway) throws TargetException {
        Map<String, String> settings = new HashMap<>(target.settings());
        settings.remove(AzureSettings.SUBSCRIPTION);
        Login login = new Login(settings, target.credentials(), target.base());
        synchronized (clients) {
            AzureClients shared = clients.get(login);
            if (shared == null) {
                shared = AzureClients.of(
                        new AzureSettings(target), gateway.deadline().plusSeconds(1));
                clients.put(login, shared);
            }
            return shared;
        }
    }

    /** What targets have in common that sign in together. */
    private record Login(Map<String, String> settings, CredentialSource credentials, Path base) {}
}
