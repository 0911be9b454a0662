package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.CoverageStatus;
import io.nephoscope.cli.report.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StylesheetTest {
    private static final List<String> TEXTS = List.of("ink", "quiet", "link", "fail", "unknown", "pass", "manual");

    @Test
    void everyColourOfTextStandsOutFromItsGroundByDayAndByNight() {
        String[] parts = Inlined.read().style().split("@media screen and \\(prefers-color-scheme: dark\\)");
        for (String part : parts) {
            Map<String, String> colours = colours(part.split("\n\\* \\{|--sans", 2)[0]);
            for (String text : TEXTS) {
                for (String ground : List.of("paper", "soft")) {
                    assertThat(contrast(colours.get(text), colours.get(ground)))
                            .as("%s on %s", text, ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
        assertThat(parts).hasSize(2);
    }

    @Test
    void whatStandsInACellOfAHeatMapCanBeReadOnEveryColourByDayAndByNight() {
        for (String part : Inlined.read().style().split("@media screen and \\(prefers-color-scheme: dark\\)")) {
            Map<String, String> colours = colours(part.split("\n\\* \\{|--sans", 2)[0]);
            grounds()
                    .forEach(ground -> assertThat(contrast(colours.get("ink"), colours.get(ground)))
                            .as("ink on %s", ground)
                            .isGreaterThanOrEqualTo(4.5));
        }
    }

    /** The nine colours of failures, the stripes of the unknown and the states of coverage; what was skipped has none. */
    private static Stream<String> grounds() {
        return Stream.of(
                        IntStream.rangeClosed(1, 9).mapToObj(step -> "fails" + step),
                        Stream.of("open"),
                        Arrays.stream(CoverageStatus.values())
                                .filter(status -> status != CoverageStatus.SKIPPED)
                                .map(Words::style))
                .flatMap(Function.identity());
    }

    @Test
    void everyColourAndEveryHatchingOfTheLegendIsThere() {
        String style = Inlined.read().style();
        Stream.concat(Heat.colours().stream(), Heat.hatchings().stream())
                .forEach(step -> assertThat(style).containsPattern("(?m)^\\." + step.style() + " \\{ background-"));
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new HashMap<>();
        Matcher matcher = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});").matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    /** As WCAG 2.2 counts it; AA asks for 4.5. */
    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
