package coop.parasol.distribution.pricelist.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which price applies: an agreement before a group before a tier, then the largest quantity reached, then the newest. */
class ApplicablePriceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID BAZAAR = new UUID(7, 7);
    private static final PriceScope RETAIL = PriceScope.tier("RETAIL");
    private static final PriceScope CHAIN = PriceScope.group("CHAIN");
    private static final PriceScope AGREED = PriceScope.partner(BAZAAR);
    private static final Set<PriceScope> ALL = PriceScope.of(BAZAAR, "CHAIN", "RETAIL");

    private static final List<PublishedPrice> PRICES = List.of(
            price(1, RETAIL, 0, "10.00", NOW.minusSeconds(100), null),
            price(2, RETAIL, 0, "11.00", NOW.minusSeconds(50), null),
            price(3, RETAIL, 0, "12.00", NOW.plusSeconds(1), null),
            price(4, RETAIL, 100, "9.00", NOW.minusSeconds(100), null));

    @Test
    void the_newest_version_that_is_valid() {
        assertThat(applying("5", NOW)).isEqualTo("11.00");
        assertThat(applying("5", NOW.minusSeconds(60))).isEqualTo("10.00");
        assertThat(applying("5", NOW.plusSeconds(1))).isEqualTo("12.00");
        assertThat(applying("5", NOW.minusSeconds(101))).isEqualTo("none");
    }

    @Test
    void the_largest_minimum_quantity_that_the_line_reaches() {
        assertThat(applying("99", NOW)).isEqualTo("11.00");
        assertThat(applying("100", NOW)).isEqualTo("9.00");
    }

    @Test
    void an_agreement_comes_before_a_group_and_a_group_before_a_tier_whatever_they_cost() {
        List<PublishedPrice> prices = new ArrayList<>(PRICES);
        prices.add(price(5, CHAIN, 10, "13.00", NOW.minusSeconds(200), null));
        assertThat(applying(prices, "100", NOW)).isEqualTo("13.00");
        assertThat(applying(prices, "9", NOW))
                .as("the group has no price for so few")
                .isEqualTo("11.00");

        prices.add(price(6, AGREED, 50, "14.00", NOW.minusSeconds(300), null));
        assertThat(applying(prices, "100", NOW)).isEqualTo("14.00");
        assertThat(applying(prices, "49", NOW)).isEqualTo("13.00");
    }

    @Test
    void a_price_that_ends_gives_way_to_the_one_before_it() {
        List<PublishedPrice> prices = new ArrayList<>(PRICES);
        prices.add(price(7, RETAIL, 0, "8.00", NOW.minusSeconds(10), NOW.plusSeconds(5)));

        assertThat(applying(prices, "5", NOW)).isEqualTo("8.00");
        assertThat(applying(prices, "5", NOW.plusSeconds(4)))
                .as("12.00 is newer")
                .isEqualTo("12.00");
        assertThat(applying(prices.subList(0, 1), "5", NOW)).isEqualTo("10.00");
        assertThat(applying(List.of(prices.get(0), price(8, RETAIL, 0, "8.00", NOW.minusSeconds(10), NOW)), "5", NOW))
                .isEqualTo("10.00");
    }

    @Test
    void of_its_product_grade_buyers_and_unit_only() {
        assertThat(find(PRICES, ALL, "LAMP", "B", Quantity.of(1, "C62"))).isEmpty();
        assertThat(find(PRICES, Set.of(PriceScope.tier("EXPORT")), "LAMP", "A", Quantity.of(1, "C62")))
                .isEmpty();
        assertThat(find(PRICES, ALL, "SOFA", "A", Quantity.of(1, "C62"))).isEmpty();
        assertThat(find(PRICES, ALL, "LAMP", "A", Quantity.of(1, "KGM"))).isEmpty();
    }

    @Test
    void the_least_quantity_that_has_a_price_is_named_with_the_price_that_would_apply_to_it() {
        List<PublishedPrice> prices = List.of(
                price(1, RETAIL, 10, "10.00", NOW.minusSeconds(1), null),
                price(2, RETAIL, 100, "9.00", NOW.minusSeconds(1), null),
                price(3, CHAIN, 10, "9.50", NOW.minusSeconds(1), null),
                price(4, PriceScope.tier("EXPORT"), 1, "7.00", NOW.minusSeconds(1), null));

        assertThat(ApplicablePrice.ofLeastQuantity(prices, ALL, "LAMP", "A", "C62", NOW))
                .get()
                .satisfies(price -> {
                    assertThat(price.minimumQuantity()).isEqualTo(Quantity.of(10, "C62"));
                    assertThat(price.unitPrice().text()).isEqualTo("9.50");
                });
        assertThat(ApplicablePrice.ofLeastQuantity(prices, ALL, "LAMP", "B", "C62", NOW))
                .isEmpty();
    }

    @Test
    void one_price_in_force_for_each_buyer_and_minimum_quantity() {
        List<PublishedPrice> prices = new ArrayList<>(PRICES);
        prices.add(price(5, CHAIN, 0, "13.00", NOW.minusSeconds(200), null));

        assertThat(ApplicablePrice.inForce(prices, NOW))
                .extracting(price -> price.unitPrice().text())
                .containsExactlyInAnyOrder("11.00", "9.00", "13.00");
    }

    @Test
    void the_choice_depends_on_no_order_and_never_on_what_others_have_agreed() {
        for (int seed = 0; seed < 300; seed++) {
            String run = "seed " + seed;
            Random random = new Random(seed);
            List<PublishedPrice> prices = new ArrayList<>();
            for (int id = 1; id <= 30; id++) {
                prices.add(randomPrice(id, random));
            }
            Quantity quantity = Quantity.of(random.nextInt(200), "C62");
            Optional<PublishedPrice> chosen = find(prices, ALL, "LAMP", "A", quantity);

            Collections.shuffle(prices, random);
            assertThat(find(prices, ALL, "LAMP", "A", quantity))
                    .as("seed %d", seed)
                    .isEqualTo(chosen);
            prices.removeIf(price -> !ALL.contains(price.scope()));
            assertThat(find(prices, ALL, "LAMP", "A", quantity))
                    .as("seed %d", seed)
                    .isEqualTo(chosen);
            chosen.ifPresent(price -> assertThat(prices)
                    .as(run + ": nothing stronger, larger or newer applies")
                    .filteredOn(other ->
                            other.isValid(NOW) && other.minimumQuantity().compareTo(quantity) <= 0)
                    .noneMatch(other -> isBetter(other, price)));
        }
    }

    private static boolean isBetter(PublishedPrice other, PublishedPrice chosen) {
        int kind = other.scope().kind().compareTo(chosen.scope().kind());
        int quantity = other.minimumQuantity().compareTo(chosen.minimumQuantity());
        if (kind != 0 || quantity != 0) {
            return kind > 0 || (kind == 0 && quantity > 0);
        }
        return other.validFrom().isAfter(chosen.validFrom());
    }

    private static PublishedPrice randomPrice(int id, Random random) {
        PriceScope scope = List.of(RETAIL, CHAIN, AGREED, PriceScope.tier("EXPORT"), PriceScope.partner(new UUID(8, 8)))
                .get(random.nextInt(5));
        Instant from = NOW.plusSeconds(random.nextInt(20) - 15L);
        Instant until = random.nextBoolean() ? null : from.plusSeconds(1 + random.nextInt(20));
        return new PublishedPrice(
                new UUID(0, id),
                "LAMP",
                "A",
                scope,
                Quantity.of(random.nextInt(4) * 50L, "C62"),
                new UnitPrice(BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), 4), "INR", 1),
                from,
                until);
    }

    private static String applying(String quantity, Instant at) {
        return applying(PRICES, quantity, at);
    }

    private static String applying(List<PublishedPrice> prices, String quantity, Instant at) {
        return ApplicablePrice.find(prices, ALL, "LAMP", "A", Quantity.of(quantity, "C62"), at)
                .map(price -> price.unitPrice().text())
                .orElse("none");
    }

    private static Optional<PublishedPrice> find(
            List<PublishedPrice> prices, Set<PriceScope> scopes, String product, String grade, Quantity quantity) {
        return ApplicablePrice.find(prices, scopes, product, grade, quantity, NOW);
    }

    private static PublishedPrice price(
            long id, PriceScope scope, long minimum, String amount, Instant from, @Nullable Instant until) {
        return new PublishedPrice(
                new UUID(0, id),
                "LAMP",
                "A",
                scope,
                Quantity.of(minimum, "C62"),
                UnitPrice.of(amount, "INR", 1),
                from,
                until);
    }
}
