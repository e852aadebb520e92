package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.invoice.Invoice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A firm in yen, which has no minor unit, and in India's zone, whose midnight is half past six in the evening in UTC. */
@QuarkusTest
@TestProfile(FirmInYenTest.Founded.class)
class FirmInYenTest extends SalesAbroad {

    public static class Founded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parasol.firm.currency", "JPY",
                    "parasol.firm.zone", "Asia/Kolkata",
                    "parasol.firm.gs1-company-prefix", "4901234567",
                    "parasol.firm.financial-year-begin", "04-01");
        }
    }

    @Test
    void an_order_in_yen_is_sold_and_paid_to_the_yen() {
        Invoice invoice = sell(Money.of("333", "JPY"), 7, Instant.parse("2026-11-28T08:00:00Z"));

        assertThat(invoice.total).isEqualTo(2331);
    }

    @Test
    void an_invoice_of_half_past_midnight_on_new_year_is_of_the_running_financial_year() {
        Instant newYear = Instant.parse("2026-12-31T19:00:00Z");

        Invoice invoice = sell(Money.of("100", "JPY"), 1, newYear);

        assertThat(useCases.today()).hasToString("2027-01-01");
        assertThat(useCases.thisWeek()).hasToString("2026-W53");
        assertThat(invoice.number).startsWith("INV-26-27-");
    }

    @Test
    void an_invoice_of_half_past_midnight_on_the_first_of_april_is_the_first_of_the_new_financial_year() {
        sell(Money.of("100", "JPY"), 1, Instant.parse("2027-03-31T18:00:00Z"));

        Invoice first = sell(Money.of("100", "JPY"), 1, Instant.parse("2027-03-31T19:00:00Z"));

        assertThat(first.number).isEqualTo("INV-27-28-000001");
    }

    @Test
    void shipping_units_are_numbered_under_the_prefix_that_the_firm_was_founded_with() {
        sell(Money.of("100", "JPY"), 1, Instant.parse("2026-11-28T08:00:00Z"));

        assertThat(useCases.number("select count(*) from shipment where sscc not like '_4901234567%'"))
                .isZero();
    }
}
