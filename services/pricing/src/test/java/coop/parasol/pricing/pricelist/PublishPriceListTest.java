package coop.parasol.pricing.pricelist;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.ProductFixture;
import coop.parasol.pricing.pricelist.rules.PriceListDraft;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftStandardCost;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the publication of a price list does to its prices and to the grade factors. */
@QuarkusTest
class PublishPriceListTest {

    private final Instant future = Instant.now().plusSeconds(86_400).truncatedTo(ChronoUnit.MICROS);

    @Inject
    DraftPriceList draftPriceList;

    @Inject
    PublishPriceList publishPriceList;

    @Inject
    GradeFactors gradeFactors;

    private final String product = "LAMP-" + UUID.randomUUID();

    @BeforeEach
    void standard_is_published() {
        QuarkusTransaction.requiringNew().run(() -> ProductFixture.product(product, List.of("A", "B")));
    }

    @Test
    void prices_get_new_ids_in_the_order_of_their_lines() {
        PriceList list = draft(
                new PriceListDraft(List.of(price("30.00", null), price("20.00", future)), List.of(), List.of(), null));
        UUID newestDraftId = ids(list).getLast();

        assertThat(publish(list.id, "pavan")).isInstanceOf(PublishPriceList.Published.class);

        assertThat(ids(list)).hasSize(2).isSorted().allMatch(id -> id.compareTo(newestDraftId) > 0);
    }

    @Test
    void a_price_is_valid_from_its_publication_unless_it_names_a_later_moment() {
        Instant past = Instant.now().minusSeconds(86_400);
        PriceList list = draft(
                new PriceListDraft(List.of(price("30.00", past), price("20.00", future)), List.of(), List.of(), null));

        PublishPriceList.Outcome outcome = publish(list.id, "pavan");

        List<Price> prices = prices(list);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PublishPriceList.Published.class,
                        published -> assertThat(prices.getFirst().validFrom).isEqualTo(published.list().publishedAt));
        assertThat(prices.getLast().validFrom).isEqualTo(future);
        assertThat(prices).allMatch(price -> price.published);
    }

    @Test
    void the_differential_of_a_later_list_counts() {
        for (String factor : List.of("0.900000", "10")) {
            PriceList list = draft(
                    new PriceListDraft(List.of(price("30.00", null)), List.of(differential(factor)), List.of(), null));
            publish(list.id, "pavan");
        }

        assertThat(QuarkusTransaction.requiringNew().call(() -> gradeFactors.of(product)))
                .containsOnlyKeys("B")
                .containsEntry("B", new BigDecimal("10"));
    }

    @Test
    void only_a_draft_is_published_and_only_by_a_second_person() {
        PriceList list = draft(new PriceListDraft(List.of(price("30.00", null)), List.of(), List.of(), null));

        assertThat(publish(list.id, "priya"))
                .isInstanceOfSatisfying(
                        PublishPriceList.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.Forbidden.class));
        publish(list.id, "pavan");
        assertThat(publish(list.id, "pavan"))
                .isInstanceOfSatisfying(
                        PublishPriceList.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.Conflict.class));
        assertThat(publish(UUID.randomUUID(), "pavan"))
                .isInstanceOfSatisfying(
                        PublishPriceList.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.NotFound.class));
    }

    @Test
    void standard_costs_are_in_force_from_the_publication_and_floor_a_list_that_waited_meanwhile() {
        PriceList waiting = draft(new PriceListDraft(List.of(price("30.00", null)), List.of(), List.of(), null));
        PriceList excused =
                draft(new PriceListDraft(List.of(price("30.00", null)), List.of(), List.of(), "Last of the season"));
        PriceList costs = draft(new PriceListDraft(
                List.of(price("40.00", null)),
                List.of(),
                List.of(new DraftStandardCost(product, "A", UnitPrice.of("3500", "INR", 100))),
                null));

        assertThat(publish(costs.id, "pavan")).isInstanceOf(PublishPriceList.Published.class);

        assertThat(publish(waiting.id, "pavan"))
                .isInstanceOfSatisfying(
                        PublishPriceList.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOfSatisfying(
                                        Refusal.Conflict.class,
                                        conflict -> assertThat(conflict.code()).isEqualTo("below-standard-cost")));
        assertThat(publish(excused.id, "pavan")).isInstanceOf(PublishPriceList.Published.class);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> draftPriceList.draft(
                                withItsTier(
                                        new PriceListDraft(List.of(price("34.99", null)), List.of(), List.of(), null)),
                                "priya")))
                .isInstanceOfSatisfying(
                        DraftPriceList.Refused.class,
                        refused ->
                                assertThat(refused.errors().getFirst().code()).isEqualTo("below-standard-cost"));
    }

    /** No partner has it yet. */
    private static PriceListDraft withItsTier(PriceListDraft draft) {
        return new PriceListDraft(
                draft.prices(),
                draft.differentials(),
                draft.standardCosts(),
                Set.of("RETAIL"),
                draft.belowCostReason());
    }

    private PriceList draft(PriceListDraft draft) {
        DraftPriceList.Outcome outcome =
                QuarkusTransaction.requiringNew().call(() -> draftPriceList.draft(withItsTier(draft), "priya"));
        return ((DraftPriceList.Drafted) outcome).list();
    }

    private PublishPriceList.Outcome publish(UUID id, String actor) {
        return QuarkusTransaction.requiringNew().call(() -> publishPriceList.publish(id, Cause.of(actor)));
    }

    private static List<Price> prices(PriceList list) {
        return QuarkusTransaction.requiringNew().call(() -> Price.ofList(list.id)).stream()
                .sorted(Comparator.comparingInt(price -> price.line))
                .toList();
    }

    private static List<UUID> ids(PriceList list) {
        return prices(list).stream().map(price -> price.id).toList();
    }

    private DraftPrice price(String amount, @Nullable Instant validFrom) {
        return new DraftPrice(
                product,
                "A",
                Buyers.ofTier("RETAIL"),
                Quantity.of("1", "C62"),
                UnitPrice.of(amount, "INR", 1),
                validFrom,
                null);
    }

    private DraftDifferential differential(String factor) {
        return new DraftDifferential(product, "B", new BigDecimal(factor));
    }
}
