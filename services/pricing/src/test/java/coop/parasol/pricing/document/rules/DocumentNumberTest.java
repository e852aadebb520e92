package coop.parasol.pricing.document.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.pricing.document.rules.DocumentNumber.Parts;
import org.junit.jupiter.api.Test;

/** A document is numbered within its series and financial year, in at most 16 characters. */
class DocumentNumberTest {

    @Test
    void a_number_has_series_financial_year_and_count() {
        assertThat(DocumentNumber.of("BOS", "26-27", 1))
                .isEqualTo("BOS-26-27-000001")
                .hasSize(16);
        assertThat(DocumentNumber.of("PS", "2026", 999_999)).isEqualTo("PS-2026-999999");
        assertThat(DocumentNumber.parse("BOS-26-27-000042")).isEqualTo(new Parts("BOS", 2026, 42));
        assertThat(DocumentNumber.parse("PS-2026-000007")).isEqualTo(new Parts("PS", 2026, 7));
    }

    @Test
    void a_count_of_none_or_too_long_a_number_is_refused() {
        assertThatThrownBy(() -> DocumentNumber.of("BOS", "26-27", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DocumentNumber.of("BOS", "26-27", 1_000_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DocumentNumber.parse("INV-1")).isInstanceOf(IllegalArgumentException.class);
    }
}
