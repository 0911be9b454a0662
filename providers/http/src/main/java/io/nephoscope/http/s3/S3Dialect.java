package io.nephoscope.http.s3;

import io.nephoscope.inventory.AssetTypeBuilder;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.types.Call;
import io.nephoscope.types.Declaration;
import io.nephoscope.types.Dialect;
import io.nephoscope.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the S3 protocol tells of a bucket, beside what a cloud's own dialect does: {@code {s3: GetBucketAcl, by: {bucket: name}}}. What
 * an answer holds is the protocol's.
 */
public final class S3Dialect implements Dialect {
    private static final String S3 = "s3";

    private final Dialect cloud;
    private final Map<String, S3Call> calls = new LinkedHashMap<>();

    /** @param service of the cloud to which the calls belong */
    public S3Dialect(Dialect cloud, String service) {
        this.cloud = cloud;
        S3Call.of(service).forEach(call -> calls.put(call.operation().name(), call));
    }

    @Override
    public Set<String> callWords() {
        Set<String> words = new TreeSet<>(cloud.callWords());
        words.add(S3);
        return words;
    }

    @Override
    public Call call(YamlNode use, Optional<Schema> schema, Declaration of) {
        Optional<YamlNode> named = use.optional(S3);
        if (named.isEmpty()) {
            return cloud.call(use, schema, of);
        }
        S3Call call = calls.get(named.get().filled());
        if (call == null) {
            throw named.get()
                    .error(Text.of(
                            "the protocol has no question {0} here{1}.",
                            "此处的协议没有 {0}{1}。",
                            named.get().filled(),
                            Suggestion.didYouMean(named.get().filled(), calls.keySet())));
        }
        use.field("by").field(S3Call.BUCKET);
        return call;
    }

    @Override
    public void begin(AssetTypeBuilder type, Declaration of) {
        cloud.begin(type, of);
    }

    @Override
    public Set<String> listingWords() {
        return cloud.listingWords();
    }

    @Override
    public Optional<Listing> listing(YamlNode list, Optional<Schema> schema, Declaration of) {
        return cloud.listing(list, schema, of);
    }

    @Override
    public Map<String, Hook> hooks() {
        return cloud.hooks();
    }

    @Override
    public Optional<YamlNode> defaults() {
        return cloud.defaults();
    }

    @Override
    public TagNames tagNames() {
        return cloud.tagNames();
    }

    @Override
    public String key(String written) {
        return cloud.key(written);
    }
}
