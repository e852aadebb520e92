package coop.parasol.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.portal.page.Language;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is owed is named in the reader's language, by how the books write it. */
@QuarkusTest
class PayableTitleTest {

    @Test
    void an_advance_is_named_in_the_language_of_the_reader() {
        assertThat(title(Language.GUJARATI, "Advance P18-ADL A")).isEqualTo("P18-ADL માટે આગોતરી ચુકવણી, ગ્રેડ A");
        assertThat(title(Language.ENGLISH, "Advance P18-ADL A")).isEqualTo("Advance on P18-ADL, grade A");
    }

    @Test
    void what_the_books_write_otherwise_stays_in_their_words() {
        assertThat(title(Language.GUJARATI, "Exit, first instalment")).isEqualTo("Exit, first instalment");
    }

    private static String title(Language language, String narrative) {
        MoneyClient.Payable payable = new MoneyClient.Payable(
                UUID.randomUUID(),
                "ADVANCE",
                UUID.randomUUID(),
                Money.of("1", "INR"),
                Money.of("0", "INR"),
                LocalDate.EPOCH,
                narrative,
                "OPEN",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return language.write(payable::title);
    }
}
