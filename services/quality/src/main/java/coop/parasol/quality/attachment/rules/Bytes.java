package coop.parasol.quality.attachment.rules;

import java.nio.charset.StandardCharsets;

/** Reads numbers and marks, highest byte first. */
final class Bytes {

    private static final int BYTE = 0xff;
    private static final int BITS = 8;
    private static final int LONG = 4;

    private Bytes() {}

    /** -1 behind the end. */
    static int at(byte[] file, int place) {
        return place < file.length ? file[place] & BYTE : -1;
    }

    /** Two bytes that are there. */
    static int two(byte[] file, int place) {
        return at(file, place) << BITS | at(file, place + 1);
    }

    /** Four bytes that are there. */
    static long four(byte[] file, int place) {
        long value = 0;
        for (int i = 0; i < LONG; i++) {
            value = value << BITS | at(file, place + i);
        }
        return value;
    }

    static boolean stands(byte[] file, int place, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (at(file, place + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Byte by byte as one character each. */
    static String text(byte[] file, int from, int length) {
        return new String(file, from, length, StandardCharsets.ISO_8859_1);
    }
}
