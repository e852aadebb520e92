package coop.parasol.firm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank account is named by its IBAN, check digits verified. */
class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB82 WEST 1234 5698 7654 32",
                "DE89370400440532013000",
                "de02 1203 0000 0000 2020 51",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "SA0380000000608010167519",
                "BR1800360305000010009795493C1"
            })
    void a_valid_iban_is_normalized(String text) {
        assertThat(Iban.normalize(text)).contains(text.replace(" ", "").toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE02-1203-0000-0000-2020-51",
                "DE02\u00A01203\u202F0000\u20090000 2020\t51\n",
                "DE02\u20111203\u20110000\u20110000\u20112020\u201151",
                "\uFEFFDE02120300000000\u200B202051",
                "IBAN DE02 1203 0000 0000 2020 51",
                "\uFF24\uFF2502120300000000202051"
            })
    void an_iban_is_read_as_people_copy_it(String text) {
        assertThat(Iban.normalize(text)).contains("DE02120300000000202051");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DE",
                "DE88370400440532013000",
                "DE8937040044053201300",
                "DE893704004405320130000",
                "XX89370400440532013000",
                "GB82 WEST 1234 5698 7654 23",
                "IN00000000000000000000",
                "DE22ABCDEFGHABCDEFGHIJ",
                "\uFB01" + "21 1234 5600 0007 85",
                "F\u01312112345600000785",
                "GB82WE\u017FT12345698765432",
                "DE00370400440000000060",
                "DE01370400440000000042",
                "DE99370400440000000024",
                "GB82WEST1234569876543٢"
            })
    void an_invalid_iban_is_refused(String text) {
        assertThat(Iban.normalize(text)).isEmpty();
    }
}
