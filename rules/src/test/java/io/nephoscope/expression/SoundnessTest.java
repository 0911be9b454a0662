package io.nephoscope.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Toy;
import io.nephoscope.yaml.YamlNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What is known in spite of unknowns stays true whatever the unknowns turn out to be. A completed asset may break the rule (an error
 * of the rule is unknown, again), but it must never get the opposite verdict.
 */
class SoundnessTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SEED = 20_260_101;

    private enum Seen {
        TRUE,
        FALSE,
        UNKNOWN
    }

    @Test
    void noValueOfAnUnknownEverContradictsAKnownVerdict() {
        Random random = new Random(SEED);
        RandomExpressions expressions = new RandomExpressions(random);
        RandomBoxes boxes = new RandomBoxes(random);
        Environment environment = Environment.of(Toy.BOX, Toy.TYPES);
        Map<Seen, Integer> seen = new EnumMap<>(Seen.class);
        for (int i = 0; i < 2_000; i++) {
            String text = expressions.next();
            Expression expression = environment.condition(
                    YamlNode.parse("random", "e: |-\n  " + text).field("e"));
            for (int j = 0; j < 5; j++) {
                RandomBoxes.Box hidden = boxes.hide(boxes.box());
                Object verdict = expression.evaluate(hidden.view(), NOW);
                seen.merge(seen(verdict), 1, Integer::sum);
                if (verdict instanceof Unknown unknown) {
                    assertThat(unknown.causes()).isNotEmpty();
                    continue;
                }
                for (int k = 0; k < 8; k++) {
                    RandomBoxes.Box whole = boxes.complete(hidden);
                    Object completed = expression.evaluate(whole.view(), NOW);
                    if (!(completed instanceof Unknown)) {
                        assertThat(completed)
                                .as("%s%n of %s%n completed to %s", text, hidden, whole)
                                .isEqualTo(verdict);
                    }
                }
            }
        }
        assertThat(seen).allSatisfy((verdict, count) -> assertThat(count).isGreaterThan(1_000));
    }

    @Test
    void aWholeAssetIsUnknownOnlyForAnErrorOfTheRule() {
        Random random = new Random(SEED);
        RandomExpressions expressions = new RandomExpressions(random);
        RandomBoxes boxes = new RandomBoxes(random);
        Environment environment = Environment.of(Toy.BOX, Toy.TYPES);
        int errors = 0;
        for (int i = 0; i < 1_000; i++) {
            Expression expression = environment.condition(
                    YamlNode.parse("random", "e: |-\n  " + expressions.next()).field("e"));
            Object verdict = expression.evaluate(boxes.box().view(), NOW);
            if (verdict instanceof Unknown unknown) {
                errors++;
                assertThat(unknown.causes()).allSatisfy(cause -> {
                    assertThat(cause.call()).isEqualTo(RuleError.CALL);
                    assertThat(cause.message().en()).isNotBlank();
                });
            }
        }
        assertThat(errors).isBetween(100, 900);
    }

    private static Seen seen(Object verdict) {
        return verdict instanceof Boolean truth ? truth ? Seen.TRUE : Seen.FALSE : Seen.UNKNOWN;
    }
}
