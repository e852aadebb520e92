package coop.parasol.quality.attachment.rules;

import java.util.Optional;

/**
 * JPEG (ITU-T T.81, annex B): segments from SOI to EOI, with a frame and a scan. Behind it only zeros may stand and further
 * whole JPEGs, as telephones append them (CIPA DC-007).
 */
final class JpegFormat {

    private static final int MARK = 0xff;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int RESERVED = 0xc8;
    private static final int ARITHMETIC_CONDITIONING = 0xcc;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int TEMPORARY = 0x01;
    private static final int SHORTEST_FRAME = 8;
    private static final int HEIGHT = 3;
    private static final int WIDTH = 5;

    private final byte[] file;
    private int position;

    private JpegFormat(byte[] file) {
        this.file = file;
    }

    static boolean hasSignature(byte[] file) {
        return BigEndianBytes.matches(file, 0, MARK, START_OF_IMAGE, MARK);
    }

    static Optional<String> fault(byte[] file) {
        JpegFormat jpeg = new JpegFormat(file);
        while (jpeg.position < file.length) {
            Optional<String> fault = jpeg.image();
            if (fault.isPresent()) {
                return fault;
            }
            while (BigEndianBytes.at(file, jpeg.position) == 0) {
                jpeg.position++;
            }
        }
        return Optional.empty();
    }

    private Optional<String> image() {
        if (!BigEndianBytes.matches(file, position, MARK, START_OF_IMAGE, MARK)) {
            return Optional.of("there are bytes behind the end of the picture.");
        }
        position += 2;
        boolean framed = false;
        boolean scanned = false;
        while (true) {
            int marker = marker();
            if (marker < 0) {
                return Optional.of("the file is cut off, or a part of it is damaged.");
            }
            if (marker == END_OF_IMAGE) {
                return framed && scanned ? Optional.empty() : Optional.of("there is no picture in it.");
            }
            if (isAlone(marker)) {
                continue;
            }
            int length = position + 2 <= file.length ? BigEndianBytes.uint16(file, position) : 0;
            if (length < 2 || length > file.length - position) {
                return Optional.of("the file is cut off, or a part of it is damaged.");
            }
            if (isFrame(marker)) {
                Optional<String> fault = length < SHORTEST_FRAME
                        ? Optional.of("its header is damaged.")
                        : FileCheck.faultOfSize(
                                BigEndianBytes.uint16(file, position + WIDTH),
                                BigEndianBytes.uint16(file, position + HEIGHT));
                if (fault.isPresent()) {
                    return fault;
                }
                framed = true;
            }
            position += length;
            if (marker == START_OF_SCAN) {
                scanned = true;
                passScan();
            }
        }
    }

    /** Passes the next marker; -1 if none stands here. Any number of fill bytes may stand before its code. */
    private int marker() {
        if (BigEndianBytes.at(file, position) != MARK) {
            return -1;
        }
        while (BigEndianBytes.at(file, position) == MARK) {
            position++;
        }
        int marker = BigEndianBytes.at(file, position);
        position++;
        return marker == 0 ? -1 : marker;
    }

    /** In a scan a 0xff is followed by a zero or is part of a restart marker; any other marker ends it. */
    private void passScan() {
        while (position < file.length) {
            if (BigEndianBytes.at(file, position) == MARK) {
                int next = BigEndianBytes.at(file, position + 1);
                if (next != 0 && next != MARK && !(next >= FIRST_RESTART && next <= LAST_RESTART)) {
                    return;
                }
            }
            position++;
        }
    }

    private static boolean isAlone(int marker) {
        return marker == TEMPORARY || (marker >= FIRST_RESTART && marker <= LAST_RESTART);
    }

    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME
                && marker <= LAST_FRAME
                && marker != HUFFMAN_TABLES
                && marker != RESERVED
                && marker != ARITHMETIC_CONDITIONING;
    }
}
