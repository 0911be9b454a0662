package io.nephoscope.rules;

import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What words in capitals in the commands of remediations mean of the asset that is to be mended: {@code NAME} is the name of a bucket, and
 * {@code SERVER} that of the server in which a database is.
 */
public final class Placeholders {
    private static final String FOLDER = "placeholders";

    private final Map<String, Map<String, String>> words;

    private Placeholders(Map<String, Map<String, String>> words) {
        this.words = words;
    }

    /** Those that come with this program. */
    public static Placeholders packaged() {
        Map<String, Map<String, String>> words = new HashMap<>();
        for (YamlFile file : YamlFile.packaged(FOLDER)) {
            file.parse().fields().forEach((of, meanings) -> words.put(of, meanings(meanings)));
        }
        return new Placeholders(words);
    }

    private static Map<String, String> meanings(YamlNode node) {
        Map<String, String> meanings = new HashMap<>();
        node.fields().forEach((word, meaning) -> meanings.put(word, meaning.filled()));
        return meanings;
    }

    /**
     * What words mean of assets of a type: {@code id}, {@code name}, {@code account} or {@code region}; {@code id/servers} for the name behind
     * that step of the id; {@code attributes.NAME} for an attribute.
     */
    public SortedMap<String, String> of(String type) {
        SortedMap<String, String> meanings = new TreeMap<>(words.getOrDefault(type.split("\\.", 2)[0], Map.of()));
        meanings.putAll(words.getOrDefault(type, Map.of()));
        return meanings;
    }

    /** Every type, and every provider, of which a word means something. */
    public SortedMap<String, Map<String, String>> all() {
        return new TreeMap<>(words);
    }
}
