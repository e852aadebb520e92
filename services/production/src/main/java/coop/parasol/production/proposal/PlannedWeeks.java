package coop.parasol.production.proposal;

import coop.parasol.production.capacity.DeclaredCapacities.ProductWeek;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.outlook.UncoveredDemand.Uncovered;
import coop.parasol.production.reliability.rules.Reliability;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What is known of products and weeks for which commitments are proposed.
 *
 * @param gradesOfWeeks the grades that anybody wants or has committed, from the best down
 * @param freeOfWeeks what active producers have declared and not committed; more than zero each
 * @param committedOfGoods by producer
 * @param reliabilitiesOfProducts by product and producer; who is missing had nothing that counted
 * @param owners of all producers that have declared or committed anything
 */
record PlannedWeeks(
        Map<ProductWeek, List<Uncovered>> gradesOfWeeks,
        Map<ProductWeek, Map<UUID, BigDecimal>> freeOfWeeks,
        Map<GoodsOfWeek, BigDecimal> wantedGoods,
        Map<GoodsOfWeek, Map<UUID, BigDecimal>> committedOfGoods,
        Map<String, Map<UUID, Reliability>> reliabilitiesOfProducts,
        Map<UUID, UUID> owners) {

    List<Uncovered> grades(ProductWeek goods) {
        return gradesOfWeeks.getOrDefault(goods, List.of());
    }

    /** A copy, which the caller may change. */
    Map<UUID, BigDecimal> free(ProductWeek goods) {
        return new HashMap<>(freeOfWeeks.getOrDefault(goods, Map.of()));
    }

    BigDecimal wanted(GoodsOfWeek goods) {
        return wantedGoods.getOrDefault(goods, BigDecimal.ZERO);
    }

    Map<UUID, BigDecimal> committed(GoodsOfWeek goods) {
        return committedOfGoods.getOrDefault(goods, Map.of());
    }

    Map<UUID, Reliability> reliabilities(String product) {
        return reliabilitiesOfProducts.getOrDefault(product, Map.of());
    }

    UUID owner(UUID producer) {
        return Objects.requireNonNull(owners.get(producer));
    }
}
