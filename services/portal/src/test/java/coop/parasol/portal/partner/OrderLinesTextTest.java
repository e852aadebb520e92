package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderLinesTextTest {

    private static final OrderLinesText.Headings HINDI = OrderLinesText.Headings.of("उत्पाद", "मात्रा");

    @Test
    void lines_copied_from_a_spreadsheet_are_separated_by_tabs() {
        assertThat(read("BRASS-LAMP\tA\t12\tC62\nHERBAL-SOAP\tB\t2,5\t\n").rows())
                .containsExactly(
                        new OrderRow("BRASS-LAMP", "A", "12", "C62"), new OrderRow("HERBAL-SOAP", "B", "2,5", ""));
    }

    @Test
    void files_are_separated_by_semicolons_or_commas_and_may_have_quotation_marks_and_a_byte_order_mark() {
        assertThat(read("\uFEFFBRASS-LAMP;A;12\r\n").rows()).containsExactly(new OrderRow("BRASS-LAMP", "A", "12", ""));
        assertThat(read("\"LAMP, \"\"BIG\"\"\",A,12\r\n").rows())
                .containsExactly(new OrderRow("LAMP, \"BIG\"", "A", "12", ""));
    }

    @Test
    void two_columns_are_product_and_quantity_of_the_best_grade() {
        assertThat(read("BRASS-LAMP\t12").rows()).containsExactly(new OrderRow("BRASS-LAMP", "", "12", ""));
    }

    @Test
    void headings_and_empty_lines_are_left_out() {
        OrderLinesText.Lines lines = read("Product\tGrade\tQuantity\n\nBRASS-LAMP\tA\t12\n \n");

        assertThat(lines.rows()).hasSize(1);
        assertThat(lines.unread()).isEmpty();
    }

    @Test
    void headings_are_known_in_the_words_of_the_page() {
        assertThat(read("उत्पाद;ग्रेड;मात्रा\nBRASS-LAMP;A;12").unread()).isEmpty();
    }

    @Test
    void a_first_line_that_names_no_columns_is_given_back() {
        OrderLinesText.Lines lines = read("BRASS-LAMP\tA\tten\nHERBAL-SOAP\tA\t5");

        assertThat(lines.rows()).containsExactly(new OrderRow("HERBAL-SOAP", "A", "5", ""));
        assertThat(lines.unread()).containsExactly("BRASS-LAMP\tA\tten");
        assertThat(read("some of the brass lamps\nHERBAL-SOAP\tA\t5").unread())
                .containsExactly("some of the brass lamps");
    }

    @Test
    void what_is_no_line_is_given_back_as_it_was() {
        OrderLinesText.Lines lines = read("BRASS-LAMP\tA\t12\nBRASS-LAMP\nBRASS-LAMP\tA\tmany\n\tA\t3\na\tb\tc\td\t5");

        assertThat(lines.rows()).hasSize(1);
        assertThat(lines.unread()).containsExactly("BRASS-LAMP", "BRASS-LAMP\tA\tmany", "\tA\t3", "a\tb\tc\td\t5");
    }

    @Test
    void lines_for_which_an_order_has_no_room_are_left_over_as_they_were() {
        OrderLinesText.Lines lines =
                OrderLinesText.read("BRASS-LAMP\tA\t1\nBRASS-LAMP\tA\t2\nBRASS-LAMP\nBRASS-LAMP\tA\t3", HINDI, 1);

        assertThat(lines.rows()).containsExactly(new OrderRow("BRASS-LAMP", "A", "1", ""));
        assertThat(lines.leftOver()).containsExactly("BRASS-LAMP\tA\t2", "BRASS-LAMP\tA\t3");
        assertThat(lines.unread()).containsExactly("BRASS-LAMP");
    }

    private static OrderLinesText.Lines read(String text) {
        return OrderLinesText.read(text, HINDI, OrderRow.MAX);
    }
}
