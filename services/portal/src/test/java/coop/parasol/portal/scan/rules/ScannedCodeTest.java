package coop.parasol.portal.scan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.scan.rules.ScannedCode.CertificateNumber;
import coop.parasol.portal.scan.rules.ScannedCode.Lot;
import coop.parasol.portal.scan.rules.ScannedCode.Other;
import coop.parasol.portal.scan.rules.ScannedCode.Sscc;
import org.junit.jupiter.api.Test;

class ScannedCodeTest {

    private static final String SSCC = "389012340000000017";

    @Test
    void a_certificate_is_known_by_the_address_in_its_code_and_by_its_number() {
        assertThat(ScannedCode.read("http://localhost:8082/certificates/K7M2-9QXA-4T8E-0000-ABCD"))
                .isEqualTo(new CertificateNumber("K7M2-9QXA-4T8E-0000-ABCD"));
        assertThat(ScannedCode.read(" k7m2 9qxa 4t8e 0000 abcd "))
                .isEqualTo(new CertificateNumber("k7m2 9qxa 4t8e 0000 abcd"));
    }

    @Test
    void a_shipping_container_is_known_in_every_notation_if_its_check_digit_is_right() {
        String digits = SSCC.substring(0, 17) + coop.parasol.contracts.Gs1.checkDigit(SSCC.substring(0, 17));
        for (String written : new String[] {
            digits,
            "00" + digits,
            "]C100" + digits,
            "(00)" + digits,
            "(00) " + digits,
            "https://id.gs1.org/00/" + digits,
            digits.substring(0, 9) + " " + digits.substring(9)
        }) {
            assertThat(ScannedCode.read(written)).as(written).isEqualTo(new Sscc(digits));
        }
        String wrong = digits.substring(0, 17) + (digits.charAt(17) == '9' ? '0' : (char) (digits.charAt(17) + 1));
        assertThat(ScannedCode.read(wrong)).isEqualTo(new Other(wrong));
    }

    @Test
    void a_lot_is_found_behind_what_stands_before_it_on_a_label() {
        assertThat(ScannedCode.read("]d201089012340000191726120110LOT-7")).isEqualTo(new Lot("LOT-7"));
        assertThat(ScannedCode.read("\u001d010890123400001910LOT-7\u001d21SERIAL"))
                .isEqualTo(new Lot("LOT-7"));
        assertThat(ScannedCode.read("(01)08901234000019(10)LOT-7")).isEqualTo(new Lot("LOT-7"));
        assertThat(ScannedCode.read("https://example.org/01/08901234000019/10/LOT-7?x=1"))
                .isEqualTo(new Lot("LOT-7"));
    }

    @Test
    void anything_else_is_a_text_as_it_was_typed() {
        assertThat(ScannedCode.read("LOT-7")).isEqualTo(new Other("LOT-7"));
        assertThat(ScannedCode.read("https://example.org/")).isEqualTo(new Other("https://example.org/"));
        assertThat(ScannedCode.read("")).isEqualTo(new Other(""));
    }
}
