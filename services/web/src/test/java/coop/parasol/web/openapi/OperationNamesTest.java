package coop.parasol.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperationNamesTest {

    @Test
    void one_word_is_completed_by_the_noun_of_the_resource() {
        assertThat(OperationNames.derive("place", "OrderResource")).isEqualTo("placeOrder");
        assertThat(OperationNames.derive("get", "PriceListResource")).isEqualTo("getPriceList");
    }

    @Test
    void a_list_is_named_by_the_plural() {
        assertThat(OperationNames.derive("list", "BatchResource")).isEqualTo("listBatches");
        assertThat(OperationNames.derive("list", "CapacityResource")).isEqualTo("listCapacities");
        assertThat(OperationNames.derive("list", "OrderResource")).isEqualTo("listOrders");
    }

    @Test
    void several_words_stand_for_themselves() {
        assertThat(OperationNames.derive("purchaseGoods", "ExitResource")).isEqualTo("purchaseGoods");
    }
}
