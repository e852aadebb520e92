package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.order.OrderEntities.BenchBatch;
import coop.parasol.distribution.order.OrderEntities.BenchLine;
import coop.parasol.distribution.order.OrderEntities.BenchOrder;
import coop.parasol.distribution.order.OrderEntities.BenchPartner;
import coop.parasol.distribution.order.OrderEntities.BenchPrice;
import coop.parasol.distribution.order.OrderEntities.BenchProduct;
import coop.parasol.distribution.order.OrderEntities.BenchReservation;
import coop.parasol.distribution.order.OrderEntities.BenchShare;
import coop.parasol.distribution.order.OrderEntities.LineKey;
import coop.parasol.distribution.order.OrderEntities.ReservationKey;
import coop.parasol.distribution.order.OrderEntities.ShareKey;
import coop.parasol.distribution.order.rules.AcceptOrder;
import coop.parasol.distribution.order.rules.AcceptOrder.Accepted;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.order.rules.CreditLimit;
import coop.parasol.distribution.pricelist.rules.ApplicablePrice;
import coop.parasol.distribution.pricelist.rules.PublishedPrice;
import coop.parasol.distribution.stock.rules.StockAllocation;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import coop.parasol.distribution.stock.rules.StockAllocation.Candidate;
import coop.parasol.distribution.stock.rules.StockAllocation.Share;
import coop.parasol.distribution.stock.rules.StockAllocation.Shares;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The same order as {@link PlaceOrder} takes, by the same rules and with the same rows and events, written the way one
 * writes it with entities: a query per kind of entity, changes in Java, and Hibernate's batched writes at the commit.
 */
@ApplicationScoped
class PlaceOrderByEntities {

    private static final UUID ALL_PRODUCERS = new UUID(0, 0);

    private final Session session;
    private final Outbox outbox;
    private final FirmClock clock;
    private final FirmCurrency currency;

