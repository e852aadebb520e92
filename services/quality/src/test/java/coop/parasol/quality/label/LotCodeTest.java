package coop.parasol.quality.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the QR code of a lot that is not certified says (GS1 Digital Link 1.4; General Specifications 7.8). */
class LotCodeTest {

    @Test
    void with_a_GTIN_it_is_a_digital_link_of_product_and_lot() {
        assertThat(LotCode.of("https://parasol.example", "9506000134352", "A1/7 %"))
                .isEqualTo("https://parasol.example/01/09506000134352/10/A1%2F7%20%25");
    }

    @Test
    void without_one_it_is_the_lot() {
        assertThat(LotCode.of("https://parasol.example", null, "A1-7")).isEqualTo("(10)A1-7");
    }
}
