package io.nephoscope.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nephoscope.inventory.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Every word of every section of the files that describe a source, misspelt one after the other: the sample's, and those of two files
 * that hold what the sample does not need.
 */
class MisspeltWordsTest {
    private static final Path SAMPLE = Path.of("..", "..", "samples", "sources");

    private static final String SERVICE = """
            service: hill
            title: Hill console
            settings:
              url: {ask: address, example: "https://hill.example"}
              project: {ask: the project}
              key: {ask: key, secret: true}
            url: "{url}"
            regions: [north, south]
            place: {tenant: $project}
            headers: {X-Tenant: "{tenant}"}
            permission: "{call}"
            never: ["hill:secrets"]
            times:
              zone: "+08:00"
              forms: [seconds]
            tags: {in: tags, key: k, value: v, leftOut: none}
            gone: [deleted]
            auth:
              kind: login
              post: /login
              token: token
              name: X-Session
              prefix: "T "
              body: {who: $key}
            account:
              call: self
              id: id
              name: name
            envelope:
              result: data
              error: error
            errors:
              code: code
              status: status
              message: message
              denied: [403]
              throttled: [429]
              unsubscribed: [none]
              signedOut: [401]
              gone: [404]
              transient: [5xx]
            limits:
              rate: 5/s
              parallel: 2
              wait: X-Wait
            paging: {token: query.next, next: next, more: more}
            calls:
              self: {get: /self, home: north, version: "1"}
              hosts:
                get: /hosts
                with: {query.region: "{region}"}
                items: hosts
                keep: [id, state, owner, disks]
                id: id
                absent: [NoHost]
                unsupported: [NoRegion]
                holding: [hosts]
                each: [id]
                narrows:
                  state: {default: on, ask: [on, off], as: {query.state: "{value}"}}
              disks: {get: /disks, items: disks, paging: {page: query.page, first: 1, size: {query.size: 9}, total: total}}
              owners: {get: /owners, items: owners, paging: {marker: query.after, of: id, end: empty}}
              search: {post: /search, read: a search, body: {all: true}, items: hosts, paging: {link: next}}
              host: {get: "/hosts/{id}"}
              logs: {get: /logs, items: logs, paging: {offset: query.from, total: total}}
            """;
    private static final String HOST = """
            type: hill.host
            title: Host
            kind: compute.vm
            unique: account
            list:
              call: hosts
              where: state != 'x'
            id: id
            name: {tag: Name}
            schema:
              string: id state owner disks[]
              time: made
              any: tags[]
            missing:
              source: the manual
              state: {is: "on", since: "1"}
            details:
              volumes:
                call: disks
                join: {host: id}
                expect: any
                schema: {string: id host}
              person:
                call: owners
                batch: {param: query.ids, of: owner, match: id, size: 20}
                schema: {string: id name}
              more:
                call: host
                by: {id: id}
                part: more
                leftOut: none
                when: state == 'on'
                schema: {string: colour}
              logs:
                call: logs
                keyed: {name: value}
                schema: {string: name value}
              hidden:
                unreadable: {en: nobody tells, zh: 无人告知}
            facets:
              running:
                is: state == 'on'
                none: state == 'unknown'
              mine: {own: bool, is: owner == 'me'}
            relations:
              machines: {to: kind compute.vm, address: "disks[]", anywhere: true, reverse: hosts}
            """;

    /** Below these stand names that a file makes up, not words. */
    private static final Pattern MADE_UP =
            Pattern.compile("settings|place|headers|calls|details|facets|relations|missing"
                    + "|(calls|details)\\.\\w+\\.(with|by|join|keyed|narrows|body)|auth\\.body|.*\\.(as|size)");

    @TempDir
    Path folder;

    /**
     * A word of a file.
     *
     * @param at where in the text it begins
     * @param line from 1
     */
    record Word(String file, String path, String word, int at, int line) {
        @Override
        public String toString() {
            return file + " " + path;
        }
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of("hill.yaml", SERVICE, "hill.host.yaml", HOST));
        for (String name : List.of("wallgate.yaml", "wallgate.site.yaml")) {
            files.put(name, Files.readString(SAMPLE.resolve(name)));
        }
        return files;
    }

    static Stream<Word> words() throws IOException {
        List<Word> words = new ArrayList<>();
        files().forEach((name, text) -> add(
                name,
                "",
                new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow(),
                words));
        return words.stream();
    }

    private static void add(String file, String path, Node node, List<Word> words) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> add(file, path, item, words));
        } else if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                ScalarNode key = (ScalarNode) tuple.getKeyNode();
                String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                if (!MADE_UP.matcher(path).matches()) {
                    words.add(new Word(
                            file,
                            below,
                            key.getValue(),
                            key.getStartMark().orElseThrow().getIndex(),
                            key.getStartMark().orElseThrow().getLine() + 1));
                }
                add(file, below, tuple.getValueNode(), words);
            }
        }
    }

    @Test
    void theFilesAreRightAsTheyStand() throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(new RestSources().in(folder, Set.of(), request -> {}))
                .extracting(Provider::name)
                .containsExactly("hill", "wallgate");
    }

    @ParameterizedTest
    @MethodSource("words")
    void isRefusedWithItsOwnLineAndTheWordThatWasMeant(Word word) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            StringBuilder text = new StringBuilder(file.getValue());
            if (file.getKey().equals(word.file())) {
                text.insert(word.at() + word.word().length(), 'x');
            }
            Files.writeString(folder.resolve(file.getKey()), text);
        }
        Throwable refusal = catchThrowable(() -> new RestSources().in(folder, Set.of(), request -> {}));
        assertThat(refusal).as("a misspelt %s", word).isNotNull();
        assertThat(refusal.getMessage().lines())
                .as("a misspelt %s", word)
                .anySatisfy(line -> assertThat(line)
                        .contains(word.file() + ", line " + word.line() + ",")
                        .contains("did you mean " + word.word() + "?"));
    }
}
