package coop.parasol.pricing.document.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.pricing.document.rules.DocumentChoice.Drawn;
import coop.parasol.pricing.document.rules.DocumentChoice.Plain;
import coop.parasol.pricing.document.rules.DocumentChoice.PlainReason;
import coop.parasol.pricing.document.rules.DocumentChoice.TaxRegistration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which document a payout is drawn up as follows from the producer's registration; else it stays a plain statement that says why. */
class DocumentChoiceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final List<DocumentTemplate> INDIA =
            List.of(Templates.of("IN-COMPOSITION"), Templates.of("IN-EXEMPT"));
    private static final List<DocumentTemplate> GERMANY =
            List.of(Templates.of("DE-SMALL"), Templates.of("DE-STANDARD"));
    private static final List<DocumentTemplate> JAPAN =
            List.of(Templates.of("JP-PURCHASE"), Templates.of("JP-CO-OPERATIVE"));

    @Test
    void a_composition_producer_gets_a_bill_of_supply_and_a_regular_one_a_plain_statement() {
        assertThat(chosen(INDIA, "IN", registered(TaxScheme.COMPOSITION, "IN", "27AAPFU0939F1ZV", null)))
                .isEqualTo("IN-COMPOSITION");
        assertThat(chosen(INDIA, "IN", registered(TaxScheme.EXEMPT_SUPPLIES, "IN", null, null)))
                .isEqualTo("IN-EXEMPT");
        assertThat(chosen(INDIA, "IN", registered(TaxScheme.STANDARD, "IN", "27AAPFU0939F1ZV", null)))
                .isEqualTo(PlainReason.NOTHING_ASKED.name());
        assertThat(chosen(INDIA, "IN", null)).isEqualTo(PlainReason.NOTHING_ASKED.name());
        assertThat(chosen(INDIA, "IN", registered(TaxScheme.SMALL_ENTERPRISE, "DE", "DE136695976", DAY)))
                .isEqualTo(PlainReason.OTHER_COUNTRY.name());
    }

    @Test
    void without_an_agreement_to_self_billing_the_statement_stays_a_plain_one() {
        assertThat(chosen(GERMANY, "DE", registered(TaxScheme.SMALL_ENTERPRISE, "DE", "DE136695976", null)))
                .isEqualTo(PlainReason.AGREEMENT_MISSING.name());
        assertThat(chosen(GERMANY, "DE", registered(TaxScheme.SMALL_ENTERPRISE, "DE", null, DAY)))
                .isEqualTo(PlainReason.SUPPLIER_NUMBER_MISSING.name());
        assertThat(chosen(GERMANY, "DE", registered(TaxScheme.SMALL_ENTERPRISE, "DE", "DE136695976", DAY)))
                .isEqualTo("DE-SMALL");
        assertThat(chosen(GERMANY, "DE", registered(TaxScheme.STANDARD, "DE", "DE136695976", DAY)))
                .isEqualTo("DE-STANDARD");
        assertThat(chosen(GERMANY, "DE", registered(TaxScheme.STANDARD, "DE", "DE136695976", null)))
                .isEqualTo(PlainReason.AGREEMENT_MISSING.name());
        assertThat(chosen(GERMANY, "DE", registered(TaxScheme.NONE, "DE", null, DAY)))
                .isEqualTo(PlainReason.NOTHING_ASKED.name());
    }

    @Test
    void in_japan_a_registered_producer_gets_a_purchase_statement_and_another_the_co_operatives() {
        assertThat(chosen(JAPAN, "JP", registered(TaxScheme.STANDARD, "JP", "T1180301018771", null)))
                .isEqualTo("JP-PURCHASE");
        assertThat(chosen(JAPAN, "JP", null)).isEqualTo("JP-CO-OPERATIVE");
        assertThat(chosen(JAPAN, "JP", registered(TaxScheme.NONE, "IN", null, null)))
                .isEqualTo("JP-CO-OPERATIVE");
    }

    @Test
    void the_firms_number_is_asked_for_where_it_must_stand_on_the_document() {
        var file = Templates.file("IN-COMPOSITION");
        file.put("issuer-number", "required");
        List<DocumentTemplate> strict = List.of(Templates.read("IN-STRICT", file));
        TaxRegistration composition = registered(TaxScheme.COMPOSITION, "IN", "27AAPFU0939F1ZV", null);
        Money some = Money.of("1.00", "INR");

        assertThat(DocumentChoice.choose(strict, "IN", composition, false, some))
                .isEqualTo(new Plain(PlainReason.ISSUER_NUMBER_MISSING));
        assertThat(DocumentChoice.choose(strict, "IN", composition, true, some)).isInstanceOf(Drawn.class);
        assertThat(DocumentChoice.choose(strict, "IN", composition, true, Money.zero("INR")))
                .isEqualTo(new Plain(PlainReason.NOTHING_PAID));
    }

    @Test
    void of_registrations_the_one_with_the_latest_first_day_holds_and_of_several_the_last_entered() {
        TaxRegistration old = from(DAY.minusDays(30), null, "OLD");
        TaxRegistration ended = from(DAY.minusDays(10), DAY.minusDays(1), "ENDED");
        TaxRegistration corrected = from(DAY.minusDays(30), null, "CORRECTED");
        TaxRegistration coming = from(DAY.plusDays(1), null, "COMING");

        assertThat(numberOn(DAY, List.of(old))).isEqualTo("OLD");
        assertThat(numberOn(DAY, List.of(old, corrected, coming))).isEqualTo("CORRECTED");
        assertThat(numberOn(DAY.plusDays(1), List.of(old, corrected, coming))).isEqualTo("COMING");
        assertThat(numberOn(DAY.minusDays(1), List.of(old, ended))).isEqualTo("ENDED");
        assertThat(numberOn(DAY, List.of(old, ended))).isNull();
        assertThat(numberOn(DAY.minusDays(31), List.of(old))).isNull();
    }

    private static @Nullable String numberOn(LocalDate day, List<TaxRegistration> entered) {
        return DocumentChoice.inForce(entered, day).map(TaxRegistration::number).orElse(null);
    }

    private static TaxRegistration from(LocalDate from, @Nullable LocalDate until, String number) {
        return new TaxRegistration(
                new UUID(0, 1), TaxScheme.COMPOSITION, "IN", number, "1 Mill Lane", from, until, null);
    }

    private static TaxRegistration registered(
            TaxScheme scheme, String country, @Nullable String number, @Nullable LocalDate agreedOn) {
        return new TaxRegistration(new UUID(0, 1), scheme, country, number, "1 Mill Lane", DAY, null, agreedOn);
    }

    private static String chosen(
            List<DocumentTemplate> templates, String country, @Nullable TaxRegistration registration) {
        return switch (DocumentChoice.choose(templates, country, registration, true, Money.of("1.00", "INR"))) {
            case Drawn drawn -> drawn.template().id();
            case Plain plain -> plain.reason().name();
        };
    }
}
