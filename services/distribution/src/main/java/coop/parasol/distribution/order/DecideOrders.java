package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PlaceOrder.AnsweredBefore;
import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import coop.parasol.persistence.SqlStates;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.IdempotentCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Decides orders in one transaction, each accepted or refused by itself. Where the transaction fails because of one of them, or of
 * another instance that has taken an order number, a key or the credit in the meantime, nothing of it is stored, and each is decided alone.
 */
@ApplicationScoped
class DecideOrders {

    private static final Logger LOG = Logger.getLogger(DecideOrders.class);
    private static final int MAX_ATTEMPTS = 5;

    /** One partner whose credit somebody holds must not delay the orders of all others. */
    private static final Duration MAX_WAIT_TOGETHER = Duration.ofMillis(200);

    private static final Duration MAX_WAIT_ALONE = Duration.ofSeconds(20);

    private final OrderGroup.Factory groups;
    private final OrderTermsQuery terms;
    private final IdempotencyKeys keys;
    private final OrderAllocator allocator;

    DecideOrders(OrderGroup.Factory groups, OrderTermsQuery terms, IdempotencyKeys keys, OrderAllocator allocator) {
        this.groups = groups;
        this.terms = terms;
        this.keys = keys;
        this.allocator = allocator;
    }

    /**
     * One outcome an order, in their order; empty for those that have to be decided alone. Throws where none could be decided, such as
     * when the database is away.
     */
    List<Optional<Outcome>> together(List<Submission> orders) {
        try {
            return attempt(orders, MAX_WAIT_TOGETHER);
        } catch (RuntimeException e) {
            if (!concernsOne(e)) {
                throw e;
            }
            LOG.debug("Orders are decided one by one", e);
            return orders.stream().map(order -> Optional.<Outcome>empty()).toList();
        }
    }

    /** Again where others have been quicker: what they have stored is read then. Throws what the last attempt has thrown. */
    Outcome alone(Submission order) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(List.of(order), MAX_WAIT_ALONE).getFirst().orElseThrow();
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !isOvertaken(e)) {
                    throw e;
                }
            }
        }
    }

    /** Empty for an order that has the number or the key of another of the group: it is decided after that one. */
    private List<Optional<Outcome>> attempt(List<Submission> orders, Duration maxWait) {
        OrderTerms found = terms.find(orders);
        OrderGroup group = groups.of(found);
        List<Optional<Outcome>> outcomes = new ArrayList<>();
        for (Submission order : orders) {
            outcomes.add(answeredBefore(order, found).or(() -> group.decide(order)));
        }
        if (group.store(maxWait)) {
            allocator.wake();
        }
        return outcomes;
    }

    private Optional<Outcome> answeredBefore(Submission order, OrderTerms found) {
        return order.call()
                .filter(call -> found.usedKeys().contains(OrderTerms.UsedKey.of(call)))
                .map(call -> new AnsweredBefore(answer(call)));
    }

    private IdempotencyKeys.Answer answer(IdempotentCall call) {
        try {
            return keys.find(call).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the failure may be one order's alone: what it holds, or a conflict with others; not that the database is away. */
    private static boolean concernsOne(Throwable failure) {
        return SqlStates.of(failure).findFirst().map(DecideOrders::isOneOrders).orElse(true);
    }

    private static boolean isOneOrders(String state) {
        return isConflict(state) || state.startsWith("22") || state.startsWith("55");
    }

    /** Whether another transaction was quicker: a number, key or credit is taken, or a deadlock was broken. */
    private static boolean isOvertaken(Throwable failure) {
        return SqlStates.of(failure)
                .findFirst()
                .filter(DecideOrders::isConflict)
                .isPresent();
    }

    private static boolean isConflict(String state) {
        return state.startsWith("23") || state.startsWith("40") || state.startsWith("PA");
    }
}
