package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderLinesTextTest {

    @Test
    void lines_copied_from_a_spreadsheet_are_separated_by_tabs() {
        assertThat(OrderLinesText.read("BRASS-LAMP\tA\t12\tC62\nHERBAL-SOAP\tB\t2,5\t\n")
                        .rows())
                .containsExactly(
                        new OrderRow("BRASS-LAMP", "A", "12", "C62"), new OrderRow("HERBAL-SOAP", "B", "2,5", ""));
    }

    @Test
    void files_are_separated_by_semicolons_or_commas_and_may_have_quotation_marks_and_a_byte_order_mark() {
        assertThat(OrderLinesText.read("\uFEFFBRASS-LAMP;A;12\r\n").rows())
                .containsExactly(new OrderRow("BRASS-LAMP", "A", "12", ""));
        assertThat(OrderLinesText.read("\"LAMP, \"\"BIG\"\"\",A,12\r\n").rows())
                .containsExactly(new OrderRow("LAMP, \"BIG\"", "A", "12", ""));
    }

    @Test
    void two_columns_are_product_and_quantity_of_the_best_grade() {
        assertThat(OrderLinesText.read("BRASS-LAMP\t12").rows())
                .containsExactly(new OrderRow("BRASS-LAMP", "", "12", ""));
    }

    @Test
    void headings_and_empty_lines_are_left_out() {
        OrderLinesText.Lines lines = OrderLinesText.read("Product\tGrade\tQuantity\n\nBRASS-LAMP\tA\t12\n \n");

        assertThat(lines.rows()).hasSize(1);
        assertThat(lines.unread()).isEmpty();
    }

    @Test
    void what_is_no_line_is_given_back_as_it_was() {
        OrderLinesText.Lines lines =
                OrderLinesText.read("BRASS-LAMP\tA\t12\nBRASS-LAMP\nBRASS-LAMP\tA\tmany\n\tA\t3\na\tb\tc\td\t5");

        assertThat(lines.rows()).hasSize(1);
        assertThat(lines.unread()).containsExactly("BRASS-LAMP", "BRASS-LAMP\tA\tmany", "\tA\t3", "a\tb\tc\td\t5");
    }

    @Test
    void no_more_lines_are_read_than_an_order_can_have() {
        OrderLinesText.Lines lines = OrderLinesText.read("BRASS-LAMP\tA\t1\n".repeat(OrderRow.MAX + 2));

        assertThat(lines.rows()).hasSize(OrderRow.MAX);
        assertThat(lines.unread()).hasSize(2);
    }
}
