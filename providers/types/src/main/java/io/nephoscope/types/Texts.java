package io.nephoscope.types;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.Set;

/** Texts of a file in both languages, {@code {en: …, zh: …}}; one text alone stands for both. */
final class Texts {
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private Texts() {}

    static Text read(YamlNode node) {
        if (!node.isMap()) {
            return Text.quoted(node.filled());
        }
        node.fields(LANGUAGES);
        return new Text(node.field("en").filled(), node.field("zh").filled());
    }
}
