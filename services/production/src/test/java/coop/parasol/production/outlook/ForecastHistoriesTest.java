package coop.parasol.production.outlook;

import static coop.parasol.production.outlook.OrderEvents.ENVELOPE;
import static coop.parasol.production.outlook.OrderEvents.accepted;
import static coop.parasol.production.outlook.OrderEvents.dispatched;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.ForecastEvent.ForecastChanged;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.production.outlook.DemandOutlook.Position;
import coop.parasol.production.outlook.DemandOutlook.ProductWeek;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random histories of forecasts, orders, cancellations and shipments of several partners: whatever comes first, in each week the larger
 * of orders and forecast of each partner is wanted, what was dispatched is wanted no more, and nothing is wanted twice or lost.
 */
@QuarkusTest
class ForecastHistoriesTest {

    private static final int HISTORIES = 25;
    private static final int PARTNERS = 3;
    private static final List<Period> WEEKS =
            List.of(Period.parse("2026-W48"), Period.parse("2026-W49"), Period.parse("2026-W50"));

    @Inject
    OnOrderAccepted onOrderAccepted;

    @Inject
    OnOrderCancelled onOrderCancelled;

    @Inject
    OnOrderLineReduced onOrderLineReduced;

    @Inject
    OnShipmentDispatched onShipmentDispatched;

    @Inject
    OnForecastChanged onForecastChanged;

    @Inject
    DemandOutlook outlook;

    /** What a partner has done about a week. */
    private static final class Need {
        private long forecast;
        private long ordered;
        private long dispatched;

        private long unconsumed() {
            return Math.max(0, forecast - ordered);
        }
    }

    @Test
    void of_each_partner_the_larger_of_orders_and_forecast_is_wanted_whatever_comes_first() {
        Random random = new Random(17);
        for (int history = 0; history < HISTORIES; history++) {
            String product = "P-" + UUID.randomUUID();
            Map<Period, Map<Integer, Need>> needs = new HashMap<>();
            play(histories(product, needs, random), random);

            long earlier = 0;
            for (Period week : WEEKS) {
                long open = 0;
                long forecasts = 0;
                for (Need need : needs.getOrDefault(week, Map.of()).values()) {
                    open += need.ordered - need.dispatched;
                    forecasts += need.unconsumed();
                }
                ProductWeek line = line(product, week);
                assertThat(line == null ? 0 : line.openOrders().longValueExact())
                        .isEqualTo(open);
                assertThat(line == null ? 0 : line.forecasts().longValueExact()).isEqualTo(forecasts);
                if (line != null) {
                    assertThat(line.earlierNeeds().longValueExact()).isEqualTo(earlier);
                }
                earlier += open + forecasts;
            }
        }
    }

    @Test
    void a_forecast_that_is_said_again_adds_nothing_and_one_that_is_taken_back_leaves_the_orders() {
        String product = "P-" + UUID.randomUUID();
        UUID partner = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        hear(accepted(order, partner, product, WEEKS.getFirst(), 60));
        hear(forecast(partner, product, WEEKS.getFirst(), 100));
        hear(forecast(partner, product, WEEKS.getFirst(), 100));
        assertThat(forecasts(product)).isEqualByComparingTo("40");

        hear(dispatched(order, product, 60));
        assertThat(forecasts(product))
                .as("orders that have left have consumed it too")
                .isEqualByComparingTo("40");

        hear(forecast(partner, product, WEEKS.getFirst(), 0));
        assertThat(line(product, WEEKS.getFirst())).isNull();
    }

    @Test
    void one_partners_orders_consume_no_others_forecast() {
        String product = "P-" + UUID.randomUUID();
        hear(forecast(UUID.randomUUID(), product, WEEKS.getFirst(), 100));
        hear(accepted(UUID.randomUUID(), UUID.randomUUID(), product, WEEKS.getFirst(), 70));

        assertThat(forecasts(product)).isEqualByComparingTo("100");
    }

