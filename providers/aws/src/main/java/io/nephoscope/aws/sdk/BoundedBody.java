package io.nephoscope.aws.sdk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Abortable;

/** Ends answers that have no end of their own, errors included, before they fill the memory. No honest page comes near the limit. */
final class BoundedBody implements ExecutionInterceptor {
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_MEGABYTES = 32;
    /** What a reader leaves is read on that far, since a connection that was read to its end can be used again. */
    private static final int MOST_LEFT = 64 * 1024;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.responseBody().map(Bounded::new);
    }

    private static final class Bounded extends FilterInputStream implements Abortable {
        private long left = (long) MOST_MEGABYTES * MEGABYTE;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int letter = super.read();
            count(letter < 0 ? 0 : 1);
            return letter;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                abort();
                throw new UnusableAnswer("it is longer than " + MOST_MEGABYTES + " MB");
            }
        }

        /** Closing what lies beneath would read on to the end that there may not be. */
        @Override
        public void close() throws IOException {
            if (left >= 0 && in.readNBytes(MOST_LEFT).length == MOST_LEFT) {
                abort();
            } else if (left >= 0) {
                super.close();
            }
        }

        @Override
        public void abort() {
            if (in instanceof Abortable connection) {
                connection.abort();
            }
        }
    }
}
