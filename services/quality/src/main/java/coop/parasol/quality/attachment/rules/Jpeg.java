package coop.parasol.quality.attachment.rules;

import java.util.Optional;

/**
 * JPEG (ITU-T T.81, annex B): segments from SOI to EOI, with a frame and a scan. Behind it only zeros may stand and further
 * whole JPEGs, as telephones append them (CIPA DC-007).
 */
final class Jpeg {

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
    private int place;

    private Jpeg(byte[] file) {
        this.file = file;
    }

    static boolean claims(byte[] file) {
        return Bytes.stands(file, 0, MARK, START_OF_IMAGE, MARK);
    }

    static Optional<String> flaw(byte[] file) {
        Jpeg jpeg = new Jpeg(file);
        while (jpeg.place < file.length) {
            Optional<String> flaw = jpeg.image();
            if (flaw.isPresent()) {
                return flaw;
            }
            while (Bytes.at(file, jpeg.place) == 0) {
                jpeg.place++;
            }
        }
        return Optional.empty();
    }

    private Optional<String> image() {
        if (!Bytes.stands(file, place, MARK, START_OF_IMAGE, MARK)) {
            return Optional.of("there is something behind the picture.");
        }
        place += 2;
        boolean framed = false;
        boolean scanned = false;
        while (true) {
            int marker = marker();
            if (marker < 0) {
                return Optional.of("it ends before its end, or a part of it is damaged.");
            }
            if (marker == END_OF_IMAGE) {
                return framed && scanned ? Optional.empty() : Optional.of("there is no picture in it.");
            }
            if (isAlone(marker)) {
                continue;
            }
            int length = place + 2 <= file.length ? Bytes.two(file, place) : 0;
            if (length < 2 || length > file.length - place) {
                return Optional.of("it ends before its end, or a part of it is damaged.");
            }
            if (isFrame(marker)) {
                Optional<String> flaw = length < SHORTEST_FRAME
                        ? Optional.of("its header is damaged.")
                        : FileCheck.flawOfSize(Bytes.two(file, place + WIDTH), Bytes.two(file, place + HEIGHT));
                if (flaw.isPresent()) {
                    return flaw;
                }
                framed = true;
            }
            place += length;
            if (marker == START_OF_SCAN) {
                scanned = true;
                passScan();
            }
        }
    }

    /** Passes the next marker; -1 if none stands here. Any number of fill bytes may stand before its code. */
    private int marker() {
        if (Bytes.at(file, place) != MARK) {
            return -1;
        }
        while (Bytes.at(file, place) == MARK) {
            place++;
        }
        int marker = Bytes.at(file, place);
        place++;
        return marker == 0 ? -1 : marker;
    }

    /** In a scan a 0xff is followed by a zero or is part of a restart marker; any other marker ends it. */
    private void passScan() {
        while (place < file.length) {
            if (Bytes.at(file, place) == MARK) {
                int next = Bytes.at(file, place + 1);
                if (next != 0 && next != MARK && !(next >= FIRST_RESTART && next <= LAST_RESTART)) {
                    return;
                }
            }
            place++;
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
