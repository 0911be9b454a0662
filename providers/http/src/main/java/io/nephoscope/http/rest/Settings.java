package io.nephoscope.http.rest;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a service file asks of whoever uses it. */
public final class Settings {
    private static final Set<String> WORDS = Set.of("ask", "example", "secret");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][\\w-]*");

    private Settings() {}

    /**
     * One setting.
     *
     * @param name as organisation files write it
     * @param ask what it is, in a few words
     * @param example empty where there is none
     * @param isSecret whether it is shown to nobody, and kept with the credentials
     */
    public record Setting(String name, String ask, String example, boolean isSecret) {}

    static List<Setting> read(Optional<YamlNode> node) {
        List<Setting> settings = new ArrayList<>();
        node.ifPresent(it -> it.fields().forEach((name, setting) -> {
            if (!NAME.matcher(name).matches()) {
                throw setting.error(Text.of("{0} is no name of a setting.", "{0} 不是设置名。", name));
            }
            setting.fields(WORDS);
            settings.add(new Setting(
                    name,
                    setting.field("ask").filled(),
                    Words.text(setting, "example"),
                    setting.optional("secret").map(YamlNode::truth).orElse(false)));
        }));
        return List.copyOf(settings);
    }
}
