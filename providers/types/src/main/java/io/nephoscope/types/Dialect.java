package io.nephoscope.types;

import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Site;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the files of one cloud, or of one protocol, say what is asked. */
public interface Dialect {
    /** The words by which a part of a file says which call is sent, and how: {@code call}, {@code with} and their like. */
    Set<String> callWords();

    /**
     * Reads which call is sent.
     *
     * @param use the part of the file that says it: a listing, or a detail
     * @param schema what the file says an answer, or an item, holds; empty where it leaves that to the cloud's own model
     * @throws io.nephoscope.yaml.YamlException where the file names no call that can be sent, and always ends
     */
    Call call(YamlNode use, Optional<Schema> schema, Declaration of);

    /** The words of a listing that is none of calls of this dialect alone; none where there are no such. */
    default Set<String> listingWords() {
        return Set.of();
    }

    /** A listing of a sort of its own; empty for one that is a call. */
    default Optional<Listing> listing(YamlNode list, Optional<Schema> schema, Declaration of) {
        return Optional.empty();
    }

    /** A detail of a sort of its own; empty for one that the words of every dialect say. */
    default Optional<Detail> detail(String attribute, YamlNode how, Declaration of, Struct listed) {
        return Optional.empty();
    }

    /** How an account is asked for its regions, for details that are asked in each of them; empty where a source has none. */
    default Optional<Regions> regions() {
        return Optional.empty();
    }

    /** Details that no file can say, by the names under which files ask for them: {@code {java: bucketRegion}}. */
    default Map<String, Hook> hooks() {
        return Map.of();
    }

    /** What every type has unless its file says otherwise: how it is named, where it lives, its tags. */
    default void begin(AssetTypeBuilder type, Declaration of) {}

    /** A text by which things are found, an id for one, as it compares: some clouds write the same one now so and now so. */
    default String key(String written) {
        return written;
    }

    /** How the key and the value of a tag are called where tags are a list of objects and the file does not say. */
    default TagNames tagNames() {
        return new TagNames("key", "value");
    }

    /**
     * What every type of the source says of its tags and of what is gone unless its own file does: a map that may have {@code tags} and
     * {@code gone}.
     */
    default Optional<YamlNode> defaults() {
        return Optional.empty();
    }

    /** How the two parts of a tag are called. */
    record TagNames(String key, String value) {}

    /** The regions of an account. */
    interface Regions {
        Operation operation();

        /** Those that are to be read. */
        Outcome<List<String>> of(Site account);
    }

    /** A detail in Java. */
    @FunctionalInterface
    interface Hook {
        /** The detail that fills an attribute of a type. */
        Detail of(String attribute, Declaration type);
    }
}
