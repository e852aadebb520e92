package coop.parasol.web;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Optional;

/** The body of a call, which is kept while it is read, so that one that cannot be read is looked at once more as a whole. */
final class KeptBody extends FilterInputStream {

    /** By this name a request has it. */
    static final String PROPERTY = KeptBody.class.getName();

    /** A longer one is not kept: what people have typed is much shorter. */
    private static final int MAX_BYTES = 65_536;

    private final Type type;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(512);
    private boolean ended;
    private boolean isTooLong;

    /** @param type what it is read as */
    KeptBody(InputStream body, Type type) {
        super(body);
        this.type = type;
    }

    Type type() {
        return type;
    }

    /** All of it; empty if it is too long to be kept, or was not read to its end. */
    Optional<byte[]> whole() {
        return ended && !isTooLong ? Optional.of(kept.toByteArray()) : Optional.empty();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? read : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
            ended = true;
        } else if (kept.size() + read > MAX_BYTES) {
            isTooLong = true;
        } else if (!isTooLong) {
            kept.write(buffer, offset, read);
        }
        return read;
    }

    /** Whoever gives up a short body in its midst reads it to its end. */
    @Override
    public void close() throws IOException {
        byte[] rest = new byte[1024];
        while (!ended && !isTooLong) {
            read(rest, 0, rest.length);
        }
        super.close();
    }
}
