package io.nephoscope.rules;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;

/**
 * Why a statement does not hold, or does not do what whoever wrote it may have meant.
 *
 * @param source where the statement stands
 */
public record Doubt(YamlNode source, Text message) {
    /** As reports tell of it. */
    Warning warning() {
        return new Warning(file(source), source.line(), message);
    }

    /** Without its folder, so that a report does not depend on where somebody keeps the file. */
    static String file(YamlNode source) {
        String file = source.file();
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
