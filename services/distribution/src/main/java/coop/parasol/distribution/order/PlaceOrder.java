package coop.parasol.distribution.order;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Period;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.IdempotentCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes an order: prices it, and accepts or refuses it. It is decided together with the other orders that wait at that moment
 * ({@link OrderQueue}), in a transaction of their own; goods are allocated right after ({@link AllocateOrders}).
 */
@ApplicationScoped
public class PlaceOrder {

    private final OrderQueue queue;

    PlaceOrder(OrderQueue queue) {
        this.queue = queue;
    }

    /**
     * An order as the partner has written it.
     *
     * @param reference the partner's own order number, which names one order for ever
     * @param period the week the goods are wanted in
     * @param enteredBy user who entered it: the partner's own, or of the desk that transcribed it
     */
    public record Request(
            UUID partnerId, Identifier reference, Period period, String enteredBy, List<RequestedLine> lines) {}

    /**
     * A call with an idempotency key, which is stored with the decision.
     *
     * @param answer what is answered, to be stored under the key
     */
    public record KeyedCall(IdempotentCall call, Function<Order, IdempotencyKeys.Answer> answer) {}

    /**
     * An order and the call that places it.
     *
     * @param keyed empty for a call without an idempotency key
     * @param traceparent W3C trace context of the call
     */
    public record Submission(
            Request request,
            Cause cause,
            Optional<KeyedCall> keyed,
            @Nullable String traceparent) {
        Optional<IdempotentCall> call() {
            return keyed.map(KeyedCall::call);
        }
    }

    /** What ordering leads to; nothing is on record unless it is {@link Placed}, or perhaps where the {@link ServiceEnds}. */
    public sealed interface Outcome
            permits Placed,
                    OrderExists,
                    UnknownPartner,
                    WrongUnit,
                    WeekOver,
                    WeekTooFar,
                    AnsweredBefore,
                    TooManyWait,
                    ServiceEnds {}

    /** It is on record, accepted or refused. */
    public record Placed(Order order) implements Outcome {}

    /** An order of the partner has this number already; nothing is on record. */
    public record OrderExists(UUID orderId) implements Outcome {}

    /** There is no such partner; nothing is on record. */
    public record UnknownPartner() implements Outcome {}

    /** A line counts in another unit than its product; nothing is on record. */
    public record WrongUnit(RequestedLine line, String unit) implements Outcome {}

    /** The goods are wanted in a week that is over; nothing is on record. */
    public record WeekOver() implements Outcome {}

    /** The goods are wanted in a week after the last one for which orders are taken; nothing is on record. */
    public record WeekTooFar(Period lastWeek) implements Outcome {}

    /** The caller's idempotency key was used before; nothing new is on record. */
    public record AnsweredBefore(IdempotencyKeys.Answer earlier) implements Outcome {}

    /** Many orders of the partner wait already, because somebody has locked its credit; nothing is on record. */
    public record TooManyWait() implements Outcome {}

    /** The service ends before the order is known to be on record. */
    public record ServiceEnds() implements Outcome {}

    /** Returns when the order is on record or known not to be; to be called outside a transaction. */
    public Outcome place(Request request, Cause cause, Optional<KeyedCall> keyed) {
        return queue.decide(new Submission(request, cause, keyed, Outbox.traceparent()));
    }
}
