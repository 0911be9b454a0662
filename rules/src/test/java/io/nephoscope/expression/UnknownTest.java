package io.nephoscope.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.AssetView;
import io.nephoscope.rules.Toy;
import io.nephoscope.yaml.YamlNode;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownTest {
    private static final Environment BOX = Environment.of(Toy.BOX, Toy.TYPES);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Policy and Open could not be read, nor one rule, one port, one label and one key. */
    private static final Doc HALF_SEEN = Doc.of(
            "Name",
            "box",
            "Size",
            "forty",
            "Ratio",
            2L,
            "Open",
            Toy.denied("GetOpen"),
            "Policy",
            Toy.denied("GetPolicy"),
            "Versioning",
            Absent.ABSENT,
            "Rules",
            DocList.of(
                    Doc.of("Cidr", "a", "Port", 22L),
                    Toy.denied("GetRule"),
                    Doc.of("Cidr", "b", "Port", Toy.denied("GetPort"))),
            "Ports",
            DocList.of(22L, Toy.denied("GetPort"), Absent.ABSENT),
            "Labels",
            Doc.of("a", "1", "b", Toy.denied("GetLabel")),
            "Dates",
            DocList.of("2025-01-01T00:00:00Z", "yesterday"),
            "Free",
            "text");

    private static Object evaluate(String expression) {
        AssetView view = new AssetView(
                Toy.asset(Toy.BOX, HALF_SEEN, java.util.Map.of()),
                (from, relation) -> DocList.of(Toy.key("k", true), Toy.denied("ListKeys")));
        return BOX.expression(YamlNode.parse("e", "e: |-\n  " + expression).field("e"))
                .evaluate(view, NOW);
    }

    private static String told(Object value) {
        return value instanceof Unknown unknown
                ? unknown.causes().stream()
                        .map(cause -> cause.call().equals(RuleError.CALL)
                                ? cause.message().en()
                                : cause.call())
                        .collect(Collectors.joining(" + "))
                : String.valueOf(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "attributes.Open => toy:GetOpen",
                "!attributes.Open => toy:GetOpen",
                "attributes.Open && false => false",
                "false && attributes.Open => false",
                "attributes.Open && true => toy:GetOpen",
                "attributes.Open || true => true",
                "attributes.Open || facets.public => toy:GetOpen + toy:GetPolicy",
                "attributes.Open == attributes.Open => toy:GetOpen",
                "attributes.Open ? true : true => toy:GetOpen",
                "has(attributes.Open) => toy:GetOpen",
                "has(attributes.Policy.Statement) => toy:GetPolicy",
                "has(attributes.Versioning) => false",
                "has(attributes.Versioning.Status) => false",
                "has(facets.public) => toy:GetPolicy",
                "attributes.Policy.Statement.exists(s, s.Effect == 'Allow') => toy:GetPolicy",
                "attributes.Rules.exists(r, r.Port == 22) => true",
                "attributes.Rules.exists(r, r.Port == 23) => toy:GetPort + toy:GetRule",
                "attributes.Rules.all(r, r.Cidr != 'b') => false",
                "attributes.Rules.all(r, true) => true",
                "attributes.Rules.exists_one(r, r.Port == 22) => toy:GetPort + toy:GetRule",
                "attributes.Rules.exists_one(r, has(r.Cidr)) => false",
                "attributes.Rules.filter(r, r.Port == 22).size() => toy:GetPort + toy:GetRule",
                "attributes.Rules.map(r, r.Cidr).size() => 3",
                "attributes.Rules.size() => 3",
                "attributes.Rules[0].Port => 22",
                "attributes.Rules[1].Port => toy:GetRule",
                "22 in attributes.Ports => true",
                "80 in attributes.Ports => attributes.Ports[] + toy:GetPort",
                "attributes.Ports == [22] => false",
                "[22, 80] == [22, attributes.Rules[2].Port] => toy:GetPort",
                "[22, 80] == [23, attributes.Rules[2].Port] => false",
                "size(attributes.Labels) => toy:GetLabel",
                "attributes.Labels.exists(k, k == 'a') => true",
                "attributes.Labels.all(k, k == 'a') => toy:GetLabel",
                "'b' in attributes.Labels => toy:GetLabel",
                "'c' in attributes.Labels => false",
                "attributes.Labels == {'a': '1'} => toy:GetLabel",
                "attributes.Labels == {'a': '2'} => false",
                "related.keys.all(k, k.attributes.Rotated) => toy:ListKeys",
                "related.keys.exists(k, k.attributes.Rotated) => true",
                "related.keys.all(k, !k.attributes.Rotated) => false",
            })
    void whatIsUnknownMattersOnlyWhereItDecides(String expression, String expected) {
        assertThat(told(evaluate(expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "has(tags.owner) => toy:GetBoxTags",
                "tags.owner == 'ann' => toy:GetBoxTags",
                "'owner' in tags => toy:GetBoxTags",
                "tags['owner'] == 'ann' => toy:GetBoxTags",
                "size(tags) == 0 => toy:GetBoxTags",
                "tags.exists(key, key == 'owner') => toy:GetBoxTags",
                "tags.all(key, key != 'owner') => toy:GetBoxTags",
                "tags == {'owner': 'ann'} => toy:GetBoxTags",
                "has(tags.owner) || true => true",
                "name == 'b' => toy:GetName",
                "name.startsWith('b') && false => false",
                "nativeId => b",
            })
    void tagsAndANameThatNobodyReadAreUnknown(String expression, String expected) {
        assertThat(told(evaluate(expression, Toy.denied("GetName"), Toy.denied("GetBoxTags"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "has(tags.Env) => true",
                "tags.Env => prod",
                "'Env' in tags => true",
                "tags['Env'] == 'test' => false",
                "has(tags.owner) => toy:GetBoxTags",
                "'owner' in tags => toy:GetBoxTags",
                "tags['owner'] == 'ann' => toy:GetBoxTags",
                "size(tags) > 0 => toy:GetBoxTags",
                "tags.exists(key, key == 'Env') => true",
                "tags.exists(key, key == 'owner') => toy:GetBoxTags",
                "tags.all(key, key == 'Env') => toy:GetBoxTags",
                "tags == {'Env': 'prod'} => toy:GetBoxTags",
                "tags == {'Env': 'test'} => false",
            })
    void ofTagsOfWhichSomeWereToldTheOthersAreUnknown(String expression, String expected) {
        Doc some = Doc.of("Env", "prod", Doc.OTHERS, Toy.denied("GetBoxTags"));
        assertThat(told(evaluate(expression, "b", some))).isEqualTo(expected);
    }

    private static Object evaluate(String expression, Object named, Object tags) {
        return BOX.expression(YamlNode.parse("e", "e: |-\n  " + expression).field("e"))
                .evaluate(
                        new AssetView(
                                Toy.asset(Toy.BOX, Doc.of("Name", "b"), named, tags),
                                (from, relation) -> Absent.ABSENT),
                        NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "attributes.Versioning.Status == 'Enabled' => attributes.Versioning",
                "attributes.CreateDate < now => attributes.CreateDate",
                "attributes.Size > 1 => attributes.Size is a string and not an int",
                "attributes.Ratio > 1.5 => true",
                "attributes.Free.Statement == 1 => attributes.Free is a string and has no fields",
                "attributes.Rules.exists(r, r.Expires < now) => attributes.Rules[].Expires + toy:GetRule",
                "attributes.Ports[2] == 1 => attributes.Ports[]",
                "attributes.Ports[7] == 1 => the list has no item 7, only 3",
                "attributes.Ports.exists(p, p == 1) => attributes.Ports[] + toy:GetPort",
                "attributes.Labels['c'] == '' => [\"c\"]",
                "attributes.Dates.all(d, d < now) => attributes.Dates[] is no timestamp",
                "attributes.Free => text",
                "attributes.Free && true => a string stands where true or false is needed",
                "attributes.Free < 1 => a string and an int cannot be put in order",
                "attributes.Free + 1 == 2 => + cannot be applied to a string and an int",
                "1 / (size(attributes.Rules) - 3) > 1 => division by zero",
                "9223372036854775807 + size(name) > 1 => a whole number does not fit into 64 bits",
                "timestamp(name) < now => \"box\" is no timestamp",
                "int(name) == 1 => \"box\" is no int",
                "name.matches(name + '(') => \"box(\" is no pattern (missing closing ))",
                "now.getHours(name) == 1 => there is no time zone box",
                "attributes.Free.exists(f, f) => no loop goes over a string",
                "facets.insecureTransportDenied => derive:insecureTransportDenied",
            })
    void anErrorOfTheRuleSaysWhatIsWrong(String expression, String expected) {
        assertThat(told(evaluate(expression))).isEqualTo(expected);
    }

    @Test
    void aConditionThatIsNeitherTrueNorFalseIsAnError() {
        Expression condition =
                BOX.condition(YamlNode.parse("e", "e: attributes.Free").field("e"));
        assertThat(told(condition.evaluate(Toy.box(HALF_SEEN), NOW)))
                .isEqualTo("a string stands where true or false is needed");
    }

    @Test
    void whatTheRuleDoesWrongAndWhatAnAnswerLeavesOutAreTwoThings() {
        assertThat(evaluate("attributes.Free.Statement == 1"))
                .isEqualTo(Unknown.because(new Cause(
                        "rule",
                        Status.FAILED,
                        "",
                        new Text("attributes.Free is a string and has no fields", "attributes.Free 是字符串，没有字段"))));
        assertThat(evaluate("attributes.Versioning.Status"))
                .isEqualTo(
                        Unknown.because(new Cause("rule", Status.NOT_SAID, "", Text.quoted("attributes.Versioning"))));
    }

    @Test
    void loopsThatWouldNotEndAreStopped() {
        Doc box = Doc.of("Name", "b", "Ports", DocList.copyOf(java.util.Collections.nCopies(4_000, 1L)));
        Object value = BOX.expression(YamlNode.parse("e", "e: attributes.Ports.all(a, attributes.Ports.all(b, a == b))")
                        .field("e"))
                .evaluate(Toy.box(box), NOW);
        assertThat(told(value)).isEqualTo("the loops take more than 10,000,000 turns");
    }

    @Test
    void aPatternTakesTimeInProportionToItsText() {
        Doc box = Doc.of("Name", "a".repeat(50_000) + "!");
        Object value = BOX.expression(YamlNode.parse("e", "e: attributes.Name.matches('^(a+)+$')")
                        .field("e"))
                .evaluate(Toy.box(box), NOW);
        assertThat(value).isEqualTo(false);
    }

    /** Who else is related is often not known, and those who were found may still be enough. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "size(related.keys) > 0 => true",
                "related.keys.size() > 0 => true",
                "size(related.keys) >= 1 => true",
                "size(related.keys) < 1 => false",
                "size(related.keys) <= 0 => false",
                "size(related.keys) == 0 => false",
                "size(related.keys) != 0 => true",
                "size(related.keys) > 1 => toy:ListKeys",
                "size(related.keys) >= 2 => toy:ListKeys",
                "size(related.keys) < 2 => toy:ListKeys",
                "size(related.keys) == 1 => toy:ListKeys",
                "size(related.keys) != 1 => toy:ListKeys",
                "size(related.keys.filter(key, key.nativeId == 'k')) > 0 => true",
                "size(related.keys) + 0 > 0 => toy:ListKeys",
            })
    void ofRelatedAssetsThatMayBeMoreThoseThatWereFoundCount(String expression, String expected) {
        AssetView view = Toy.boxWithKeys(
                DocList.of(Toy.key("k", true), Toy.denied("ListKeys").more()));
        assertThat(told(BOX.expression(
                                YamlNode.parse("e", "e: |-\n  " + expression).field("e"))
                        .evaluate(view, NOW)))
                .isEqualTo(expected);
    }
}
