package coop.parasol.portal.notice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Facts are stored as text and read as what they were. */
class NoticeFactsTest {

    @Test
    void amounts_quantities_and_days_are_read_as_they_were() {
        NoticeFacts facts = NoticeFacts.none()
                .with("amount", Money.of("1234567.50", "INR"))
                .with("quantity", Quantity.of("12.5", "KGM"))
                .with("until", LocalDate.of(2026, 12, 31))
                .with("reference", null);

        assertThat(facts.money("amount")).isEqualTo(Money.of("1234567.50", "INR"));
        assertThat(facts.quantity("quantity")).isEqualTo(Quantity.of("12.5", "KGM"));
        assertThat(facts.day("until")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(facts.text("reference")).isEmpty();
    }

    @Test
    void what_is_no_amount_is_not_read_as_one() {
        assertThatThrownBy(() -> NoticeFacts.none().with("amount", "12").money("amount"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_recipient_is_read_as_it_was() {
        UUID id = UUID.randomUUID();
        for (Recipient recipient :
                new Recipient[] {new Recipient.Member(id), new Recipient.Partner(id), new Recipient.Role("auditor")}) {
            assertThat(Recipient.of(recipient.key())).isEqualTo(recipient);
        }
    }
}
