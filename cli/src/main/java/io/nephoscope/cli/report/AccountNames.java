package io.nephoscope.cli.report;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.snapshot.Manifest;
import io.nephoscope.snapshot.Manifest.ManifestTarget;
import io.nephoscope.snapshot.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people call accounts: as the organisation file does, or else as the cloud does. */
public record AccountNames(Map<SeenAccount, String> names) {
    public static AccountNames of(Snapshot snapshot) {
        Map<SeenAccount, String> names = new HashMap<>(byTheCloud(snapshot));
        names.putAll(byTheOrganisation(snapshot.manifest()));
        return new AccountNames(names);
    }

    /** Nothing for an account that stands beside others under a single name. */
    private static Map<SeenAccount, String> byTheOrganisation(Manifest manifest) {
        return manifest.targets().stream()
                .filter(target ->
                        target.accounts().size() == 1 && !target.branch().isEmpty())
                .collect(Collectors.toMap(
                        AccountNames::account,
                        ManifestTarget::label,
                        (one, other) -> one.equals(other) ? one : one + ", " + other));
    }

    private static SeenAccount account(ManifestTarget target) {
        return new SeenAccount(
                target.provider(), target.branch(), target.accounts().get(0));
    }

    /** Where the account was read as an asset of itself, and has a name beside its id. */
    private static Map<SeenAccount, String> byTheCloud(Snapshot snapshot) {
        List<String> types = snapshot.types().all().stream()
                .filter(type -> type.kind().name().equals(Kinds.ACCOUNT.name()))
                .map(type -> ":" + type.name() + ":")
                .toList();
        return snapshot.uids().stream()
                .filter(uid -> types.stream().anyMatch(uid::contains))
                .map(snapshot::asset)
                .filter(AccountNames::isItsOwnAccount)
                .collect(Collectors.toMap(AccountNames::account, Asset::name, (one, other) -> one));
    }

    private static boolean isItsOwnAccount(Asset asset) {
        String account = asset.scope().account();
        boolean isOwn = asset.nativeId().equals(account) || asset.nativeId().endsWith("/" + account);
        return isOwn && !asset.name().equals(account) && !asset.name().equals(asset.nativeId());
    }

    private static SeenAccount account(Asset asset) {
        return new SeenAccount(
                asset.type().name().split("\\.", 2)[0],
                asset.scope().branch(),
                asset.scope().account());
    }

    /** Empty where nobody says. */
    public String of(SeenAccount account) {
        return names.getOrDefault(account, "");
    }
}
