package io.nephoscope.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream with one line at its foot that is redrawn in place. What is written otherwise first wipes that line away, so that the two
 * never mix; it comes back when it is shown again.
 */
public final class StatusLine extends OutputStream {
    private static final byte[] WIPE = {'\r', 0x1b, '[', '2', 'K'};

    private final OutputStream out;
    private boolean shown;
    private boolean atLineStart = true;

    public StatusLine(OutputStream out) {
        this.out = out;
    }

    /** Draws the line anew. While another text stands unfinished on the last line, nothing is drawn. */
    synchronized void show(byte[] text) throws IOException {
        if (atLineStart) {
            out.write(WIPE);
            out.write(text);
            out.flush();
            shown = true;
        }
    }

    synchronized void clear() throws IOException {
        if (shown) {
            out.write(WIPE);
            out.flush();
            shown = false;
        }
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            clear();
            out.write(bytes, offset, length);
            atLineStart = bytes[offset + length - 1] == '\n';
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        out.flush();
    }
}
