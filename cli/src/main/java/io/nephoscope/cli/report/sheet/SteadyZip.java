package io.nephoscope.cli.report.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Passes a workbook on as it is written, so that the same content is the same bytes. The library that writes it puts the time of the
 * clock into one part, and takes no other: that part is mended on the way.
 */
final class SteadyZip extends OutputStream {
    /** Of every part. Times before this one would bring the machine's time zone into the file. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int PART_BEGINS = 0x04034b50;
    private static final int HEAD = 30;
    private static final int NAME_LENGTH_AT = 26;
    /** What stands behind each part: a signature, a sum, and two sizes of eight bytes. */
    private static final int TAIL = 24;

    private final ZipOutputStream zip;
    private final String mended;
    private final UnaryOperator<String> mend;
    private final Inflater inflater = new Inflater(true);
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private State state = State.HEAD;
    private int left = HEAD;
    private boolean holds;

    /** What comes next. */
    private enum State {
        HEAD,
        NAME,
        CONTENT,
        TAIL,
        /** The directory, which is written anew. */
        REST
    }

    /**
     * @param mended the part that is not the same each time
     * @param mend makes it so
     */
    SteadyZip(OutputStream out, String mended, UnaryOperator<String> mend) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.mended = mended;
        this.mend = mend;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        for (int at = from; at < end; ) {
            at = state == State.CONTENT ? content(bytes, at, end) : frame(bytes, at, end);
        }
    }

    /** Takes what stands around the parts; the answer is where it ends. */
    private int frame(byte[] bytes, int at, int end) throws IOException {
        if (state == State.REST) {
            return end;
        }
        int taken = Math.min(left, end - at);
        head.write(bytes, at, taken);
        left -= taken;
        if (left == 0) {
            switch (state) {
                case HEAD -> head();
                case NAME -> begin(head.toString(StandardCharsets.UTF_8));
                default -> expect(State.HEAD, HEAD);
            }
        }
        return at + taken;
    }

    private void head() {
        ByteBuffer fields = ByteBuffer.wrap(head.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        if (fields.getInt(0) == PART_BEGINS) {
            expect(State.NAME, fields.getShort(NAME_LENGTH_AT));
        } else {
            expect(State.REST, 0);
        }
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        holds = name.equals(mended);
        inflater.reset();
        expect(State.CONTENT, 0);
    }

    private int content(byte[] bytes, int at, int end) throws IOException {
        inflater.setInput(bytes, at, end - at);
        byte[] buffer = new byte[1 << 13];
        try {
            for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
                (holds ? held : zip).write(buffer, 0, count);
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
        if (!inflater.finished()) {
            return end;
        }
        if (holds) {
            zip.write(mend.apply(held.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            held.reset();
        }
        zip.closeEntry();
        expect(State.TAIL, TAIL);
        return end - inflater.getRemaining();
    }

    private void expect(State next, int length) {
        state = next;
        left = length;
        head.reset();
    }

    /** Ends the file, and leaves the stream below it open. */
    @Override
    public void close() throws IOException {
        inflater.end();
        zip.finish();
        zip.flush();
    }
}
