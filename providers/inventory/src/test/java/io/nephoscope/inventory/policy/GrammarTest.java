package io.nephoscope.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two grammars that differ in everything in which clouds differ. */
class GrammarTest {
    /** Case matters, {@code ?} is a wildcard, there are exceptions, and policies stand on resources. */
    private static final Grammar STRICT = new Grammar(
            Wildcards.STAR_AND_MARK, false, true, Set.of("1"), List.of("Account", "Robot"), UnaryOperator.identity());

    /** Case does not matter, {@code ?} is a character, there are no exceptions, and policies stand on identities. */
    private static final Grammar LOOSE =
            new Grammar(Wildcards.STAR, true, false, Set.of("3"), List.of(), UnaryOperator.identity());

    private static Policy read(Grammar grammar, String policy) throws IOException {
        return grammar.read(DocJson.parse(policy.replace('\'', '"')));
    }

    private static boolean isUnclear(Grammar grammar, String statement) throws IOException {
        return read(grammar, "{'Statement':[" + statement + "]}").mayAllow().isPresent();
    }

    private static final String WHO = "'Principal':'*',";
    private static final String WHAT = "'Action':'a:b','Resource':'r'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Effect':'Allow'|false|false",
                "{'Sid':'x','Effect':'Deny'|false|false",
                "{'Effect':'allow'|true|false",
                "{'Effect':'ALLOW'|true|false",
                "{'effect':'deny'|true|false",
                "{'Effect':'Perhaps'|true|true",
                "{'Effect':true|true|true",
                "{'Id':'x'|true|true",
                "{'Effect':'Allow','Principals':'*'|true|true",
                "{'Effect':'Allow','Deny':'*'|true|true",
            })
    void spellingMattersWhereTheCloudTellsCasesApart(String begin, boolean strict, boolean loose) throws IOException {
        assertThat(isUnclear(STRICT, begin + "," + WHO + WHAT + "}")
                        || read(STRICT, "{'Statement':" + begin + "," + WHO + WHAT + "}}")
                                .mayDeny()
                                .isPresent())
                .isEqualTo(strict);
        Policy read = read(LOOSE, "{'Statement':" + begin + "," + WHAT + "}}");
        assertThat(read.mayAllow().isPresent() || read.mayDeny().isPresent()).isEqualTo(loose);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Effect':'Allow','NotAction':'a:b','Resource':'r'}",
                "{'Effect':'Allow','Action':'a:b','NotResource':'r'}",
                "{'Effect':'Allow','Principal':'*','Action':'a:b','Resource':'r'}",
                "{'Effect':'Allow','Action':'a:b'}",
                "{'Effect':'Allow','effect':'Allow','Action':'a:b','Resource':'r'}",
                "{'Effect':'Allow','Action':'a:b','ACTION':'a:c','Resource':'r'}",
                "{'Effect':'Allow','Action':[],'Resource':'r'}",
                "{'Effect':'Allow','Action':7,'Resource':'r'}",
                "{'Effect':'Allow','Action':'a:b','Resource':[null]}",
            })
    void whatAGrammarDoesNotKnowIsNotGuessed(String statement) throws IOException {
        assertThat(isUnclear(LOOSE, statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "[]",
                "'text'",
                "{}",
                "{'Statement':null}",
                "{'Statement':[]}",
                "{'Statement':'all'}",
                "{'Version':'2','Statement':{'Effect':'Allow','Action':'a:b','Resource':'r'}}",
                "{'Version':null,'Version2':'3','Statement':{'Effect':'Allow','Action':'a:b','Resource':'r'}}",
                "{'Statement':{'Effect':'Allow','Action':'a:b','Resource':'r'},"
                        + "'statement':{'Effect':'Allow','Action':'a:b','Resource':'r'}}",
            })
    void aDocumentOfAnotherFormMayDoAnything(String document) throws IOException {
        Policy read = read(LOOSE, document);
        assertThat(read.statements()).isEmpty();
        assertThat(read.mayAllow().orElseThrow().causes().get(0).message().en())
                .startsWith("the policy cannot be understood: it ");
        assertThat(read.mayDeny()).isEqualTo(read.mayAllow());
    }

    @Test
    void aPolicyThatNobodyReadMayDoAnythingForThatReason() {
        Unknown why = Unknown.because(new Cause("a:b", Status.DENIED, "a:b", Text.EMPTY));
        assertThat(LOOSE.read(why).mayAllow()).contains(why);
        assertThat(LOOSE.read(why)
                        .allows(new Request("a:b", "r"), it -> Tri.TRUE)
                        .toField())
                .isEqualTo(why);
        assertThat(LOOSE.read(why)
                        .denies(new Request("a:b", "r"), it -> Tri.TRUE)
                        .toField())
                .isEqualTo(why);
    }

    @Test
    void whatIsUnclearInADenialMayDenyAndNotAllow() throws IOException {
        Policy read = read(
                LOOSE,
                "{'Statement':[{'effect':'deny','Act':'a:b'},{'Effect':'Allow'," + "'Action':'a:b','Resource':'r'}]}");
        assertThat(read.mayAllow()).isEmpty();
        assertThat(read.mayDeny()).isPresent();
        assertThat(read.allows(new Request("a:b", "r"), it -> Tri.TRUE)).isEqualTo(Tri.TRUE);
        assertThat(read.denies(new Request("a:b", "r"), it -> Tri.TRUE).isUnknown())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'A:B', r, true, true",
        "a:*, r, true, true",
        "a:?, r, true, false",
        "a:b, R, false, false",
        "a:b, *, true, true",
        "a:b, ?, true, false",
        "a:c, r, false, false",
    })
    void actionsAreComparedInAnyCaseAndResourcesAreNot(String action, String resource, boolean strict, boolean loose)
            throws IOException {
        String statement = "{'Effect':'Allow',%s'Action':'" + action + "','Resource':'" + resource + "'}";
        Request asked = new Request("a:b", "r");
        assertThat(read(STRICT, "{'Statement':" + statement.formatted(WHO) + "}")
                        .allows(asked, it -> Tri.TRUE)
                        .isTrue())
                .isEqualTo(strict);
        assertThat(read(LOOSE, "{'Statement':" + statement.formatted("") + "}")
                        .allows(asked, it -> Tri.TRUE)
                        .isTrue())
                .isEqualTo(loose);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'*'|true",
                "{'Account':'*'}|true",
                "{'Robot':'r2','Account':['1','*']}|true",
                "{'Account':'1'}|false",
                "{'Robot':['r2','c3']}|false",
            })
    void anyoneIsAnyAccount(String principal, boolean everyone) throws IOException {
        Policy read = read(STRICT, "{'Statement':{'Effect':'Allow','Principal':" + principal + "," + WHAT + "}}");
        assertThat(read.statements().get(0).principals().areEveryone()).isEqualTo(everyone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"['*']", "{}", "{'Robot':'*'}", "{'Account':'1*'}", "{'Human':'x'}", "{'Account':[]}", "7"})
    void aPrincipalThatIsNotKnownMayBeAnyone(String principal) throws IOException {
        assertThat(isUnclear(STRICT, "{'Effect':'Allow','Principal':" + principal + "," + WHAT + "}"))
                .isTrue();
    }
}
