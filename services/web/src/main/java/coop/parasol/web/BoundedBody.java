package coop.parasol.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request that does not say how long it is; it is read up to the limit that holds for every body. */
final class BoundedBody extends FilterInputStream {

    private static final int PAYLOAD_TOO_LARGE = 413;

    private final long maxBytes;
    private long bytes;

    BoundedBody(InputStream body, long maxBytes) {
        super(body);
        this.maxBytes = maxBytes;
    }

    static Problem tooLarge(long maxBytes) {
        return Problem.of(PAYLOAD_TOO_LARGE, "too-large", "body", "A body has at most " + maxBytes + " bytes here.");
    }

    /** More has come than is taken. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final long maxBytes;

        private TooLarge(long maxBytes) {
            super("more than " + maxBytes + " bytes");
            this.maxBytes = maxBytes;
        }

        Problem problem() {
            return tooLarge(maxBytes);
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) throws TooLarge {
        bytes += more;
        if (bytes > maxBytes) {
            throw new TooLarge(maxBytes);
        }
    }
}
