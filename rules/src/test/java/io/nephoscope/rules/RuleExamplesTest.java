package io.nephoscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleExamplesTest {
    @TempDir
    Path folder;

    private List<String> faults(String from, String to) throws IOException {
        String yaml = Files.readString(RuleSetTest.GOOD.resolve("box-keys-rotated.yaml"));
        assertThat(yaml).contains(from);
        Files.writeString(folder.resolve("box-keys-rotated.yaml"), yaml.replace(from, to));
        RuleSource rule = RuleSource.in(folder, Toy.TYPES).get(0);
        return new RuleExamples(Toy.TYPES)
                .check(rule).stream()
                        .map(YamlException::getMessage)
                        .map(message -> message.substring(folder.toString().length() + 1))
                        .toList();
    }

    @Test
    void examplesThatHoldHaveNoFaults() {
        RuleExamples examples = new RuleExamples(Toy.TYPES);
        assertThat(RuleSource.in(RuleSetTest.GOOD, Toy.TYPES))
                .hasSize(2)
                .allSatisfy(rule -> assertThat(examples.check(rule)).isEmpty());
    }

    @Test
    void aVerdictThatDiffersIsAFaultAtItsLine() throws IOException {
        assertThat(faults(
                        "{KeyId: l, Rotated: true}}]}\n  - name: one key is not",
                        "{KeyId: l, Rotated: false}}]}\n  - name: one key is not"))
                .containsExactly(
                        "box-keys-rotated.yaml, line 16, column 5, field examples[0]: the example \"both keys are"
                                + " rotated\" should be PASS and is FAIL (A key of the box is not rotated.)");
    }

    @Test
    void aMissingCallThatDiffersIsAFault() throws IOException {
        assertThat(faults("missing: [toy:GetKeyRotation]", "missing: [toy:GetKeys]"))
                .containsExactly(
                        "box-keys-rotated.yaml, line 28, column 5, field examples[3]: the example \"the rotation of"
                                + " the key could not be read\" should be unknown for want of toy:GetKeys and is for want of"
                                + " toy:GetKeyRotation.");
    }

    @Test
    void everySortOfVerdictNeedsAnExample() throws IOException {
        assertThat(faults("verdict: NOT_APPLICABLE", "verdict: PASS"))
                .contains("box-keys-rotated.yaml, line 1, column 1: box-keys-rotated has a when, and no example of"
                        + " NOT_APPLICABLE; add one.");
        assertThat(faults("verdict: FAIL", "verdict: PASS"))
                .contains("box-keys-rotated.yaml, line 1, column 1: box-keys-rotated has no example of FAIL; add one.");
    }

    @Test
    void tagsAndTheNameMayBeUnknownInAnExample() throws IOException {
        String rule = Files.readString(RuleSetTest.GOOD.resolve("box-not-public.yaml"));
        Files.writeString(folder.resolve("box-not-public.yaml"), rule.substring(0, rule.indexOf("pass:")) + """
                        pass: tags.owner == 'ann' && name == 'b'
                        examples:
                          - {name: hers, verdict: PASS, type: toy.store.box, attributes: {Name: b}, tags: {owner: ann}}
                          - {name: his, verdict: FAIL, type: toy.store.box, attributes: {Name: b}, tags: {owner: bob}}
                          - {name: unread, verdict: UNKNOWN, type: toy.store.box, attributes: {Name: b}, unknown: [tags], missing: [toy:GetBoxTags]}
                          - {name: half read, verdict: UNKNOWN, type: toy.store.box, attributes: {Name: b}, tags: {Env: x}, unknown: [tags.owner], missing: [toy:GetBoxTags]}
                          - {name: nameless, verdict: UNKNOWN, type: toy.store.box, attributes: {Name: b}, tags: {owner: ann}, unknown: [name], missing: [toy:ListBoxes]}
                          - {name: tagged in the attributes, verdict: PASS, type: toy.store.box, attributes: {Name: b, Tags: {owner: ann}}}
                        """);

        assertThat(new RuleExamples(Toy.TYPES)
                        .check(RuleSource.in(folder, Toy.TYPES).get(0)))
                .isEmpty();
    }

    @Test
    void whatAnAnswerLeavesOutIsUnknownAndSaysWhatIsAbsent() throws IOException {
        assertThat(
                        faults(
                                "CreateDate: 2025-12-31T00:00:00Z, KeyIds: [k]}\n    related: {keys: [{attributes: {KeyId: k, Rotated: true}}]}\n  - name: there",
                                "KeyIds: [k]}\n    related: {keys: [{attributes: {KeyId: k, Rotated: true}}]}\n  - name: there"))
                .containsExactly(
                        "box-keys-rotated.yaml, line 33, column 5, field examples[4]: the example \"the box comes from"
                                + " the future\" should be FAIL and is UNKNOWN (Not known: toy:ListBoxes was answered, and its"
                                + " answer does not say attributes.CreateDate.)");
    }
}
