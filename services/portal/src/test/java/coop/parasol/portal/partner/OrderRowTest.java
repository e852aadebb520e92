package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.FormFields;
import org.junit.jupiter.api.Test;

class OrderRowTest {

    @Test
    void empty_rows_are_left_out_and_the_others_keep_their_order() {
        FormFields form = FormFields.empty()
                .with("lines[0].product", " ")
                .with("lines[3].product", "LAMP")
                .with("lines[3].quantity", "2")
                .with("lines[7].quantity", "5");

        assertThat(OrderRow.of(form)).containsExactly(new OrderRow("LAMP", "", "2", ""), new OrderRow("", "", "5", ""));
    }

    @Test
    void a_field_within_a_quantity_is_that_quantity() {
        assertThat(OrderRow.field("lines[12].quantity.value")).isEqualTo("lines[12].quantity");
        assertThat(OrderRow.field("lines[0].product")).isEqualTo("lines[0].product");
        assertThat(OrderRow.field("reference")).isEqualTo("reference");
    }
}
