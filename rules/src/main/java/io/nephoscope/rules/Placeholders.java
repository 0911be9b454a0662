package io.nephoscope.rules;

import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What words in capitals in the commands of remediations mean of the asset that is to be mended: {@code NAME} is the name of a bucket, and
 * {@code SERVER} that of the server in which a database is.
 */
public final class Placeholders {
    private static final String FOLDER = "placeholders";
    /** What words mean of assets of any type. */
    private static final String ANY = "any";

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
        SortedMap<String, String> meanings = new TreeMap<>();
        for (String of : List.of(ANY, type.split("\\.", 2)[0], type)) {
            meanings.putAll(words.getOrDefault(of, Map.of()));
        }
        return meanings;
    }

    /** The types of which words mean something of their own. */
    public SortedSet<String> types() {
        return words.keySet().stream().filter(it -> it.contains(".")).collect(Collectors.toCollection(TreeSet::new));
    }
}
