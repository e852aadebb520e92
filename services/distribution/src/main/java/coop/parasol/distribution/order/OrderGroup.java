package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent;
import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.OrderTerms.PartnerTerms;
import coop.parasol.distribution.order.PlaceOrder.OrderExists;
import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.Placed;
import coop.parasol.distribution.order.PlaceOrder.Request;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import coop.parasol.distribution.order.PlaceOrder.UnknownPartner;
import coop.parasol.distribution.order.PlaceOrder.WeekOver;
import coop.parasol.distribution.order.PlaceOrder.WeekTooFar;
import coop.parasol.distribution.order.PlaceOrder.WrongUnit;
import coop.parasol.distribution.order.rules.AcceptOrder;
import coop.parasol.distribution.order.rules.AcceptOrder.Accepted;
import coop.parasol.distribution.order.rules.AcceptOrder.Refused;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.order.rules.CreditLimit;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.order.rules.PriceBreak;
import coop.parasol.distribution.order.rules.WantedWeek;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.IdempotencyKeys.UsedKey;
import coop.parasol.web.IdempotentCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Orders that are decided one after the other on the same terms, and then stored in one statement. */
final class OrderGroup {

    private final OrderTerms terms;
    private final LocalDate today;
    private final FirmCurrency currency;
    private final StoreOrders storeOrders;
    private final Map<UUID, Money> reserved = new HashMap<>();
    private final Map<OrderReferences.Key, UUID> claimed = new HashMap<>();
    private final Set<UsedKey> usedKeys = new HashSet<>();
    private final List<NewOrder> placed = new ArrayList<>();
    private final List<Outbox.Decided> events = new ArrayList<>();
    private final Map<IdempotentCall, IdempotencyKeys.Answer> answers = new HashMap<>();

    private OrderGroup(OrderTerms terms, LocalDate today, FirmCurrency currency, StoreOrders storeOrders) {
        this.terms = terms;
        this.today = today;
        this.currency = currency;
        this.storeOrders = storeOrders;
    }

    /** Begins a group on terms that were read for it. */
    @ApplicationScoped
    static class Factory {

        private final FirmCurrency currency;
        private final StoreOrders storeOrders;
        private final FirmClock clock;

        Factory(FirmCurrency currency, StoreOrders storeOrders, FirmClock clock) {
            this.currency = currency;
            this.storeOrders = storeOrders;
            this.clock = clock;
        }

        OrderGroup of(OrderTerms terms) {
            return new OrderGroup(terms, clock.day(terms.now()), currency, storeOrders);
        }
    }

    /** Empty for an order that has the number or the idempotency key of an earlier one of the group: that has to be stored first. */
    Optional<Outcome> decide(Submission order) {
        Request request = order.request();
        OrderReferences.Key reference = OrderReferences.Key.of(request);
        PartnerTerms partner = terms.partners().get(request.partnerId());
        if (partner == null) {
            return Optional.of(new UnknownPartner());
        }
        UUID known = terms.knownOrders().get(reference);
        if (known != null) {
            return Optional.of(new OrderExists(known));
        }
        Optional<Outcome> impossible = wrongUnit(request).or(() -> wrongWeek(request.period()));
        if (impossible.isPresent()) {
            return impossible;
        }
        if (claimed.containsKey(reference)
                || order.call().map(UsedKey::of).map(usedKeys::contains).orElse(false)) {
            return Optional.empty();
        }
        Order decided = price(order, partner, reference);
        placed.add(new NewOrder(decided, order.cause(), breaks(decided, partner)));
        order.keyed().ifPresent(keyed -> {
            usedKeys.add(UsedKey.of(keyed.call()));
            answers.put(keyed.call(), keyed.answer().apply(decided));
        });
        return Optional.of(new Placed(decided));
    }

    /** What the partner would pay for less of each line, so that price lists may change. */
    private Map<Integer, List<PriceBreak>> breaks(Order order, PartnerTerms partner) {
        Map<Integer, List<PriceBreak>> breaks = new HashMap<>();
        for (Line line : order.lines()) {
            if (line.unitPrice() != null && line.grade() != null) {
                List<PriceBreak> ofLine = terms.breaks(partner, line.product(), line.grade(), line.ordered());
                if (!ofLine.isEmpty()) {
                    breaks.put(line.line(), ofLine);
                }
            }
        }
        return breaks;
    }

    private Optional<Outcome> wrongUnit(Request request) {
        for (RequestedLine line : request.lines()) {
            String unit = terms.units().get(line.product());
            if (unit != null && !unit.equals(line.quantity().unit())) {
                return Optional.of(new WrongUnit(line, unit));
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> wrongWeek(Period week) {
        return switch (WantedWeek.decide(week, today)) {
            case WantedWeek.Possible possible -> Optional.empty();
            case WantedWeek.Over over -> Optional.of(new WeekOver());
            case WantedWeek.TooFar far -> Optional.of(new WeekTooFar(far.lastWeek()));
        };
    }

    private Order price(Submission order, PartnerTerms partner, OrderReferences.Key reference) {
        Request request = order.request();
        UUID orderId = Ids.next();
        Money before = reserved.getOrDefault(request.partnerId(), currency.money(0));
        CreditLimit credit = new CreditLimit(
                partner.credit().limit(), partner.credit().exposure().plus(before));
        AcceptOrder.Outcome outcome =
                AcceptOrder.decide(request.lines(), terms.grades(), terms.priceList(partner), credit);
        return switch (outcome) {
            case Refused refused -> {
                append(
                        new OrderRefused(
                                orderId,
                                request.partnerId(),
                                request.reference().written(),
                                refused.code(),
                                refused.reason()),
                        order);
                yield refused(orderId, request, refused);
            }
            case Accepted accepted -> {
                claimed.put(reference, orderId);
                reserved.put(request.partnerId(), before.plus(accepted.total()));
                append(
                        new OrderAccepted(
                                orderId,
                                request.partnerId(),
                                request.reference().written(),
                                request.period(),
                                accepted.lines(),
                                accepted.total(),
                                terms.now()),
                        order);
                yield accepted(orderId, request, accepted);
            }
        };
    }

    private Order accepted(UUID orderId, Request request, Accepted accepted) {
        return new Order(
                orderId,
                request.partnerId(),
                request.reference().written(),
                request.period(),
                OrderState.ACCEPTED,
                request.enteredBy(),
                terms.now(),
                accepted.total(),
                accepted.total(),
                currency.money(0),
                currency.money(0),
                null,
                null,
                null,
                accepted.lines().stream().map(Line::accepted).toList());
    }

    private Order refused(UUID orderId, Request request, Refused refused) {
        return new Order(
                orderId,
                request.partnerId(),
                request.reference().written(),
                request.period(),
                OrderState.REFUSED,
                request.enteredBy(),
                terms.now(),
                null,
                currency.money(0),
                currency.money(0),
                currency.money(0),
                refused.code(),
                refused.reason(),
                null,
                request.lines().stream().map(Line::refused).toList());
    }

    private void append(DistributionEvent event, Submission order) {
        events.add(new Outbox.Decided(event, order.cause(), order.traceparent()));
    }

    /**
     * Stores all or nothing; returns whether there is anything to allocate now.
     *
     * @param maxWait for what somebody else has locked; then it throws, SQLSTATE 55P03
     */
    boolean store(Duration maxWait) {
        if (placed.isEmpty()) {
            return false;
        }
        storeOrders.store(placed, claimed, reserved, answers, events, terms.now(), maxWait);
        return !claimed.isEmpty();
    }
}
