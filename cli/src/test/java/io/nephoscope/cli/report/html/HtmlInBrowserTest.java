package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.nephoscope.cli.report.HostileScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
import io.nephoscope.cli.report.RichScan;
import io.nephoscope.cli.report.Scans;
import io.nephoscope.cli.report.Written;
import io.nephoscope.inventory.doc.Language;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. Skipped where there is none; with NEPHOSCOPE_CI=1 that is a failure. */
class HtmlInBrowserTest {
    @TempDir
    private Path folder;

    private Path browser = Path.of("");

    /** What the browser made of a page, what it said meanwhile, and the first words of all that it asked any server. */
    private record Visit(String document, String log, List<String> requests) {}

    @BeforeEach
    void findBrowser() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(bin -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(bin)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "1".equals(System.getenv("NEPHOSCOPE_CI"))) {
            fail("chromium is not installed, and NEPHOSCOPE_CI=1 asks for it");
        }
        browser = found.orElseGet(() -> abort("chromium is not installed"));
    }

    private Visit visit(String html) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path document = folder.resolve("document.html");
        Path log = folder.resolve("log.txt");
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        try (ServerSocket everybody = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread listener = new Thread(() -> listen(everybody, requests));
            listener.start();
            visit(page, document, log, everybody.getLocalPort());
        }
        return new Visit(Files.readString(document), Files.readString(log), List.copyOf(requests));
    }

    /** Stands in for every server of the world; the name that is asked for is readable, of TLS too. */
    private static void listen(ServerSocket everybody, List<String> requests) {
        while (!everybody.isClosed()) {
            try (Socket caller = everybody.accept()) {
                byte[] words = new byte[8_192];
                int length = Math.max(0, caller.getInputStream().read(words));
                requests.add(new String(words, 0, length, StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // The browser hung up, or the test is over.
            }
        }
    }

    private void visit(Path page, Path document, Path log, int port) throws IOException, InterruptedException {
        ProcessBuilder chromium = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--host-resolver-rules=MAP * 127.0.0.1:" + port,
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(document.toFile())
                .redirectError(log.toFile());
        chromium.environment().put("TZ", "Asia/Shanghai");
        Process process = chromium.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail("the browser does not come to an end");
        }
    }

    @Test
    void noScriptOfTheDataRuns() throws IOException, InterruptedException {
        String html = Written.report(ReportFormat.HTML, Language.EN, HostileScan.in(folder.resolve("snapshot")));
        Visit visit = visit(html);
        assertThat(visit.document()).contains("</html>").doesNotContain("<html lang=\"en\" " + HostileScan.MARK);
        assertThat(visit.document().substring(0, visit.document().indexOf("<head>")))
                .doesNotContain(HostileScan.MARK);
        assertThat(visit.document())
                .as("our own script runs")
                .contains("<button type=\"button\" aria-pressed=\"false\" aria-controls=\"branch-map-rows\">");
        assertThat(visit.log()).doesNotContain("Content Security Policy");
        assertThat(visit.requests()).noneMatch(request -> request.contains("evil"));
    }

    @Test
    void timesStandInTheZoneOfTheReaderToo() throws IOException, InterruptedException {
        ReportData data = Scans.small(folder.resolve("snapshot"));
        assertThat(visit(Written.report(ReportFormat.HTML, Language.EN, data)).document())
                .contains("2026-01-01 00:00:00 UTC<span> (Jan 1, 2026, 8:00")
                .contains("AM GMT+8)</span></time>");
        assertThat(visit(Written.report(ReportFormat.HTML, Language.ZH, data)).document())
                .contains("2026-01-01 00:00:00 UTC<span> (2026年1月1日 08:00 GMT+8)</span>");
    }

    @Test
    void theWorstBranchesStandFirstWhereThatIsAskedFor() throws IOException, InterruptedException {
        String html = Written.report(ReportFormat.HTML, Language.EN, RichScan.in(folder.resolve("snapshot")));
        assertThat(branches(visit(html).document()))
                .containsExactly("Lakeside Group", "Finance", "Harbour", "Shipping");
        assertThat(branches(after(html, "document.querySelector('#branch-map button').click()")))
                .containsExactly("Shipping", "Harbour", "Lakeside Group", "Finance");
    }

    private static List<String> branches(String document) {
        int from = document.indexOf("<tbody id=\"branch-map-rows\">");
        return Pattern.compile("<th scope=\"row\".*?<a href=[^>]*>(.*?)</a>", Pattern.DOTALL)
                .matcher(document.substring(from, document.indexOf("</tbody>", from)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void aLinkIntoWhatIsFoldedUnfoldsIt() throws IOException, InterruptedException {
        String html = Written.report(ReportFormat.HTML, Language.EN, RichScan.in(folder.resolve("snapshot")));
        String unfolded = "<details open=\"\">\\s*<summary><h2 id=\"rules-title\">";
        assertThat(visit(html).document()).doesNotContainPattern(unfolded);
        assertThat(after(html, "location.hash = '#rules'")).containsPattern(unfolded);
    }

    @Test
    void paperHasNoFiltersAndUnfoldsWhatIsAskedFor() throws IOException, InterruptedException {
        String html = Written.report(ReportFormat.HTML, Language.EN, RichScan.in(folder.resolve("snapshot")));
        String all = "document.getElementById('print-all').checked = true;";
        String before = "dispatchEvent(new Event('beforeprint'));";
        assertThat(after(html, before)).doesNotContain("href=\"#v=").contains("href=\"#unseen\"", "<details>");
        assertThat(after(html, all + before)).doesNotContain("<details>").contains("<details open=\"\">");
        assertThat(after(html, all + before + "dispatchEvent(new Event('afterprint'));"))
                .contains("href=\"#v=", "<details>")
                .doesNotContain("<details open=\"\">");
    }

    /** The page after a script of somebody who uses it. */
    private String after(String html, String script) throws IOException, InterruptedException {
        return visit(html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                        .replace("</body>", "<script>" + script + "</script></body>"))
                .document();
    }

    @Test
    void theSameTextsDoHarmWhereNothingStopsThem() throws IOException, InterruptedException {
        Visit visit = visit("<!DOCTYPE html><html lang=\"en\"><body>"
                + HostileScan.TEXTS.get(0)
                + "<img src=http://evil.example/x><img src=https://evil.example/y>");
        assertThat(visit.document().substring(0, visit.document().indexOf("<head>")))
                .contains(HostileScan.MARK);
        assertThat(visit.requests())
                .anyMatch(request -> request.startsWith("GET /x ") && request.contains("evil"))
                .anyMatch(request -> !request.startsWith("GET") && request.contains("evil"));
    }

    @Test
    void thePolicyStopsAScriptEvenWhereEscapingFailed() throws IOException, InterruptedException {
        String html = Written.report(ReportFormat.HTML, Language.EN, HostileScan.in(folder.resolve("snapshot")));
        String asking = "<img src=http://evil.example/x><link rel=stylesheet href=//evil.example/s>"
                + "<div style='background:url(http://evil.example/b)'>x</div>";
        Visit visit =
                visit(html.replace("<main>", "<main>" + asking + String.join("", HostileScan.TEXTS.subList(0, 8))));
        assertThat(visit.document().substring(0, visit.document().indexOf("<head>")))
                .doesNotContain(HostileScan.MARK);
        assertThat(visit.log()).contains("Content Security Policy");
        assertThat(visit.requests()).noneMatch(request -> request.contains("evil"));
    }
}
