package coop.parasol.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request, read up to a limit that holds also where it does not say how long it is. */
final class BoundedBody extends FilterInputStream {

    private static final int PAYLOAD_TOO_LARGE = 413;

    private final long maxBytes;
    private final long declaredBytes;
    private long bytes;
    private boolean exceeded;

    /** @param declaredBytes how long it says that it is; negative if it does not say so */
    BoundedBody(InputStream body, long maxBytes, long declaredBytes) {
        super(body);
        this.maxBytes = maxBytes;
        this.declaredBytes = declaredBytes;
    }

    static Problem tooLarge(long maxBytes) {
        return Problem.of(PAYLOAD_TOO_LARGE, "too-large", "body", "A body has at most " + maxBytes + " bytes here.");
    }

    /** More has come, or is about to come, than is taken; all up to the limit was read. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final long maxBytes;

        TooLarge(long maxBytes) {
            super("more than " + maxBytes + " bytes");
            this.maxBytes = maxBytes;
        }

        long maxBytes() {
            return maxBytes;
        }

        Problem problem() {
            return tooLarge(maxBytes);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? read : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (bytes == maxBytes) {
            exceeded |= super.read() >= 0;
            if (exceeded) {
                throw new TooLarge(maxBytes);
            }
            return -1;
        }
        int read = super.read(buffer, offset, (int) Math.min(length, maxBytes - bytes));
        bytes += Math.max(read, 0);
        return read;
    }

    /**
     * How much can be read without waiting. Where nothing has come the server says the length of the whole body, which cannot be once
     * some of it was read.
     */
    @Override
    public int available() throws IOException {
        int said = super.available();
        return declaredBytes >= 0 && said > declaredBytes - bytes ? 0 : Math.max(said, 0);
    }
}
