package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.FormFields;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a line is said at once, each at its own field. */
class OrderCheckTest {

    /** A text says its name and what it is about. */
    private static final OrderEntryMessages WORDS = (OrderEntryMessages) Proxy.newProxyInstance(
            OrderCheckTest.class.getClassLoader(),
            new Class<?>[] {OrderEntryMessages.class},
            (proxy, text, about) -> text.getName() + Arrays.toString(about));

    @Test
    void an_unknown_product_hides_no_quantity_that_is_none() {
        assertThat(refused(new OrderRow("NO-SUCH", "", "ten", ""))).containsOnlyKeys("product", "quantity");
        assertThat(refused(new OrderRow("NO-SUCH", "", "12.5", ""))).containsOnlyKeys("product");
    }

    @Test
    void an_unknown_grade_hides_no_quantity_that_is_none() {
        assertThat(refused(new OrderRow("LAMP", "Z", "ten", ""))).containsOnlyKeys("grade", "quantity");
        assertThat(refused(new OrderRow("LAMP", "Z", "10", ""))).containsOnlyKeys("grade");
        assertThat(refused(new OrderRow("LAMP", "", "10", ""))).isEmpty();
    }

    private static Map<String, String> refused(OrderRow row) {
        PartnerClient.Offer lamp = new PartnerClient.Offer("LAMP", "Lamp", "C62", List.of("A"), List.of(), Map.of());
        FormFields form = FormFields.empty();
        OrderCheck.of(List.of(row), PriceTable.of(new Listed<>(List.of(lamp), null)), form, WORDS);
        return OrderFormRow.of(form, 0).errors();
    }
}
