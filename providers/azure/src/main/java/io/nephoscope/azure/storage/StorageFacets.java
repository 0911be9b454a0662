package io.nephoscope.azure.storage;

import static io.nephoscope.azure.storage.StorageAccount.RESOURCE;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.azure.monitor.DiagnosticSettings;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the settings of a storage account come to. */
final class StorageFacets {
    static final String KIND = "kind";
    static final String FILES_ONLY = "FileStorage";

    private static final String[] BLOBS_ONLY = {"BlobStorage", "BlockBlobStorage"};

    /** The group {@code audit} of a blob service holds these three, and no more. */
    private static final Set<String> GROUPS = Set.of("audit");

    private static final List<String> ACCESS = List.of("StorageRead", "StorageWrite", "StorageDelete");

    private StorageFacets() {}

    static Object holdsBlobs(Attributes account) {
        return Tri.ask(account.get(KIND), kind -> Tri.of(!FILES_ONLY.equalsIgnoreCase(String.valueOf(kind))))
                .toField();
    }

    /** Blob storage of every sort, and what is made for page blobs only, holds no file shares. */
    static Object holdsFiles(Attributes account) {
        Object tier = Paths.get(account.get("sku"), "tier");
        return Fields.is(account.get(KIND), FILES_ONLY)
                .or(() -> Fields.is(account.get(KIND), BLOBS_ONLY)
                        .not()
                        .and(() -> Fields.is(tier, "Premium").not()))
                .toField();
    }

    /** Absent where the account can keep no versions: it holds files only, or has a hierarchical namespace. */
    static Object versioned(Attributes account) {
        Object hierarchical = NullDefaults.inForce(RESOURCE, account.get("properties"), "isHnsEnabled");
        Tri may = Tri.ask(holdsBlobs(account), Tri::isTrue)
                .and(() -> Tri.isTrue(hierarchical).not());
        if (may.isFalse()) {
            return Absent.ABSENT;
        }
        return may.isTrue()
                ? Tri.isTrue(Paths.get(account.get("blobService"), "properties.isVersioningEnabled"))
                        .toField()
                : may.toField();
    }

    /**
     * Whether reads, writes and deletions of blobs are logged by diagnostic settings; absent for an account without blobs. The classic
     * logs, which only the data plane tells of, are none that Azure still recommends, and do not count.
     */
    static Object accessLogged(Attributes account) {
        Object blobs = holdsBlobs(account);
        if (!Boolean.TRUE.equals(blobs)) {
            return blobs instanceof Unknown ? blobs : Absent.ABSENT;
        }
        return DiagnosticSettings.export(account.get("blobDiagnosticSettings"), GROUPS, ACCESS)
                .toField();
    }

    /** When the older of the two keys was made: accounts from before Azure recorded it have the keys with which they were made. */
    static Object keysMade(Attributes account) {
        Object properties = account.get("properties");
        Object accountMade = Paths.get(properties, "creationTime");
        return Stream.of("keyCreationTime.key1", "keyCreationTime.key2")
                .map(path -> Paths.get(properties, path))
                .map(made -> made == Absent.ABSENT ? accountMade : made)
                .reduce(StorageFacets::earlier)
                .orElse(Absent.ABSENT);
    }

    /** The earlier of two times; what is not known of either of them is not known of both. */
    private static Object earlier(Object one, Object other) {
        if (one instanceof String made && other instanceof String madeToo) {
            return made.compareTo(madeToo) <= 0 ? made : madeToo;
        }
        return one instanceof String ? other : one;
    }
}
