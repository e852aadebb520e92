package coop.parasol.pricing.pricelist;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.messaging.Ids;
import coop.parasol.pricing.ProductFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of the published prices are valid now or later. */
@QuarkusTest
class PriceInForceTest {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final Instant YESTERDAY = NOW.minusSeconds(86_400);
    private static final Instant TOMORROW = NOW.plusSeconds(86_400);

    private final String product = "LAMP-" + UUID.randomUUID();
    private final UUID list = Ids.next();

    @BeforeEach
    void standard_and_list_are_stored() {
        QuarkusTransaction.requiringNew().run(() -> {
            ProductFixture.product(product, List.of("A", "B"));
            PriceList draft = new PriceList();
            draft.id = list;
            draft.state = PriceList.State.DRAFT;
            draft.draftedBy = "priya";
            draft.draftedAt = NOW;
            draft.persist();
        });
    }

    @Test
    void a_price_is_superseded_once_a_later_one_is_valid_and_not_before() {
        UUID old = price("A", "RETAIL", 1, YESTERDAY, true);
        UUID next = price("A", "RETAIL", 1, TOMORROW, true);

        assertThat(inForce("", NOW)).containsExactly(old, next);
        assertThat(inForce("", TOMORROW)).containsExactly(next);
    }

    @Test
    void of_two_prices_that_are_valid_from_the_same_moment_the_one_with_the_later_id_is_in_force() {
        price("A", "RETAIL", 1, YESTERDAY, true);
        UUID corrected = price("A", "RETAIL", 1, YESTERDAY, true);

        assertThat(inForce("", NOW)).containsExactly(corrected);
    }

    @Test
    void grade_tier_and_minimum_quantity_each_have_a_price_of_their_own() {
        UUID first = price("A", "RETAIL", 1, YESTERDAY, true);
        UUID otherGrade = price("B", "RETAIL", 1, NOW, true);
        UUID otherTier = price("A", "WHOLESALE", 1, NOW, true);
        UUID largerQuantity = price("A", "RETAIL", 100, NOW, true);

        assertThat(inForce("", NOW)).containsExactly(first, otherGrade, otherTier, largerQuantity);
        assertThat(inForce("WHOLESALE", NOW)).containsExactly(otherTier);
    }

    @Test
    void a_draft_is_never_in_force() {
        price("A", "RETAIL", 1, YESTERDAY, false);

        assertThat(inForce("", NOW)).isEmpty();
    }

    @Test
    void a_page_begins_after_the_last_price_of_the_page_before() {
        UUID first = price("A", "RETAIL", 1, YESTERDAY, true);
        UUID second = price("B", "RETAIL", 1, YESTERDAY, true);

        assertThat(page("", NOW, BEFORE_ALL, 1)).containsExactly(first);
        assertThat(page("", NOW, first, 1)).containsExactly(second);
        assertThat(page("", NOW, second, 1)).isEmpty();
    }

    private List<UUID> inForce(String tier, Instant now) {
        return page(tier, now, BEFORE_ALL, 100);
    }

    private List<UUID> page(String tier, Instant now, UUID after, int maxRows) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Price.inForce(product, tier, now, after, maxRows).stream()
                        .map(price -> price.id)
                        .toList());
    }

    private UUID price(String grade, String tier, int minimumQuantity, Instant validFrom, boolean published) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Price price = new Price();
            price.id = Ids.next();
            price.priceListId = list;
            price.product = product;
            price.grade = grade;
            price.tier = tier;
            price.minimumQuantity = BigDecimal.valueOf(minimumQuantity);
            price.unit = "C62";
            price.unitPrice = BigDecimal.valueOf(10_00);
            price.priceBase = 1;
            price.validFrom = validFrom;
            price.published = published;
            price.persist();
            return price.id;
        });
    }
}
