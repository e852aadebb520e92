package coop.parasol.quality.certificate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Random random = new Random(11);

    @Test
    void a_number_is_five_groups_of_four_and_reads_back() {
        for (int i = 0; i < 1000; i++) {
            String number = number();

            assertThat(number).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(CertificateNumber.read(number)).contains(number);
        }
    }

    @Test
    void every_one_of_95_random_bits_makes_another_number() {
        Set<String> numbers = new HashSet<>();
        for (int bit = 0; bit < 95; bit++) {
            byte[] bytes = new byte[CertificateNumber.RANDOM_BYTES];
            bytes[bit / 8] = (byte) (0x80 >> bit % 8);
            numbers.add(CertificateNumber.of(bytes));
        }

        assertThat(numbers).hasSize(95);
    }

    @Test
    void case_dashes_spaces_and_letters_that_look_like_digits_do_not_matter() {
        String number = number();
        String typed = number.toLowerCase(java.util.Locale.ROOT)
                .replace('-', ' ')
                .replace('1', 'l')
                .replace('0', 'o');

        assertThat(CertificateNumber.read(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {'०', '૦', '０'})
    void digits_of_any_script_are_read(int zero) {
        String number = number();
        StringBuilder typed = new StringBuilder();
        number.chars().forEach(each -> typed.append((char) (Character.isDigit(each) ? zero + each - '0' : each)));

        assertThat(CertificateNumber.read(typed.toString())).contains(number);
    }

    @Test
    void as_many_dashes_and_spaces_as_characters_may_be_typed() {
        String number = number();
        String characters = number.replace("-", "");

        assertThat(CertificateNumber.read(characters + " ".repeat(characters.length())))
                .contains(number);
        assertThat(CertificateNumber.read(characters + " ".repeat(characters.length() + 1)))
                .isEmpty();
        assertThat(CertificateNumber.read(characters + "0")).isEmpty();
        assertThat(CertificateNumber.read(characters.substring(1))).isEmpty();
    }

    @Test
    void every_single_wrong_character_is_noticed() {
        StringBuilder number = new StringBuilder(number().replace("-", ""));
        for (int at = 0; at < number.length(); at++) {
            char right = number.charAt(at);
            for (int letter = 0; letter < ALPHABET.length(); letter++) {
                char wrong = ALPHABET.charAt(letter);
                number.setCharAt(at, wrong);

                assertThat(CertificateNumber.read(number.toString()).isPresent())
                        .as(number.toString())
                        .isEqualTo(wrong == right);
            }
            number.setCharAt(at, right);
        }
    }

    @Test
    void every_exchange_of_two_characters_is_noticed() {
        String number = number().replace("-", "");
        for (int a = 0; a < number.length(); a++) {
            for (int b = a + 1; b < number.length(); b++) {
                StringBuilder exchanged = new StringBuilder(number);
                exchanged.setCharAt(a, number.charAt(b));
                exchanged.setCharAt(b, number.charAt(a));

                assertThat(CertificateNumber.read(exchanged.toString()).isPresent())
                        .as(exchanged.toString())
                        .isEqualTo(number.charAt(a) == number.charAt(b));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "0000", "' OR 1=1 --", "<b>", "UUUU-UUUU-UUUU-UUUU-UUUU", "0000-0000-0000-0000-00000"})
    void anything_else_is_no_number(String typed) {
        assertThat(CertificateNumber.read(typed)).isEmpty();
        assertThat(CertificateNumber.read(typed + "9".repeat(100_000))).isEmpty();
    }

    private String number() {
        byte[] bytes = new byte[CertificateNumber.RANDOM_BYTES];
        random.nextBytes(bytes);
        return CertificateNumber.of(bytes);
    }
}
