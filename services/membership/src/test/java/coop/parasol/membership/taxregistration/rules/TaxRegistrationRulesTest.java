package coop.parasol.membership.taxregistration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.firm.TaxNumbers;
import coop.parasol.membership.taxregistration.rules.TaxRegistrationRules.Wanted;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tax registration has a number of its country and holds from the day on which it is entered at the earliest. */
class TaxRegistrationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String GSTIN = "27AAPFU0939F1ZV";

    @Test
    void a_number_is_checked_as_its_country_writes_it() {
        assertThat(code(TaxScheme.COMPOSITION, "IN", GSTIN)).isNull();
        assertThat(code(TaxScheme.COMPOSITION, "IN", "27AAPFU0939F1ZW")).isEqualTo("malformed-tax-number");
        assertThat(code(TaxScheme.STANDARD, "JP", "T1180301018771")).isNull();
        assertThat(code(TaxScheme.STANDARD, "JP", GSTIN)).isEqualTo("malformed-tax-number");
        assertThat(code(TaxScheme.STANDARD, "KE", "P051234567X")).isNull();
        assertThat(code(TaxScheme.STANDARD, "KE", "P051/234")).isEqualTo("malformed-tax-number");
    }

    @Test
    void who_charges_tax_or_composes_names_a_number_and_who_is_not_registered_has_none() {
        assertThat(code(TaxScheme.STANDARD, "DE", null)).isEqualTo("number-missing");
        assertThat(code(TaxScheme.COMPOSITION, "IN", null)).isEqualTo("number-missing");
        assertThat(code(TaxScheme.SMALL_ENTERPRISE, "DE", null)).isNull();
        assertThat(code(TaxScheme.EXEMPT_SUPPLIES, "IN", null)).isNull();
        assertThat(code(TaxScheme.NONE, "IN", GSTIN)).isEqualTo("number-not-wanted");
    }

    @Test
    void a_registration_never_holds_for_a_day_before_it_is_entered() {
        assertThat(code(days(TODAY, null, null))).isNull();
        assertThat(code(days(TODAY.minusDays(1), null, null))).isEqualTo("retroactive");
        assertThat(code(days(TODAY.plusDays(30), TODAY.plusDays(29), null))).isEqualTo("ends-before-it-begins");
        assertThat(code(days(TODAY, TODAY, null))).isNull();
        assertThat(code(days(TODAY, null, TODAY.minusYears(1)))).isNull();
        assertThat(code(days(TODAY, null, TODAY.plusDays(1)))).isEqualTo("in-the-future");
    }

    @Test
    void a_registration_names_the_address_that_stands_on_documents() {
        assertThat(code(new Wanted(TaxScheme.COMPOSITION, "IN", GSTIN, null, TODAY, null, null)))
                .isEqualTo("address-missing");
    }

    private static Wanted days(LocalDate from, @Nullable LocalDate until, @Nullable LocalDate agreedOn) {
        return new Wanted(TaxScheme.COMPOSITION, "IN", GSTIN, "1 Mill Lane", from, until, agreedOn);
    }

    private static @Nullable String code(TaxScheme scheme, String country, @Nullable String number) {
        String address = scheme == TaxScheme.NONE ? null : "1 Mill Lane";
        return code(new Wanted(scheme, country, number, address, TODAY, null, null));
    }

    private static @Nullable String code(Wanted wanted) {
        return TaxRegistrationRules.objection(
                        wanted, TaxNumbers.of(wanted.country()).orElse(null), TODAY)
                .map(TaxRegistrationRules.Objection::code)
                .orElse(null);
    }
}
