package io.nephoscope.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Kinds;
import io.nephoscope.rules.Toy;
import io.nephoscope.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompilationTest {
    private static final Environment BOX = Environment.of(Toy.BOX, Toy.TYPES);
    private static final Environment BUCKET = Environment.of(Kinds.BUCKET, Toy.TYPES);

    private static Expression compile(Environment environment, String expression) {
        return environment.condition(
                YamlNode.parse("r.yaml", "pass: |\n  " + expression).field("pass"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attributes.Nmae == 'a'|14|attributes has no field Nmae (did you mean Name?).",
                "attributes.Rules.exists(r, r.Cdir == '')|32|attributes.Rules[] has no field Cdir (did you mean Cidr?).",
                "attributes.Rules[0].Xy == ''|23|attributes.Rules[] has no field Xy; known are Cidr, Expires, Port.",
                "attributes.Owner.Parent.Parent.Nme == ''|34|attributes.Owner.Parent.Parent has no field Nme; known are Id, Parent.",
                "related.key.exists(k, true)|11|related has no field key (did you mean keys?).",
                "related.keys.all(k, k.facets.pblic)|32|related.keys[].facets has no field pblic (did you mean public?).",
                "atributes.Name == ''|3|there is no atributes (did you mean attributes?).",
                "attributes.Name.endswith('x')|19|there is no function endswith (did you mean endsWith?).",
                "attributes.Rules.exist(r, r.Port == 1)|20|there is no function exist (did you mean exists?).",
                "attributes.Name <= 1|19|<= cannot be applied to string and int.",
                "attributes.Name.startsWith(1)|29|startsWith cannot be applied to string and int.",
                "attributes.Rules['a'].Port == 1|19|[] cannot be applied to list(object) and string.",
                "size(1) > 1|7|size cannot be applied to int.",
                "attributes.CreateDate > 'x'|25|> cannot be applied to timestamp and string.",
                "attributes.Name.foo == 1|19|a string has no fields.",
                "attributes.Name == null|19|there is no null in documents; ask with has() whether a field is there.",
                "attributes.Owner == null|23|there is no null in documents; ask with has() whether a field is there.",
                "attributes.Open ? 1 : 'a'|19|? needs a bool before it and the same type on both sides of the colon, not bool, int, string.",
                "attributes.Name|3|the expression must be true or false, and this is a string.",
                "attributes.Name ==|21|the expression ends too early.",
                "attributes.Name == 'a|22|the string that begins here has no end, or a backslash in it that means nothing.",
                "(attributes.Open|19|a ) is missing here.",
                "attributes.Open)|18|) means nothing here.",
                "attributes.Open and true|19|and means nothing here; write &&.",
                "attributes.Size = 1|19|= means nothing here; write ==.",
                "if == 1|3|if is a reserved word; choose another name.",
                "9223372036854775808 > 1|3|the number does not fit into 64 bits.",
                "attributes.Rules.all(1, true)|24|a loop needs the name of its variable here, as list.exists(item, item == 1).",
                "has(attributes)|6|has() asks for a field, as has(attributes.Name).",
                "1u == 1u|3|there are no unsigned numbers; leave out the u.",
                "b'a' == b'a'|3|there are no bytes in documents; use a string.",
                "type(attributes.Name) == string|7|rules cannot call type.",
                "size({1: 2}) == 1|9|the keys of a map are strings.",
                "duration('3 days') > duration('1h')|11|\"3 days\" is no duration.",
                "now > timestamp('yesterday')|18|\"yesterday\" is no timestamp.",
                "attributes.Name.matches('(')|26|\"(\" is no pattern (missing closing )).",
                "attributes.Name.matches('(((a{100}){100}){100}){100}')|26|the pattern is too long, or repeats too much.",
                "attributes.Name.matches('((a{9,100}){100}){1,1000}')|26|the pattern is too long, or repeats too much.",
                "related == related|3|related needs the name of a relation behind it, as related.NAME.",
            })
    void everyFaultIsSaidInPlainWordsAtItsColumn(String expression, int column, String sentence) {
        assertThatThrownBy(() -> compile(BOX, expression))
                .hasMessage("r.yaml, line 2, column " + column + ", field pass: " + sentence);
    }

    @Test
    void severalFaultsHaveALineEach() {
        assertThatThrownBy(() -> compile(BOX, "attributes.Nmae == 'a' &&\n  attributes.Sizee > 1"))
                .hasMessage(
                        "r.yaml, line 2, column 14, field pass: attributes has no field Nmae (did you mean Name?).\n"
                                + "r.yaml, line 3, column 14, field pass: attributes has no field Sizee (did you mean Size?).");
    }

    @Test
    void aRuleOnAKindReadsFacetsAndNoAttributes() {
        assertThat(compile(BUCKET, "facets.versioned && name != ''").reads())
                .containsExactly("facets.versioned", "name");
        assertThatThrownBy(() -> compile(BUCKET, "attributes.Name == 'a'"))
                .hasMessage("r.yaml, line 2, column 3, field pass: a rule on a kind reads no attributes, only facets; "
                        + "let the rule apply to a type to read them.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "attributes.Free",
                "attributes.`odd-name` == 'a'",
                "attributes.Size > 1.5",
                "name.matches('^[a-z]{1,63}:\\\\d{12}$')",
                "now > timestamp('2026-01-01T00:00:00.000000001Z') && now - now < duration('1.5s')",
                "name in ['a', 'b'] || size(attributes.Name + '箱') in [1, 2]",
                "related.keys.filter(k, k.facets.public).map(k, k.name).exists_one(n, n == name)",
            })
    void whatTheCheckerAllowsCompiles(String expression) {
        Expression compiled = compile(BOX, expression);
        assertThat(Bytes.read(Bytes.of(compiled::write), Expression::read)).isEqualTo(compiled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attributes.Policy.Statement == 1|attributes.Policy.Statement",
                "attributes.Rules.exists(r, r.Port == attributes.Size)|attributes.Rules, attributes.Size",
                "attributes.Rules[0].Port == 1|attributes.Rules[0].Port",
                "attributes.Rules.filter(r, r.Port == 1)[0].Port == 1|attributes.Rules",
                "attributes.Labels['a'] == '' && tags['a.b'] == ''|attributes.Labels.a, tags",
                "has(attributes.Versioning.Status)|attributes.Versioning.Status",
                "related.keys.all(k, k.facets.public)|related.keys, related.keys.facets.public",
                "related.keys.filter(k, k.name != '').all(x, x.attributes.Rotated)|"
                        + "related.keys, related.keys.attributes.Rotated, related.keys.name",
                "related.keys[0].attributes.Rotated|related.keys.attributes.Rotated",
                "size(related.keys) == 1|related.keys",
                "size([attributes.Name]) == 1|attributes.Name",
                "{'a': attributes.Name}['a'] == account|account, attributes.Name",
                "now > attributes.CreateDate|attributes.CreateDate",
                "attributes.Ports.exists(attributes, attributes == 1)|attributes.Ports",
                "attributes == attributes|attributes",
            })
    void thePathsThatAreReadAreKnown(String expression, String paths) {
        assertThat(compile(BOX, expression).reads()).containsExactly(paths.split(", "));
    }
}
