package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.nephoscope.cli.report.GroupScan;
import io.nephoscope.cli.report.HostileScan;
import io.nephoscope.cli.report.ReportData;
import io.nephoscope.cli.report.ReportFormat;
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
        Process process = new ProcessBuilder(
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
                .redirectError(log.toFile())
                .start();
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
        assertThat(visit.document()).as("our own script runs").contains("<p class=\"filter\">");
        assertThat(visit.log()).doesNotContain("Content Security Policy");
        assertThat(visit.requests()).noneMatch(request -> request.contains("evil"));
    }

    @Test
    void theFilterSaysWhatIsNotOnThePageAndHidesNoRuleThatMayHoldMore() throws IOException, InterruptedException {
        ReportData data = GroupScan.in(folder.resolve("snapshot"), 45);
        assertThat(filtered(Language.EN, data, "no such asset"))
                .contains("Found in 0 of 5 rules. 35,000 failures are not on this page and were not searched")
                .doesNotContainPattern("<article[^>]* hidden");
        assertThat(filtered(Language.EN, data, GroupScan.LAST_BRANCH)).contains("Found in 5 of 5 rules. 35,000");
        assertThat(filtered(Language.ZH, data, "没有这样的资产")).contains("在 5 条规则中的 0 条里找到。 另有 35,000 个不合规项不在本页中，未被搜索");
    }

    @Test
    void whereAllIsOnThePageTheFilterHidesWhatDoesNotMatch() throws IOException, InterruptedException {
        String document = filtered(Language.EN, GroupScan.in(folder.resolve("snapshot"), 1), "disk-encrypted-0");
        assertThat(document).contains(">Found in 1 of 5 rules.</output>");
        assertThat(Pattern.compile("<article[^>]* hidden")
                        .matcher(document)
                        .results()
                        .count())
                .isEqualTo(4);
    }

    /** The page after somebody typed into its filter. */
    private String filtered(Language language, ReportData data, String wanted)
            throws IOException, InterruptedException {
        String html = Written.report(ReportFormat.HTML, language, data);
        String typing = "<script>document.getElementById('filter').value = '" + wanted
                + "'; document.getElementById('filter').dispatchEvent(new Event('input'));</script>";
        return visit(html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                        .replace("</body>", typing + "</body>"))
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
