package coop.parasol.distribution;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.order.OrderRepository;
import coop.parasol.distribution.order.PlaceOrder;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.partner.RegisterPartner;
import coop.parasol.distribution.pricelist.OnPricePublished;
import coop.parasol.distribution.product.OnStandardPublished;
import coop.parasol.distribution.stock.OnBatchCertified;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.testing.Standards;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Products, partners, batches and orders for tests of single statements: by the use cases, without Kafka and REST. */
@ApplicationScoped
public class UseCases {

    public static final Cause CAUSE = Cause.of("test");
    public static final String UNIT = "C62";

    private final OnStandardPublished onStandardPublished;
    private final OnPricePublished onPricePublished;
    private final OnBatchCertified onBatchCertified;
    private final RegisterPartner registerPartner;
    private final PlaceOrder placeOrder;
    private final OrderRepository orders;
    private final FirmClock clock;
    private final Jdbi jdbi;

    UseCases(
            OnStandardPublished onStandardPublished,
            OnPricePublished onPricePublished,
            OnBatchCertified onBatchCertified,
            RegisterPartner registerPartner,
            PlaceOrder placeOrder,
            OrderRepository orders,
            FirmClock clock,
            Jdbi jdbi) {
        this.onStandardPublished = onStandardPublished;
        this.onPricePublished = onPricePublished;
        this.onBatchCertified = onBatchCertified;
        this.registerPartner = registerPartner;
        this.placeOrder = placeOrder;
        this.orders = orders;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /** A product of pieces in grade A, at 10.00 each. */
    public String product() {
        return product(Money.of("10.00", "INR"));
    }

    /** A product of pieces in grade A, at 10.00 each, that is sold for so many days after it is made. */
    public String ageingProduct(int shelfLifeDays) {
        return product(UnitPrice.of("10.00", "INR", 1), shelfLifeDays);
    }

    /** A product of pieces in grade A. */
    public String product(Money unitPrice) {
        return product(UnitPrice.of(unitPrice));
    }

    /** A product of pieces in grade A, at a price for 1, 100 or 1,000 of them. */
    public String product(UnitPrice unitPrice) {
        return product(unitPrice, null);
    }

    private String product(UnitPrice unitPrice, @Nullable Integer shelfLifeDays) {
        String product = "CHAIR-" + UUID.randomUUID().toString().substring(0, 8);
        QuarkusTransaction.requiringNew()
                .run(() -> onStandardPublished.on(
                        Standards.ofPieces(product, "Chair", List.of("A"), shelfLifeDays), envelope()));
        price(product, 0, unitPrice);
        return product;
    }

    /** What a piece of a product costs from now on if so many are ordered. */
    public void price(String product, long minimumQuantity, UnitPrice unitPrice) {
        QuarkusTransaction.requiringNew()
                .run(() -> onPricePublished.on(
                        new PricePublished(
                                UUID.randomUUID(),
                                product,
                                "A",
                                "RETAIL",
                                null,
                                null,
                                Quantity.of(minimumQuantity, UNIT),
                                unitPrice,
                                clock.now(),
                                null),
                        envelope()));
    }

    public UUID partner(String creditLimit) {
        return partner(Money.of(creditLimit, "INR"));
    }

    public UUID partner(Money creditLimit) {
        UUID partnerId = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> registerPartner.register(
                        new RegisterPartner.PartnerTerms(partnerId, "Bazaar", "IN", "RETAIL", null, creditLimit),
                        null,
                        CAUSE));
        return partnerId;
    }

    /** A batch of a member that becomes stock, and is allocated to orders that wait; it expires so many days from today. */
    public UUID batch(String product, UUID memberId, long quantity, int daysLeft) {
        return batch(UUID.randomUUID(), product, memberId, quantity, daysLeft);
    }

    /** As the other, with an id that was heard of before. */
    public UUID batch(UUID batchId, String product, UUID memberId, long quantity, int daysLeft) {
        certify(batchId, product, memberId, quantity, daysLeft);
        awaitLookedFor(product);
        return batchId;
    }

    /** A batch becomes stock; does not wait until it is allocated. */
    public void certify(UUID batchId, String product, UUID memberId, long quantity, int daysLeft) {
        QuarkusTransaction.requiringNew().run(() -> certifyHere(batchId, product, memberId, quantity, daysLeft));
    }

