package io.nephoscope.http;

import io.nephoscope.inventory.doc.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Undoes what {@code Content-Encoding} says was done to a body. Nothing of ours asks for it, and what stands on the way to a cloud does
 * it unasked: whoever judged the body as it comes would judge what nobody reads.
 */
public final class ContentCoding {
    private static final int MOST_BYTES = Reply.MOST_MEGABYTES << 20;

    private ContentCoding() {}

    /**
     * Reads a body to its end, or as far as may be, and leaves the stream open.
     *
     * @param headers the values of every {@code Content-Encoding}, each of which may name several codings in the order of their making
     * @return the body as it was before, at most {@link Reply#MOST_MEGABYTES}
     * @throws UnusableAnswer for a coding that is not known, for a body that is not in it, and for one that is longer, folded or unfolded
     */
    public static byte[] decoded(InputStream body, List<String> headers) throws IOException {
        byte[] plain = bounded(body);
        List<String> codings = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        for (int i = codings.size() - 1; i >= 0 && plain.length > 0; i--) {
            plain = unfolded(plain, codings.get(i));
        }
        return plain;
    }

    private static byte[] unfolded(byte[] folded, String coding) throws IOException {
        InputStream in = new ByteArrayInputStream(folded);
        try {
            return switch (coding) {
                case "gzip", "x-gzip" -> bounded(new GZIPInputStream(in));
                case "deflate" -> bounded(new InflaterInputStream(in));
                default -> throw new UnusableAnswer(Text.of("its coding \"{0}\" is not known", "应答的编码“{0}”未知", coding));
            };
        } catch (ZipException e) {
            UnusableAnswer lie = new UnusableAnswer(
                    Text.of("it is not in the coding that it names ({0})", "应答与其声明的编码（{0}）不符", coding));
            lie.initCause(e);
            throw lie;
        }
    }

    /** A small body may unfold into one that fills the memory. */
    private static byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnusableAnswer(Text.of("it is longer than {0} MB", "应答超过 {0} MB", Reply.MOST_MEGABYTES));
        }
        return bytes;
    }
}
