package io.nephoscope.azure;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;

/**
 * The facet {@code encrypted} of managed disks and their snapshots. Azure encrypts every one of them with a key of its own where no
 * other is chosen, and says so: of most disks by the sort of their encryption, of those of confidential machines by their security.
 * Where it says neither in words that are known, nobody knows.
 */
final class DiskEncryption {
    private DiskEncryption() {}

    static Object of(Object properties) {
        if (properties instanceof Unknown) {
            return properties;
        }
        Doc known = properties instanceof Doc doc ? doc : Doc.empty();
        boolean encrypted = known.doc("encryption").text("type").startsWith("EncryptionAtRestWith")
                || known.doc("securityProfile").text("securityType").startsWith("ConfidentialVM_DiskEncryptedWith");
        if (!encrypted) {
            throw new Unreadable(Text.of("the disk does not say how it is encrypted", "磁盘未说明加密方式"));
        }
        return true;
    }
}
