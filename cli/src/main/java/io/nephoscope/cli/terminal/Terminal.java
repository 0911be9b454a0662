package io.nephoscope.cli.terminal;

import io.nephoscope.cli.report.Columns;
import io.nephoscope.cli.report.Escaped;
import io.nephoscope.cli.report.Word;
import io.nephoscope.cli.report.Words;
import io.nephoscope.inventory.Secrets;
import io.nephoscope.inventory.doc.Language;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the tool speaks: data and summaries on one stream, progress and talk on the other. */
public final class Terminal {
    private static final int USUAL_WIDTH = 80;
    /** In code points: what clouds and files have a word in may have no end. */
    private static final int LONGEST_TALK = 4_000;

    private final Outlet outlet;
    private final PrintStream out;
    private final PrintStream err;
    private final PrintStream log;
    private final StatusLine status;
    private final Looks looks;
    private final Map<String, String> environment;
    private final Language language;

    /**
     * What the launcher found out, since Java cannot tell which of its streams is a terminal.
     *
     * @param width in columns; 0 where it is not known
     */
    public record Looks(boolean outIsTerminal, boolean errIsTerminal, int width) {
        /** A pipe or a file. */
        public static final Looks PLAIN = new Looks(false, false, 0);

        /** From {@code nephoscope.tty.out}, {@code nephoscope.tty.err} and {@code nephoscope.width}. */
        public static Looks ofSystemProperties() {
            return new Looks(
                    Boolean.getBoolean("nephoscope.tty.out"),
                    Boolean.getBoolean("nephoscope.tty.err"),
                    Integer.getInteger("nephoscope.width", 0));
        }
    }

    /** Both streams are written in UTF-8, whatever the locale says. */
    public Terminal(OutputStream out, OutputStream err, Looks looks, Map<String, String> environment) {
        this.outlet = new Outlet(out);
        this.out = new PrintStream(outlet, false, StandardCharsets.UTF_8);
        this.status = new StatusLine(err);
        this.err = new PrintStream(status, true, StandardCharsets.UTF_8);
        this.log = new PrintStream(new LogStream(status), false, StandardCharsets.UTF_8);
        this.looks = looks;
        this.environment = Map.copyOf(environment);
        this.language = ofLocale();
    }

    private Terminal(Terminal other, Language language) {
        this.outlet = other.outlet;
        this.out = other.out;
        this.status = other.status;
        this.err = other.err;
        this.log = other.log;
        this.looks = other.looks;
        this.environment = other.environment;
        this.language = language;
    }

    /** The same that speaks this language, whatever the locale is. */
    public Terminal in(Language other) {
        return new Terminal(this, other);
    }

    /** For data and summaries. */
    public PrintStream out() {
        return out;
    }

    /** Why something that was written to {@link #out()} did not go out, once all was written; empty where all did. */
    public Optional<String> lost() {
        out.flush();
        return outlet.lost();
    }

    /** For progress and talk. */
    public PrintStream err() {
        return err;
    }

    /** For logs and stack traces: what stands there may come from anywhere, and is made harmless line by line. */
    public PrintStream log() {
        return log;
    }

    /**
     * Says something that clouds and files may have had a word in: without secrets, with what would steer the terminal as its escape,
     * and not without end.
     */
    private void say(String text) {
        String masked = Secrets.mask(text);
        int length = masked.codePointCount(0, masked.length());
        int end = masked.offsetByCodePoints(0, Math.min(length, LONGEST_TALK));
        err.println(Escaped.lines(masked.substring(0, end))
                + (length <= LONGEST_TALK ? "" : new Words(language).of(Word.MORE_CHARACTERS, length - LONGEST_TALK)));
    }

    /** Says it in the language of the terminal. */
    public void say(Text text) {
        say(text.in(language));
    }

    /** Says one of the texts of reports. */
    public void say(Word word, Object... arguments) {
        say(new Words(language).of(word, arguments));
    }

    public boolean outHasColours() {
        return hasColours(looks.outIsTerminal());
    }

    public boolean errHasColours() {
        return hasColours(looks.errIsTerminal());
    }

    /** NO_COLOR, CLICOLOR_FORCE and a dumb terminal are obeyed, in this order. */
    private boolean hasColours(boolean isTerminal) {
        if (!variable("NO_COLOR").isEmpty()) {
            return false;
        }
        String force = variable("CLICOLOR_FORCE");
        boolean isForced = !force.isEmpty() && !force.equals("0");
        return isForced || (isTerminal && !isDumb());
    }

    private boolean isDumb() {
        return variable("TERM").equals("dumb");
    }

    /** Whether a line can be redrawn in place on {@link #err()}. */
    boolean canRedraw() {
        return looks.errIsTerminal() && !isDumb();
    }

    /** In columns. */
    public int width() {
        return looks.width() > 0 ? looks.width() : USUAL_WIDTH;
    }

    /** In which it speaks: the one that was asked for; else Chinese where the locale is, and English where it is not. */
    public Language language() {
        return language;
    }

    private Language ofLocale() {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            if (!variable(name).isEmpty()) {
                return variable(name).startsWith("zh") ? Language.ZH : Language.EN;
            }
        }
        return Language.EN;
    }

    /** The variables of the process, some of which may hold secrets. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The folder for what only saves time, the launcher's; none for who has no home. */
    public Optional<Path> cache() {
        String caches = variable("XDG_CACHE_HOME");
        if (!caches.isEmpty()) {
            return Optional.of(Path.of(caches, "nephoscope"));
        }
        String home = variable("HOME");
        return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".cache", "nephoscope"));
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Draws the line at the foot of {@link #err()}, cut to the terminal's width. */
    void showStatus(String line) {
        String cut = Columns.cut(line, width() - 1);
        try {
            status.show(cut.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clearStatus() {
        try {
            status.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
