package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A browser with one page, which tests look into while its own policy holds: they ask from outside, and put no script into it. Skipped where
 * there is none; with NEPHOSCOPE_CI=1 that is a failure.
 */
final class Browser implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_WAIT = 60;
    private static final Map<String, Integer> KEYS = Map.of("Enter", 13, "Escape", 27, "End", 35, "ArrowDown", 40);
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Browser(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .orTimeout(LONGEST_WAIT, TimeUnit.SECONDS)
                .join();
    }

    /** @param profile a folder of the test's own */
    static Browser start(Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        executable().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1440,1000",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                // What it goes on to say must not fill the pipe.
                new Thread(() -> said.lines().forEach(ignored -> {})).start();
                return new Browser(process, page(listening.group(1)));
            }
        }
        return fail("the browser ended before it listened");
    }

    /** Where the page's own door is. */
    private static String page(String host) throws IOException {
        for (JsonNode target :
                MAPPER.readTree(URI.create("http://" + host + "/json/list").toURL())) {
            if (target.path("type").asText().equals("page")) {
                return target.path("webSocketDebuggerUrl").asText();
            }
        }
        return fail("the browser has no page");
    }

    private static Path executable() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(bin -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(bin)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "1".equals(System.getenv("NEPHOSCOPE_CI"))) {
            fail("chromium is not installed, and NEPHOSCOPE_CI=1 asks for it");
        }
        return found.orElseGet(() -> abort("chromium is not installed"));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void hear(String said) {
        try {
            JsonNode message = MAPPER.readTree(said);
            JsonNode told = message.path("params");
            if (message.has("id")) {
                answers.remove(message.path("id").asInt()).complete(message);
            } else if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(told.path("request").path("url").asText());
            } else if (message.path("method").asText().equals("Log.entryAdded")) {
                complaints.add(told.path("entry").path("text").asText());
            } else if (message.path("method").asText().equals("Runtime.exceptionThrown")) {
                complaints.add(told.path("exceptionDetails").toString());
            }
        } catch (IOException e) {
            complaints.add(e.toString());
        }
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        int id = asked.incrementAndGet();
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(parameters));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode told = answer.orTimeout(LONGEST_WAIT, TimeUnit.SECONDS).join();
        if (told.has("error")) {
            fail(told.toString());
        }
        return told.path("result");
    }

    /** Opens a page, and waits for its table. */
    void open(Path page, String fragment) {
        open(page, fragment, "document.querySelector('#findings .count')?.textContent");
    }

    /** Opens a page, and waits until an expression is true in it. */
    void open(Path page, String fragment, String awaited) {
        for (String part : List.of("Page", "Network", "Log", "Runtime")) {
            ask(part + ".enable", Map.of());
        }
        // Another fragment of the same page would be no visit of its own.
        ask("Page.navigate", Map.of("url", "about:blank"));
        ask("Page.navigate", Map.of("url", page.toUri() + fragment));
        await("document.readyState === 'complete' && " + awaited);
    }

    /** Makes the window as wide as a telephone. */
    void narrow() {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", false));
    }

    /** A key, by its name and by the number that the browser itself listens to. */
    void press(String key) {
        int number = Objects.requireNonNull(KEYS.get(key));
        for (String type : List.of("rawKeyDown", "keyUp")) {
            ask(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", number));
        }
    }

    /** What an expression is worth in the page, which may be a promise. */
    JsonNode evaluate(String expression) {
        JsonNode result =
                ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            fail(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    String text(String expression) {
        return evaluate(expression).asText();
    }

    /** Waits until an expression is true in the page. */
    void await(String expression) {
        evaluate("new Promise((done) => { const look = () => { if (" + expression
                + ") { done(true); } else { setTimeout(look, 10); } }; look(); })");
    }

    /** Every address that was asked for, but for those of the page itself. */
    List<String> requests() {
        return requests.stream()
                .filter(request -> !request.startsWith("file:") && !request.startsWith("data:"))
                .toList();
    }

    /** What the browser complained of: breaches of the policy, and errors of the script. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Ends the browser with all its processes: until then they write into the profile. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        socket.abort();
        all.forEach(ProcessHandle::destroy);
        all.forEach(it -> it.onExit().orTimeout(LONGEST_WAIT, TimeUnit.SECONDS).join());
    }
}