    /** Events by their keys, each key in its order, and what they come to. */
    private static List<Deque<Event>> histories(String product, Map<Period, Map<Integer, Need>> needs, Random random) {
        List<Deque<Event>> keys = new ArrayList<>();
        for (int partner = 0; partner < PARTNERS; partner++) {
            Deque<Event> forecasts = new ArrayDeque<>();
            for (int change = random.nextInt(6); change > 0; change--) {
                Period week = WEEKS.get(random.nextInt(WEEKS.size()));
                long quantity = random.nextInt(60);
                need(needs, week, partner).forecast = quantity;
                forecasts.add(forecast(id(partner), product, week, quantity));
            }
            keys.add(forecasts);
            for (int number = random.nextInt(4); number > 0; number--) {
                keys.addAll(order(product, partner, needs, random));
            }
        }
        keys.removeIf(Deque::isEmpty);
        return keys;
    }

    private static List<Deque<Event>> order(
            String product, int partner, Map<Period, Map<Integer, Need>> needs, Random random) {
        UUID order = UUID.randomUUID();
        Period week = WEEKS.get(random.nextInt(WEEKS.size()));
        int ordered = 1 + random.nextInt(40);
        int shipped = random.nextInt(ordered + 1);
        boolean cancelled = random.nextInt(3) == 0;
        int wanted = shipped + random.nextInt(ordered - shipped + 1);
        Need need = need(needs, week, partner);
        need.ordered += cancelled ? shipped : wanted;
        need.dispatched += shipped;
        Deque<Event> events = new ArrayDeque<>(List.of(accepted(order, id(partner), product, week, ordered)));
        if (wanted < ordered) {
            events.add(reduced(order, id(partner), product, week, wanted));
        }
        if (cancelled) {
            events.add(new OrderCancelled(order, id(partner), "too late"));
        }
        return shipped == 0
                ? List.of(events)
                : List.of(events, new ArrayDeque<>(List.of(dispatched(order, product, shipped))));
    }

    private static OrderLineReduced reduced(UUID order, UUID partner, String product, Period week, long wanted) {
        return new OrderLineReduced(
                order,
                partner,
                null,
                1,
                product,
                "A",
                week,
                Quantity.of(wanted + 1, "C62"),
                Quantity.of(wanted, "C62"),
                UnitPrice.of("1.00", "INR", 1),
                Money.of(wanted + ".00", "INR"),
                ReductionCause.FIRM,
                false,
                "kiln broken",
                Instant.EPOCH);
    }

    private static Need need(Map<Period, Map<Integer, Need>> needs, Period week, int partner) {
        return needs.computeIfAbsent(week, each -> new HashMap<>()).computeIfAbsent(partner, each -> new Need());
    }

    private void play(List<Deque<Event>> keys, Random random) {
        while (!keys.isEmpty()) {
            hear(keys.get(random.nextInt(keys.size())).removeFirst());
            keys.removeIf(Deque::isEmpty);
        }
    }

    private void hear(Event event) {
        QuarkusTransaction.requiringNew().run(() -> {
            switch (event) {
                case OrderAccepted accepted -> onOrderAccepted.onAll(List.of(new Received<>(accepted, ENVELOPE)));
                case OrderCancelled cancelled -> onOrderCancelled.onAll(List.of(new Received<>(cancelled, ENVELOPE)));
                case OrderLineReduced reduced -> onOrderLineReduced.onAll(List.of(new Received<>(reduced, ENVELOPE)));
                case ShipmentDispatched sent -> onShipmentDispatched.onAll(List.of(new Received<>(sent, ENVELOPE)));
                case ForecastChanged changed -> onForecastChanged.onAll(List.of(new Received<>(changed, ENVELOPE)));
                default -> throw new AssertionError(event);
            }
        });
    }

    private BigDecimal forecasts(String product) {
        return Objects.requireNonNull(line(product, WEEKS.getFirst())).forecasts();
    }

    private @Nullable ProductWeek line(String product, Period week) {
        return QuarkusTransaction.requiringNew()
                .call(() -> outlook.page(product, week, WEEKS.getFirst(), Position.FIRST, 1).stream()
                        .findFirst()
                        .orElse(null));
    }

    private static UUID id(int partner) {
        return new UUID(17, partner);
    }

    private static ForecastChanged forecast(UUID partner, String product, Period week, long quantity) {
        return new ForecastChanged(partner, product, "A", week, Quantity.of(quantity, "C62"), Instant.EPOCH);
    }
}
