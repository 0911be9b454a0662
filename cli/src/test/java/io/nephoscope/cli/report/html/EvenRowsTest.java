package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenRowsTest {
    private static EvenRows<String> rows(int most, String list, int branches, int each) {
        EvenRows<String> rows = new EvenRows<>(most, list);
        for (int branch = 1; branch <= branches; branch++) {
            for (int row = 1; row <= each; row++) {
                String text = "branch " + branch + ", row " + row;
                rows.add("branch " + branch, () -> text);
            }
        }
        return rows;
    }

    private static Set<String> branches(EvenRows<String> rows) {
        return rows.rows().stream()
                .map(row -> row.split(",", 2)[0])
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void allRowsStayInTheirOrderWhereThereIsRoom() {
        EvenRows<String> rows = rows(6, "", 2, 3);
        assertThat(rows.rows())
                .containsExactly(
                        "branch 1, row 1",
                        "branch 1, row 2",
                        "branch 1, row 3",
                        "branch 2, row 1",
                        "branch 2, row 2",
                        "branch 2, row 3");
        assertThat(rows.leftOut()).isZero();
    }

    @Test
    void aLargeBranchThatComesFirstLeavesRoomForTheOthers() {
        EvenRows<String> rows = new EvenRows<>(10, "");
        IntStream.range(0, 1_000).forEach(row -> rows.add("large", () -> "large " + row));
        IntStream.range(0, 2).forEach(row -> rows.add("small", () -> "small " + row));
        assertThat(rows.rows()).hasSize(10).endsWith("small 0", "small 1").startsWith("large 0", "large 1");
        assertThat(rows.leftOut()).isEqualTo(992);
    }

    @Test
    void everyBranchHasAsManyRowsAsAnyOtherOrOneLess() {
        EvenRows<String> rows = rows(500, "", 200, 40);
        assertThat(rows.rows().stream()
                        .collect(Collectors.groupingBy(row -> row.split(",", 2)[0], Collectors.counting())))
                .hasSize(200)
                .allSatisfy((branch, count) -> assertThat(count).isBetween(2L, 3L));
        assertThat(rows.leftOut()).isEqualTo(7_500);
    }

    @Test
    void listsThatAreShorterThanTheBranchesAreManyDoNotAllLeaveOutTheSame() {
        Set<String> seen = new LinkedHashSet<>();
        for (String rule : List.of("bucket-not-public", "disk-encrypted", "key-rotated", "log-kept", "port-shut")) {
            Set<String> branches = branches(rows(100, rule, 200, 3));
            assertThat(branches).hasSize(100);
            seen.addAll(branches);
        }
        assertThat(seen).hasSizeGreaterThan(150);
    }

    @Test
    void aRowForWhichThereIsNoRoomIsNotMade() {
        List<String> made = new ArrayList<>();
        EvenRows<String> rows = new EvenRows<>(1, "");
        for (String row : List.of("first", "second")) {
            rows.add("branch", () -> {
                made.add(row);
                return row;
            });
        }
        assertThat(made).containsExactly("first");
    }
}
