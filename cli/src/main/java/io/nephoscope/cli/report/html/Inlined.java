package io.nephoscope.cli.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The style and the script that the page carries in itself, and the policy that allows these and nothing else: no request leaves
 * the page, and no script runs in it that is not ours.
 */
public record Inlined(String style, String script, String policy) {
    /** Where the parts of bars get their widths: the policy forbids style attributes. */
    private static final String WIDTHS = IntStream.rangeClosed(1, 100)
            .mapToObj(percent -> ".w" + percent + "{width:" + percent + "%}\n")
            .collect(Collectors.joining());

    /** The parts of the script that shows findings and assets; each may lean on those before it. */
    private static final List<String> EXPLORE = List.of(
            "text",
            "sha256",
            "data",
            "state",
            "search",
            "filter",
            "views",
            "grid",
            "controls",
            "mend",
            "panel",
            "start");

    static Inlined read() {
        String style = "\n" + resource("report.css") + resource("heat.css") + resource("explore.css")
                + resource("paper.css") + WIDTHS;
        String script = "\n" + resource("report.js")
                + EXPLORE.stream()
                        .map(part -> resource("explore/" + part + ".js"))
                        .collect(Collectors.joining("", "(() => {\n'use strict';\n", "})();\n"));
        String policy = "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
        return new Inlined(style, script, policy);
    }

    private static String resource(String name) {
        try (InputStream in = Inlined.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the installation");
            }
            // Browsers hash the text after they have made one line end of CR LF.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
