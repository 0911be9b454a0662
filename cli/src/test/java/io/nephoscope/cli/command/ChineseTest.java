package io.nephoscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.cli.SpokenTexts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where Chinese is asked for, nothing of ours is said in English. */
class ChineseTest {
    private static final String ORGANISATION = "../samples/organisation.yaml";
    private static final List<Pattern> ENGLISH = SpokenTexts.english();

    @TempDir
    private Path folder;

    private static void isChinese(String said) {
        assertThat(said.lines().map(String::strip).filter(ChineseTest::isEnglish))
                .isEmpty();
    }

    private static boolean isEnglish(String line) {
        return !SpokenTexts.isChinese(line)
                && ENGLISH.stream().anyMatch(text -> text.matcher(line).matches());
    }

    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("plan", "--org", ORGANISATION),
                List.of("plan", "--provider", "aws", "--region", "eu-central-1"),
                List.of("organisation", "check", ORGANISATION),
                List.of("doctor", "--org", ORGANISATION),
                List.of("permissions", "--provider", "files"),
                List.of("types", "list"),
                List.of("types", "show", "aws.s3.bucket"),
                List.of("rules", "list"),
                List.of("rules", "show", "bucket-not-public"),
                List.of("import", "check", "../samples/hills-assets.csv"),
                List.of("import", "fields"),
                List.of("inventory", "--org", ORGANISATION),
                List.of("scan", "--org", ORGANISATION),
                // What cannot be done is said in Chinese too.
                List.of("scan", "--org", "no-such.yaml"),
                List.of("scan", "--provider", "awss"),
                List.of("scan", "--provider", "files", "--set", "path=no-such.csv"),
                List.of("scan", "--provider", "jdcloud", "--set", "profile=none"),
                List.of("scan", "--org", ORGANISATION, "--branch", "Nowhere"),
                List.of("scan", "--org", ORGANISATION, "--rule", "no-such-rule"),
                List.of("scan", "--orgg", ORGANISATION),
                List.of("scann"),
                List.of("evaluate", "no-such-folder"),
                List.of("types", "show", "aws.s3.buckett"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noCommandSaysASentenceOfOursInEnglish(List<String> command) {
        List<String> asked = new ArrayList<>(command);
        asked.addAll(List.of("--lang", "zh"));
        Cli cli = Cli.run(asked.toArray(String[]::new));

        isChinese(cli.out());
        isChinese(cli.err());
        assertThat(SpokenTexts.isChinese(cli.out() + cli.err())).isTrue();
    }

    @Test
    void theLocaleAsksForChineseAsTheOptionDoes() {
        Cli byOption = Cli.run("plan", "--org", ORGANISATION, "--lang", "zh");
        assertThat(Cli.run(Map.of("LANG", "zh_CN.UTF-8"), "plan", "--org", ORGANISATION))
                .isEqualTo(byOption);
        assertThat(Cli.run(Map.of("LANG", "zh_CN.UTF-8"), "--lang", "en", "plan", "--org", ORGANISATION))
                .isEqualTo(Cli.run("plan", "--org", ORGANISATION))
                .isNotEqualTo(byOption);
    }

    /** Recorded clouds, some of whose parts have no API, and cells of a file that cannot be read. */
    @Test
    void noReportHoldsAReasonOfOursInEnglishAlone() throws Exception {
        Path assets = Files.writeString(
                folder.resolve("assets.csv"),
                "class,native_id,facet:running,facet:encrypted\ncompute.vm,vm-1,perhaps,\nno.such,x,,\n");
        List<Path> bases = List.of(folder.resolve("clouds"), folder.resolve("file"));
        scan(bases.get(0), "--org", ORGANISATION);
        scan(bases.get(1), "--provider", "files", "--set", "path=" + assets);

        for (Path base : bases) {
            JsonNode report = new ObjectMapper().readTree(Files.readString(Path.of(base + ".json")));
            List<JsonNode> reasons = new ArrayList<>();
            for (String field : List.of("message", "call")) {
                reasons.addAll(report.findValues(field));
            }
            assertThat(reasons).hasSizeGreaterThan(10);
            assertThat(reasons).allSatisfy(reason -> {
                if (reason.isObject()) {
                    assertThat(reason.get("zh").asText())
                            .satisfies(text -> assertThat(SpokenTexts.isChinese(text))
                                    .as(text)
                                    .isTrue());
                } else {
                    assertThat(isEnglish(reason.asText())).as(reason.asText()).isFalse();
                }
            });
            for (String table : List.of("findings", "assets", "coverage", "branches", "summary")) {
                List<String> lines = Files.readAllLines(Path.of(base + "-" + table + ".csv"));
                assertThat(lines.get(0).split(",", -1)).allMatch(SpokenTexts::isChinese);
                assertThat(lines.stream()
                                .flatMap(line -> Stream.of(line.split("\",\"|; ", -1)))
                                .map(cell -> cell.replaceAll("^\"|\"$", ""))
                                .filter(ChineseTest::isEnglish))
                        .isEmpty();
            }
        }
        List<String> findings = Files.readAllLines(folder.resolve("clouds-findings.csv"));
        assertThat(findings.subList(1, findings.size()))
                .allMatch(row -> row.matches("\"(合规|不合规|未知|不适用)\",\"(严重|高危|中危|低危)\",.*"));
        assertThat(String.join("\n", findings)).contains("云厂商未提供相应 API（存储桶的版本控制）");
    }

    @Test
    void aTableForProgramsKeepsItsEnglishHeadingsAndFixedWords() throws Exception {
        scan(folder.resolve("clouds"), "--org", ORGANISATION, "--csv-english");

        List<String> findings = Files.readAllLines(folder.resolve("clouds-findings.csv"));
        assertThat(findings.get(0)).startsWith("\"verdict\",\"severity\",\"rule\",\"title\"");
        assertThat(findings.subList(1, findings.size()))
                .allMatch(
                        row -> row.matches(
                                "\"(PASS|FAIL|UNKNOWN|NOT_APPLICABLE)\",\"(critical|high|medium|low)\",\"[\\w-]+\",\"[^\"]*\\p{IsHan}.*"));
        assertThat(Files.readAllLines(folder.resolve("clouds-coverage.csv")).get(0))
                .contains("\"status\"");
    }

    private static void scan(Path base, String... arguments) {
        List<String> command = new ArrayList<>(List.of("scan"));
        command.addAll(List.of(arguments));
        for (String table : List.of("assets", "coverage", "branches", "summary")) {
            command.addAll(List.of("-o", table + "-csv=" + base + "-" + table + ".csv"));
        }
        command.addAll(List.of(
                "-o", "csv=" + base + "-findings.csv", "-o", "json=" + base + ".json", "--lang", "zh", "--quiet"));
        assertThat(Cli.run(command.toArray(String[]::new)).code()).isIn(0, 3);
    }

    /** What a Chinese editor may save; the second begins like UTF-8 and is not. */
    @Test
    void anOrganisationThatIsNoUtf8IsRefusedWithItsLineAndTheMend() throws Exception {
        String yaml = "name: 湖畔集团\nbranches:\n  - name: 海港分公司\n    accounts: [{provider: files, path: a.csv}]\n";
        Path file = folder.resolve("organisation.yaml");

        Files.write(file, yaml.getBytes(Charset.forName("GB18030")));
        assertThat(Cli.run("scan", "--org", file.toString()))
                .isEqualTo(new Cli(
                        2,
                        "",
                        file + ", line 1: the file is not UTF-8 (it may be GB18030, also called GBK or ANSI);"
                                + " save it as UTF-8.\n"));
        assertThat(Cli.run("scan", "--org", file.toString(), "--lang", "zh").err())
                .isEqualTo(file + " 第 1 行：文件不是 UTF-8 编码（可能是 GB18030，即 GBK 或 ANSI）；请另存为 UTF-8。\n");

        Files.write(file, (yaml + "# caf\u00e9 ").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Cli.run("organisation", "check", file.toString()).err())
                .isEqualTo(file + ", line 5: the bytes here are not UTF-8; save the file as UTF-8.\n");
    }

    @Test
    void anOrganisationInUtf16IsReadAsOneInUtf8() throws Exception {
        String yaml = "name: 湖畔集团\naccounts: [{provider: files, name: 机房, path: a.csv}]\n";
        Path file = folder.resolve("organisation.yaml");
        Files.write(file, ("\uFEFF" + yaml).getBytes(StandardCharsets.UTF_8));
        Cli utf8 = Cli.run("organisation", "check", file.toString());
        Files.write(file, yaml.getBytes(StandardCharsets.UTF_16));

        assertThat(Cli.run("organisation", "check", file.toString())).isEqualTo(utf8);
        assertThat(utf8.out()).contains("湖畔集团: group").contains("机房: files");
    }

    /** The other files that people write by hand. */
    @Test
    void waiversAttestationsAndRulesInGb18030AreRefusedInTheSameWords() throws Exception {
        byte[] bytes = "说明: 内容\n".getBytes(Charset.forName("GB18030"));
        Path file = Files.write(folder.resolve("statement.yaml"), bytes);
        for (String option : List.of("--waivers", "--attest")) {
            assertThat(Cli.run("scan", "--org", ORGANISATION, option, file.toString(), "--lang", "zh")
                            .err())
                    .isEqualTo(file + " 第 1 行：文件不是 UTF-8 编码（可能是 GB18030，即 GBK 或 ANSI）；请另存为 UTF-8。\n");
        }
        assertThat(Cli.run("rules", "list", "--rules-dir", folder.toString()).err())
                .contains("statement.yaml, line 1: the file is not UTF-8");
    }
}
