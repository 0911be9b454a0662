package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTest {
    private static final Unknown UNKNOWN = Unknown.because(Cause.notCollected("toy:Get", ""));
    private static final Doc ROOT = Doc.of(
            "Rules",
            DocList.of(Doc.of("Cidr", "10.0.0.0/8"), Doc.of("Cidr", UNKNOWN), 3L),
            "Policy",
            UNKNOWN,
            "Name",
            "a");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name",
                "New",
                "Rules[0].Cidr",
                "Rules[0].Cidr,Rules[0].Port,Rules[1].Port,Rules[2]",
                "Rules,Rules[7].Port",
                "A.B.C,A.B.D,A.E",
                "Policy.Statement",
                "tags[\"a.b\"],tags[\"a\"].c,tags.*"
            })
    void manyPathsAreSetAsOneByOne(String paths) {
        Map<String, Object> fields = new TreeMap<>();
        Doc expected = ROOT;
        for (String path : paths.split(",")) {
            fields.put(path, UNKNOWN);
            expected = Paths.set(expected, path, UNKNOWN);
        }

        assertThat(Patch.of(fields).on(ROOT, new Shapes())).isEqualTo(expected);
    }

    @Test
    void changedObjectsShareTheirShapes() {
        Patch patch = Patch.of(Map.of("A.B", UNKNOWN));
        Shapes shapes = new Shapes();

        assertThat(patch.on(ROOT, shapes).doc("A").shape())
                .isSameAs(patch.on(Doc.of("Name", "b"), shapes).doc("A").shape());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[0]", "Name[0]", "Rules[3]"})
    void whatLeadsNowhereIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patch.of(Map.of(path, UNKNOWN)).on(ROOT, new Shapes()));
    }

    @Test
    void nothingIsBothAListAndAnObject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patch.of(new TreeMap<>(Map.of("A[0]", UNKNOWN, "A.B", UNKNOWN))));
    }
}
