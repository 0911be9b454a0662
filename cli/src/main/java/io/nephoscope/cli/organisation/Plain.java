package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;

/** Texts of an organisation file, in which no secret may stand. */
final class Plain {
    private Plain() {}

    /** @param field under which it stands */
    static String text(String field, YamlNode node) {
        String text = node.text();
        if (!Secrets.mask(field, text).equals(text)) {
            throw node.error(Text.of("this looks like a secret; {0}", "这看起来是密钥；{0}", CredentialReference.literal()));
        }
        return text;
    }

    /** The same, of which something is there. */
    static String path(String field, YamlNode node) {
        String text = text(field, node);
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw node.error(Text.of("here should be the path of a file.", "此处应为文件路径。"));
        }
        return text;
    }
}
