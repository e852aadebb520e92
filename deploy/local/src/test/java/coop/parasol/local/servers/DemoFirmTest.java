package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A demo in rupees is a firm in India; what its operator has set holds. */
class DemoFirmTest {

    @Test
    void a_demo_in_rupees_is_in_india_and_one_in_another_currency_has_no_country() {
        assertThat(DemoFirm.settings(Map.of())).containsEntry("PARASOL_FIRM_COUNTRY", "IN");
        assertThat(DemoFirm.settings(Map.of("PARASOL_FIRM_CURRENCY", "INR")))
                .containsKeys("PARASOL_FIRM_ADDRESS", "PARASOL_FIRM_TAX_NUMBER");
        assertThat(DemoFirm.settings(Map.of("PARASOL_FIRM_CURRENCY", "JPY"))).isEmpty();
    }

    @Test
    void what_is_set_is_left_as_it_is() {
        assertThat(DemoFirm.settings(Map.of("PARASOL_FIRM_COUNTRY", "BT"))).isEmpty();
        assertThat(DemoFirm.settings(Map.of("PARASOL_FIRM_ADDRESS", "1 Fort Street")))
                .doesNotContainKey("PARASOL_FIRM_ADDRESS");
    }
}
