package coop.parasol.quality.attachment.rules;

import java.nio.charset.StandardCharsets;

/** Reads numbers and signatures in a file, the highest byte first. */
final class BigEndianBytes {

    private static final int LOW_BYTE = 0xff;
    private static final int BITS = 8;
    private static final int LENGTH_OF_UINT32 = 4;

    private BigEndianBytes() {}

    /** The byte at a position, 0 to 255; -1 behind the end. */
    static int at(byte[] file, int position) {
        return position < file.length ? file[position] & LOW_BYTE : -1;
    }

    /** The number in two bytes that exist. */
    static int uint16(byte[] file, int position) {
        return at(file, position) << BITS | at(file, position + 1);
    }

    /** The number in four bytes that exist. */
    static long uint32(byte[] file, int position) {
        long value = 0;
        for (int i = 0; i < LENGTH_OF_UINT32; i++) {
            value = value << BITS | at(file, position + i);
        }
        return value;
    }

    /** Whether exactly these bytes are at a position. */
    static boolean matches(byte[] file, int position, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (at(file, position + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Bytes as text, one character each (ISO 8859-1). */
    static String text(byte[] file, int from, int length) {
        return new String(file, from, length, StandardCharsets.ISO_8859_1);
    }
}
