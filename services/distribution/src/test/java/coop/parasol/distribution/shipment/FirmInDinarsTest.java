package coop.parasol.distribution.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.firm.FoundedFirm;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** A firm in Kuwait's dinar, which has three decimals; and a service that is started again with other settings. */
@QuarkusTest
@TestProfile(FirmInDinarsTest.Founded.class)
class FirmInDinarsTest extends SalesAbroad {

    public static class Founded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parasol.firm.currency", "KWD", "parasol.firm.zone", "Asia/Kuwait");
        }
    }

    @Inject
    DataSource database;

    @Test
    void an_order_in_dinars_is_sold_and_paid_to_the_fils() {
        Invoice invoice = sell(Money.of("1.235", "KWD"), 7, Instant.parse("2026-11-28T08:00:00Z"));

        assertThat(invoice.total).isEqualTo(8645);
    }

    @Test
    void a_start_in_another_currency_is_refused_in_words() {
        FoundedFirm otherwise = new FoundedFirm(database, config(Map.of("parasol.firm.currency", "INR")));

        assertThatThrownBy(otherwise::settings)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This firm was founded with PARASOL_FIRM_CURRENCY=KWD and cannot go on with INR:"
                        + " remove the setting or give it as it was.");
    }

    @Test
    void a_start_without_settings_is_the_firm_as_it_was_founded() {
        assertThat(new FoundedFirm(database, config(Map.of())).settings().currency())
                .isEqualTo("KWD");
    }

    @Test
    void what_was_founded_cannot_be_changed_in_the_database() {
        assertThatThrownBy(() -> useCases.execute("update firm_setting set value = 'INR' where name = 'currency'"))
                .hasStackTraceContaining("firm setting currency was fixed at the founding");
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
