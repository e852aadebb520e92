package coop.parasol.quality.attachment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.quality.attachment.TestFiles;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments of a JPEG (ITU-T T.81, annex B), written by hand. */
class JpegFormatTest {

    private static final String START = "FFD8";
    private static final String END = "FFD9";
    /** 8 bits, 2 lines of 3 samples, no components: the shortest there is. */
    private static final String FRAME = "FFC0 0008 08 0002 0003 00";

    private static final String SCAN = "FFDA 0002";
    private static final String CUT_OFF = "the file is cut off, or a part of it is damaged.";
    private static final String NO_PICTURE = "there is no picture in it.";

    @Test
    void a_picture_has_a_frame_and_a_scan() {
        assertThat(fault(START, FRAME, SCAN, "00", END)).isEmpty();
        assertThat(fault(START, FRAME, END)).containsExactly(NO_PICTURE);
        assertThat(fault(START, SCAN, "00", END)).containsExactly(NO_PICTURE);
    }

    @Test
    void a_segment_may_be_empty_but_not_shorter_than_its_own_length() {
        assertThat(fault(START, "FFFE 0002", FRAME, SCAN, END)).isEmpty();
        assertThat(fault(START, "FFFE 0001", FRAME, SCAN, END)).containsExactly(CUT_OFF);
        assertThat(fault(START, "FFFE 0000", FRAME, SCAN, END)).containsExactly(CUT_OFF);
    }

    @Test
    void a_segment_that_ends_behind_the_file_is_cut_off() {
        assertThat(fault(START, FRAME, "FFFE 0004 41")).containsExactly(CUT_OFF);
        assertThat(fault(START, FRAME, "FFFE 00")).containsExactly(CUT_OFF);
        assertThat(fault(START, FRAME, SCAN, "00")).containsExactly(CUT_OFF);
    }

    @Test
    void a_frame_names_its_size() {
        assertThat(fault(START, "FFC0 0007 08 0002 0003", SCAN, END)).containsExactly("its header is damaged.");
        assertThat(fault(START, "FFC0 0008 08 0000 0003 00", SCAN, END)).containsExactly("it has no size.");
        assertThat(fault(START, "FFC0 0008 08 0002 0000 00", SCAN, END)).containsExactly("it has no size.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0", "C1", "C2", "C3", "C5", "C6", "C7", "C9", "CA", "CB", "CD", "CE", "CF"})
    void every_process_has_a_frame_of_its_own(String marker) {
        assertThat(fault(START, "FF" + marker + "0008 08 0002 0003 00", SCAN, END))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BF", "C4", "C8", "CC", "DB", "E0"})
    void tables_and_applications_are_no_frames(String marker) {
        assertThat(fault(START, "FF" + marker + "0008 08 0002 0003 00", SCAN, END))
                .containsExactly(NO_PICTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFD0", "FFD7", "FF00", "FFFF00", "00", "80"})
    void data_restarts_and_stuffed_bytes_belong_to_the_scan(String data) {
        assertThat(fault(START, FRAME, SCAN, "12", data, "34", END)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFCF", "FFD8"})
    void any_other_marker_ends_the_scan(String marker) {
        assertThat(fault(START, FRAME, SCAN, "12", marker, "34", END)).containsExactly(CUT_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF01", "FFD0", "FFD7"})
    void some_markers_stand_alone(String marker) {
        assertThat(fault(START, marker, FRAME, SCAN, END)).isEmpty();
    }

    @Test
    void fill_bytes_may_stand_before_a_marker_and_nothing_else_may() {
        assertThat(fault(START, "FFFFFF", FRAME, SCAN, "12", "FFFF", END)).isEmpty();
        assertThat(fault(START, FRAME, "12", SCAN, END)).containsExactly(CUT_OFF);
        assertThat(fault(START, FRAME, "FF00", SCAN, END)).containsExactly(CUT_OFF);
    }

    private static List<String> fault(String... parts) {
        return JpegFormat.fault(TestFiles.joined(Stream.of(parts)
                        .map(part -> HexFormat.of().parseHex(part.replace(" ", "")))
                        .toArray(byte[][]::new)))
                .stream()
                .toList();
    }
}