    PlaceOrderByEntities(Session session, Outbox outbox, FirmClock clock, FirmCurrency currency) {
        this.session = session;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    /** Returns whether everything was allocated. */
    boolean place(PlaceOrder.Request request, Cause cause) {
        List<String> codes =
                request.lines().stream().map(RequestedLine::product).distinct().toList();
        List<BenchProduct> products = session.createQuery(
                        "from BenchProduct where code in :codes order by code", BenchProduct.class)
                .setParameter("codes", codes)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .list();
        BenchPartner partner = session.find(BenchPartner.class, request.partnerId(), LockModeType.PESSIMISTIC_WRITE);
        List<PublishedPrice> prices = prices(codes, partner.tier);
        Instant now = clock.now();
        Accepted accepted = (Accepted) AcceptOrder.decide(
                request.lines(),
                products.stream().collect(Collectors.toMap(product -> product.code, product -> product.grades)),
                (product, grade, quantity) -> ApplicablePrice.find(prices, product, grade, partner.tier, quantity, now)
                        .map(PublishedPrice::unitPrice),
                new CreditLimit(currency.money(partner.creditLimit), currency.money(partner.exposure)));
        partner.exposure += accepted.total().minor();
        return write(request, accepted, codes, cause);
    }

    private List<PublishedPrice> prices(List<String> codes, String tier) {
        return session
                .createQuery("from BenchPrice where product in :codes and tier = :tier", BenchPrice.class)
                .setParameter("codes", codes)
                .setParameter("tier", tier)
                .list()
                .stream()
                .map(price -> new PublishedPrice(
                        price.priceId,
                        price.product,
                        price.grade,
                        price.tier,
                        new Quantity(price.minimumQuantity, price.unit),
                        currency.money(price.unitPrice),
                        price.validFrom))
                .toList();
    }

    private boolean write(PlaceOrder.Request request, Accepted accepted, List<String> codes, Cause cause) {
        List<BenchBatch> batches = session.createQuery(
                        "from BenchBatch where product in :codes and onHand > 0 and certificateState = 'CERTIFIED'"
                                + " and expiry >= :today order by expiry",
                        BenchBatch.class)
                .setParameter("codes", codes)
                .setParameter("today", clock.today())
                .list();
        String period = request.period().toString();
        Map<ShareKey, BenchShare> shares = session
                .createQuery("from BenchShare where key.product in :codes and key.period = :period", BenchShare.class)
                .setParameter("codes", codes)
                .setParameter("period", period)
                .list()
                .stream()
                .collect(Collectors.toMap(share -> share.key, share -> share));
        UUID orderId = Ids.next();
        persistOrder(orderId, request, accepted);
        List<Allocation> allocations = new ArrayList<>();
        boolean complete = true;
        for (OrderLine line : accepted.lines()) {
            List<AllocatedUnits> allocated = allocate(line, batches, shares, period);
            BigDecimal quantity =
                    allocated.stream().map(AllocatedUnits::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            complete &= quantity.compareTo(line.quantity().value()) == 0;
            persistLine(orderId, line, quantity);
            for (AllocatedUnits units : allocated) {
                persistReservation(orderId, line.line(), period, units);
                allocations.add(PlaceOrder.allocation(
                        line.line(), units, line.quantity().unit()));
            }
        }
        outbox.append(
                List.of(
                        new OrderAccepted(
                                orderId,
                                request.partnerId(),
                                request.reference().written(),
                                request.period(),
                                accepted.lines(),
                                accepted.total(),
                                clock.now()),
                        new OrderAllocated(orderId, allocations, complete)),
                cause);
        return complete;
    }

    private List<AllocatedUnits> allocate(
            OrderLine line, List<BenchBatch> batches, Map<ShareKey, BenchShare> shares, String period) {
        Map<UUID, BenchBatch> ofLine = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        Map<UUID, Share> byMember = new HashMap<>();
        for (BenchBatch batch : batches) {
            if (batch.product.equals(line.product()) && batch.grade.equals(line.grade())) {
                ofLine.put(batch.batchId, batch);
                candidates.add(new Candidate(batch.batchId, batch.memberId, batch.lot, batch.expiry, batch.onHand));
                byMember.put(batch.memberId, share(shares, line.product(), period, batch.memberId));
            }
        }
        List<AllocatedUnits> allocated = StockAllocation.allocate(
                line.quantity().value(),
                candidates,
                new Shares(share(shares, line.product(), period, ALL_PRODUCERS), byMember),
                clock.today());
        for (AllocatedUnits units : allocated) {
            BenchBatch batch = Objects.requireNonNull(ofLine.get(units.batchId()));
            batch.onHand = batch.onHand.subtract(units.quantity());
            batch.reserved = batch.reserved.add(units.quantity());
            grow(shares, new ShareKey(line.product(), period, units.memberId()), units.quantity());
            grow(shares, new ShareKey(line.product(), period, ALL_PRODUCERS), units.quantity());
        }
        return allocated;
    }

    private static Share share(Map<ShareKey, BenchShare> shares, String product, String period, UUID member) {
        BenchShare share = shares.get(new ShareKey(product, period, member));
        return share == null ? Share.NONE : new Share(share.committed, share.allocated);
    }

    private void grow(Map<ShareKey, BenchShare> shares, ShareKey key, BigDecimal quantity) {
        BenchShare share = shares.computeIfAbsent(key, any -> {
            BenchShare made = new BenchShare();
            made.key = key;
            made.committed = BigDecimal.ZERO;
            made.allocated = BigDecimal.ZERO;
            session.persist(made);
            return made;
        });
        share.allocated = share.allocated.add(quantity);
    }

    private void persistOrder(UUID orderId, PlaceOrder.Request request, Accepted accepted) {
        BenchOrder order = new BenchOrder();
        order.orderId = orderId;
        order.partnerId = request.partnerId();
        order.period = request.period().toString();
        order.state = "ALLOCATED";
        order.enteredBy = request.enteredBy();
        order.placedAt = clock.now();
        order.total = accepted.total().minor();
        order.openAmount = accepted.total().minor();
        session.persist(order);
    }

    private void persistLine(UUID orderId, OrderLine line, BigDecimal allocated) {
        BenchLine row = new BenchLine();
        row.key = new LineKey(orderId, line.line());
        row.product = line.product();
        row.grade = line.grade();
        row.unit = line.quantity().unit();
        row.quantity = line.quantity().value();
        row.unitPrice = line.unitPrice().minor();
        row.amount = line.amount().minor();
        row.allocated = allocated;
        row.backOrdered = row.quantity.subtract(allocated);
        session.persist(row);
    }

    private void persistReservation(UUID orderId, int line, String period, AllocatedUnits units) {
        BenchReservation reservation = new BenchReservation();
        reservation.key = new ReservationKey(orderId, line, units.batchId());
        reservation.period = period;
        reservation.quantity = units.quantity();
        session.persist(reservation);
    }
}
