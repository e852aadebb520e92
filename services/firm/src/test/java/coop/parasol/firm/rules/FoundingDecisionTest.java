package coop.parasol.firm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.firm.rules.FoundingDecision.Founded;
import coop.parasol.firm.rules.FoundingDecision.Refused;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Currency, zone, GS1 prefix, name and financial year are fixed at the founding. */
class FoundingDecisionTest {

    private static final Map<FoundingSetting, String> YEN = Map.of(
            FoundingSetting.NAME, "Kasa KK",
            FoundingSetting.CURRENCY, "JPY",
            FoundingSetting.ZONE, "Asia/Tokyo",
            FoundingSetting.GS1_COMPANY_PREFIX, "4901234",
            FoundingSetting.FINANCIAL_YEAR_BEGIN, "04-01",
            FoundingSetting.COUNTRY, "JP");

    @Test
    void the_first_start_founds_the_firm_with_what_it_is_given() {
        Founded founded = (Founded) FoundingDecision.decide(Map.of(), YEN);

        assertThat(founded.toKeep()).isEqualTo(YEN);
        assertThat(founded.settings())
                .isEqualTo(new FoundingSettings(
                        "Kasa KK", "JPY", ZoneId.of("Asia/Tokyo"), "4901234", MonthDay.of(4, 1), "JP"));
    }

    @Test
    void what_is_not_given_is_as_it_is_kept_so_that_a_restored_database_needs_to_be_told_nothing() {
        Founded founded = (Founded) FoundingDecision.decide(YEN, Map.of());

        assertThat(founded.toKeep()).isEmpty();
        assertThat(founded.settings().currency()).isEqualTo("JPY");
    }

    @Test
    void a_start_with_another_value_is_refused_in_words() {
        for (FoundingSetting setting : FoundingSetting.values()) {
            FoundingDecision.Outcome outcome = FoundingDecision.decide(
                    YEN, Map.of(setting, setting == FoundingSetting.COUNTRY ? "IN" : setting.founderDefault()));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reasons())
                                    .singleElement()
                                    .asString()
                                    .startsWith("This firm was founded with " + setting.variable() + "="
                                            + YEN.get(setting)));
        }
    }

    @Test
    void a_setting_that_none_can_be_founded_with_is_refused_at_the_first_start() {
        assertRefused(FoundingSetting.CURRENCY, "RUPEES");
        assertRefused(FoundingSetting.CURRENCY, "XXX");
        assertRefused(FoundingSetting.ZONE, "India");
        assertRefused(FoundingSetting.ZONE, "+05:30");
        assertRefused(FoundingSetting.GS1_COMPANY_PREFIX, "890123");
        assertRefused(FoundingSetting.GS1_COMPANY_PREFIX, "8901234X");
        assertRefused(FoundingSetting.FINANCIAL_YEAR_BEGIN, "02-29");
        assertRefused(FoundingSetting.FINANCIAL_YEAR_BEGIN, "1 April");
        assertRefused(FoundingSetting.NAME, "x".repeat(141));
    }

    @Test
    void a_firm_founded_without_a_country_is_given_one_once() {
        Founded founded = (Founded) FoundingDecision.decide(Map.of(), Map.of());
        assertThat(founded.settings().country()).isNull();
        assertThat(founded.toKeep()).doesNotContainKey(FoundingSetting.COUNTRY);

        Founded later = (Founded) FoundingDecision.decide(founded.toKeep(), Map.of(FoundingSetting.COUNTRY, "IN"));
        assertThat(later.toKeep()).isEqualTo(Map.of(FoundingSetting.COUNTRY, "IN"));
        assertThat(later.settings().country()).isEqualTo("IN");
        assertRefused(FoundingSetting.COUNTRY, "XX");
        assertRefused(FoundingSetting.COUNTRY, "India");
    }

    @Test
    void a_start_that_agrees_goes_on() {
        assertThat(FoundingDecision.decide(YEN, YEN)).isInstanceOf(Founded.class);
    }

    private static void assertRefused(FoundingSetting setting, String value) {
        assertThat(FoundingDecision.decide(Map.of(), Map.of(setting, value)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .startsWith(setting.variable() + " is " + value + ", but "));
    }
}
