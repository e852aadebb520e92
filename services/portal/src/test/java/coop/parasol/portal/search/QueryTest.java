package coop.parasol.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a typed text may be, before services are asked. */
class QueryTest {

    @ParameterizedTest
    @CsvSource({
        "1234.50, 1234.50",
        "'12,34,567.50', 1234567.50",
        "'₹1,000', 1000",
        "' 42 ', 42",
    })
    void an_amount_may_be_grouped_and_have_the_sign_of_its_currency(String typed, String amount) {
        Query query = new Query(typed);

        assertThat(query.isAmount()).isTrue();
        assertThat(query.amount()).isEqualTo(amount);
    }

    @Test
    void an_sscc_is_no_amount() {
        Query query = new Query("3 8901234 000000001 1");

        assertThat(query.isSscc()).isTrue();
        assertThat(query.isAmount()).isFalse();
        assertThat(query.compact()).isEqualTo("389012340000000011");
    }

    @Test
    void a_name_in_another_script_is_no_number() {
        assertThat(new Query("पीतल").isNumber()).isFalse();
        assertThat(new Query("PO 7/2026").isNumber()).isTrue();
        assertThat(new Query("PO 7/2026").isAmount()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Asha Brass, true", "किरण पॉटरी, true", "UTR-4, false", "१२३, false", "INV-2026-000041, false"})
    void what_has_no_digit_is_taken_for_a_name(String typed, boolean isWords) {
        assertThat(new Query(typed).isWords()).isEqualTo(isWords);
    }
}
