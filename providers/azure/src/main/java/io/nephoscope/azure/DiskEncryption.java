package io.nephoscope.azure;

import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Unknown;

/**
 * The facet {@code encrypted} of managed disks and their snapshots. Azure encrypts every one of them with a key of its own where no
 * other is chosen, and says so; where it does not say, nobody knows.
 */
final class DiskEncryption {
    private DiskEncryption() {}

    static Object of(Facet.Attributes disk) {
        Object properties = disk.get("properties");
        if (properties instanceof Unknown) {
            return properties;
        }
        String type = properties instanceof Doc known ? known.doc("encryption").text("type") : "";
        if (type.isEmpty()) {
            throw new Unreadable("the disk does not say how it is encrypted");
        }
        return type.startsWith("EncryptionAtRestWith");
    }
}