    /** The same in the present transaction. */
    public void certifyHere(UUID batchId, String product, UUID memberId, long quantity, int daysLeft) {
        BatchCertified certified = new BatchCertified(
                batchId,
                "C" + batchId,
                memberId,
                product,
                "L-" + batchId,
                "26332-" + batchId.toString().substring(28).toUpperCase(java.util.Locale.ROOT),
                "A",
                Quantity.of(quantity, UNIT),
                today().plusDays(daysLeft),
                1,
                Instant.now());
        onBatchCertified.on(certified, envelope());
    }

    /** Places an order and waits until goods were looked for. */
    public Order order(UUID partnerId, String product, long quantity) {
        Order placed = ((PlaceOrder.Placed) place(partnerId, "PO-" + UUID.randomUUID(), product, quantity)).order();
        awaitLookedAt(placed.orderId());
        return find(placed.orderId());
    }

    /** @param reference the partner's own order number */
    public PlaceOrder.Outcome place(UUID partnerId, String reference, String product, long quantity) {
        return placeOrder.place(request(partnerId, reference, product, quantity), CAUSE, Optional.empty());
    }

    /** As a call with an idempotency key does. */
    public PlaceOrder.Outcome place(PlaceOrder.Request request, Optional<PlaceOrder.KeyedCall> keyed) {
        return placeOrder.place(request, CAUSE, keyed);
    }

    /** Places an order with a line of each product, and does not wait. */
    public UUID place(UUID partnerId, String reference, List<String> products, long quantity) {
        List<RequestedLine> lines = new ArrayList<>();
        products.forEach(
                product -> lines.add(new RequestedLine(lines.size() + 1, product, null, Quantity.of(quantity, UNIT))));
        PlaceOrder.Outcome outcome = placeOrder.place(
                new PlaceOrder.Request(partnerId, Identifier.of(reference), thisWeek(), "test", lines),
                CAUSE,
                Optional.empty());
        return ((PlaceOrder.Placed) outcome).order().orderId();
    }

    public PlaceOrder.Request request(UUID partnerId, String reference, String product, long quantity) {
        return new PlaceOrder.Request(
                partnerId,
                Identifier.of(reference),
                thisWeek(),
                "test",
                List.of(new RequestedLine(1, product, null, Quantity.of(quantity, UNIT))));
    }

    /** Waits until goods were looked for, for all lines of an order. */
    public void awaitLookedAt(UUID orderId) {
        awaitNone("select count(*) from order_line where order_id = ? and allocation_pending", orderId);
    }

    /** Waits until goods of a product were looked for, for all that wait for them. */
    public void awaitLookedFor(String product) {
        awaitNone("select count(*) from order_line where product = ? and allocation_pending", product);
    }

    private void awaitNone(String count, Object parameter) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> number(count, parameter).signum() == 0);
    }

    public Order find(UUID orderId) {
        return QuarkusTransaction.requiringNew().call(() -> orders.find(orderId).orElseThrow());
    }

    /** A number of a batch's row, such as {@code on_hand}. */
    public BigDecimal batchUnits(UUID batchId, String column) {
        return number("select " + column + " from batch where batch_id = ?", batchId);
    }

    public BigDecimal number(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle ->
                        handle.select(sql, parameters).mapTo(BigDecimal.class).one()));
    }

    /** Whether any session of the database waits for a lock at this moment. */
    public boolean somebodyWaitsForALock() {
        return number("select count(*) from pg_stat_activity where datname = current_database() and"
                                + " wait_event_type = 'Lock'")
                        .signum()
                > 0;
    }

    public void awaitSomebodyWaitingForALock() {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(this::somebodyWaitsForALock);
    }

    public void execute(String sql, @Nullable Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> executeHere(sql, parameters));
    }

    /** The same in the present transaction. */
    public void executeHere(String sql, @Nullable Object... parameters) {
        jdbi.useHandle(handle -> handle.execute(sql, parameters));
    }

    /** Does something in a transaction that is rolled back. */
    public static <T> T rolledBack(Callable<T> work) throws Exception {
        QuarkusTransaction.begin();
        try {
            return work.call();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** By the clock that tests may have moved. */
    public Instant now() {
        return clock.now();
    }

    public LocalDate today() {
        return clock.today();
    }

    public Period thisWeek() {
        return clock.thisWeek();
    }

    public static Envelope envelope() {
        return new Envelope(UUID.randomUUID(), "", "", 0, Instant.now(), CAUSE);
    }
}
