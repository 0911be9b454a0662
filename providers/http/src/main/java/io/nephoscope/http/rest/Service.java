package io.nephoscope.http.rest;

import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A service as its file describes it, with the only calls that can be sent to it.
 *
 * @param name the first step of its types' names
 * @param title as people call it
 * @param settings what it asks of whoever uses it
 * @param url where it answers: the service of a call, the region, settings and names of a place stand in braces
 * @param regions those that it has; empty for a service that has none
 * @param place names that calls fill in, each with the setting that holds it
 * @param headers what every request says, with names in braces
 * @param account how it says whose account this is; empty where no call tells
 * @param defaults what types say of their tags and of what is gone unless their own files do
 */
public record Service(
        String name,
        String title,
        List<Settings.Setting> settings,
        Template url,
        List<String> regions,
        Map<String, String> place,
        Map<String, Template> headers,
        Times times,
        Auth auth,
        Optional<Account> account,
        Envelope envelope,
        Errors errors,
        Pacing pacing,
        SortedMap<String, DeclaredCall> declared,
        Optional<YamlNode> defaults) {
    static final String REGION = "region";

    /**
     * How a service says whose account this is.
     *
     * @param call that is asked
     * @param id the path of the account's id in its answer
     * @param name the path of its name; empty where it has none
     */
    public record Account(String call, String id, String name) {}

    public Service {
        settings = List.copyOf(settings);
        regions = List.copyOf(regions);
        place = Map.copyOf(place);
        headers = Map.copyOf(headers);
    }

    /** @throws io.nephoscope.yaml.YamlException at the first fault of the file */
    public static Service read(YamlNode file) {
        return new ServiceReader(file).read();
    }

    /** The service file that is packaged beside a class. */
    public static Service packaged(Class<?> neighbour, String file) {
        try (InputStream in = neighbour.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no file " + file + " beside " + neighbour);
            }
            return read(YamlNode.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same where nobody is asked for a token: recorded answers hold none. */
    public Service withoutSession() {
        return !auth.isSession()
                ? this
                : new Service(
                        name, title, settings, url, regions, place, headers, times, Auth.NONE, account, envelope,
                        errors, pacing, declared, defaults);
    }

    /** Every call that can be sent, by its name. */
    public Collection<RestCall> calls() {
        return declared.values().stream()
                .map(it -> new RestCall(this, it, Schema.Scalar.DYN))
                .toList();
    }

    /**
     * A call by its name.
     *
     * @throws IllegalArgumentException where the file declares none of that name
     */
    public RestCall call(String called) {
        return Optional.ofNullable(declared.get(called))
                .map(it -> new RestCall(this, it, Schema.Scalar.DYN))
                .orElseThrow(() -> new IllegalArgumentException("no call " + called));
    }

    DeclaredCall declared(YamlNode named) {
        return Optional.ofNullable(declared.get(named.filled()))
                .orElseThrow(() -> named.error(Text.of(
                        "the service file has no call {0}{1}.",
                        "服务文件中没有调用 {0}{1}。",
                        named.filled(),
                        Suggestion.didYouMean(named.filled(), declared.keySet()))));
    }

    /** Whether what a call asks of one region another would answer differently. */
    boolean isRegional(DeclaredCall call) {
        return call.home().isEmpty() && namesRegion(call);
    }

    /** Names of a place hang on the region too. */
    boolean namesRegion(DeclaredCall call) {
        return Stream.concat(
                        call.names().stream(),
                        Stream.concat(Stream.of(url), headers.values().stream()).flatMap(it -> it.names().stream()))
                .anyMatch(it -> it.equals(REGION) || place.containsKey(it));
    }

    /** Whether who asks is told by another token in each region. */
    boolean hasTokensByRegion() {
        Set<String> names = new TreeSet<>(place.keySet());
        names.add(REGION);
        return auth.isRegional(names);
    }

    /** Whether a name in braces is one that the service fills in, and no parameter of a call. */
    boolean knows(String nameInBraces) {
        return nameInBraces.equals(REGION)
                || place.containsKey(nameInBraces)
                || settings.stream().anyMatch(it -> it.name().equals(nameInBraces));
    }
}
