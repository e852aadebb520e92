package coop.parasol.quality.attachment.rules;

import java.util.Optional;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): a signature and chunks from IHDR to IEND, each with its checksum, and nothing behind. */
final class Png {

    private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK_OVERHEAD = 12;
    private static final int HEADER = 13;
    private static final int LONG = 4;

    private Png() {}

    static boolean claims(byte[] file) {
        return Bytes.stands(file, 0, SIGNATURE);
    }

    static Optional<String> flaw(byte[] file) {
        boolean data = false;
        int place = SIGNATURE.length;
        while (true) {
            if (file.length - place < CHUNK_OVERHEAD) {
                return Optional.of("it ends before its end.");
            }
            long length = Bytes.four(file, place);
            if (length > file.length - place - CHUNK_OVERHEAD) {
                return Optional.of("it ends before its end.");
            }
            int size = (int) length;
            String type = Bytes.text(file, place + LONG, LONG);
            if (!isIntact(file, place, size)) {
                return Optional.of("a part of it is damaged.");
            }
            boolean first = place == SIGNATURE.length;
            if (first != type.equals("IHDR") || (first && size != HEADER)) {
                return Optional.of("it does not begin with its header.");
            }
            if (first) {
                Optional<String> flaw =
                        FileCheck.flawOfSize(Bytes.four(file, place + 2 * LONG), Bytes.four(file, place + 3 * LONG));
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
            data |= type.equals("IDAT");
            place += CHUNK_OVERHEAD + size;
            if (type.equals("IEND")) {
                return end(file, place, data);
            }
        }
    }

    private static Optional<String> end(byte[] file, int end, boolean data) {
        if (end != file.length) {
            return Optional.of("there is something behind the picture.");
        }
        return data ? Optional.empty() : Optional.of("there is no picture in it.");
    }

    /** The checksum covers the chunk's type and data. */
    private static boolean isIntact(byte[] file, int place, int size) {
        CRC32 checksum = new CRC32();
        checksum.update(file, place + LONG, LONG + size);
        return checksum.getValue() == Bytes.four(file, place + 2 * LONG + size);
    }
}
