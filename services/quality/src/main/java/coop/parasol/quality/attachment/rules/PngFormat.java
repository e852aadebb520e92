package coop.parasol.quality.attachment.rules;

import java.util.Optional;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): a signature and chunks from IHDR to IEND, each with its checksum, and nothing behind. */
final class PngFormat {

    private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK_OVERHEAD = 12;
    private static final int HEADER = 13;
    private static final int LENGTH_OF_UINT32 = 4;

    private PngFormat() {}

    static boolean hasSignature(byte[] file) {
        return BigEndianBytes.matches(file, 0, SIGNATURE);
    }

    static Optional<String> fault(byte[] file) {
        boolean data = false;
        int position = SIGNATURE.length;
        while (true) {
            if (file.length - position < CHUNK_OVERHEAD) {
                return Optional.of("the file is cut off.");
            }
            long length = BigEndianBytes.uint32(file, position);
            if (length > file.length - position - CHUNK_OVERHEAD) {
                return Optional.of("the file is cut off.");
            }
            int size = (int) length;
            String type = BigEndianBytes.text(file, position + LENGTH_OF_UINT32, LENGTH_OF_UINT32);
            if (!isIntact(file, position, size)) {
                return Optional.of("a part of it is damaged.");
            }
            boolean first = position == SIGNATURE.length;
            if (first != type.equals("IHDR") || (first && size != HEADER)) {
                return Optional.of("it does not begin with its header.");
            }
            if (first) {
                Optional<String> fault = FileCheck.faultOfSize(
                        BigEndianBytes.uint32(file, position + 2 * LENGTH_OF_UINT32),
                        BigEndianBytes.uint32(file, position + 3 * LENGTH_OF_UINT32));
                if (fault.isPresent()) {
                    return fault;
                }
            }
            data |= type.equals("IDAT");
            position += CHUNK_OVERHEAD + size;
            if (type.equals("IEND")) {
                return end(file, position, data);
            }
        }
    }

    private static Optional<String> end(byte[] file, int end, boolean data) {
        if (end != file.length) {
            return Optional.of("there are bytes behind the end of the picture.");
        }
        return data ? Optional.empty() : Optional.of("there is no picture in it.");
    }

    /** The checksum covers the chunk's type and data. */
    private static boolean isIntact(byte[] file, int position, int size) {
        CRC32 checksum = new CRC32();
        checksum.update(file, position + LENGTH_OF_UINT32, LENGTH_OF_UINT32 + size);
        return checksum.getValue() == BigEndianBytes.uint32(file, position + 2 * LENGTH_OF_UINT32 + size);
    }
}
