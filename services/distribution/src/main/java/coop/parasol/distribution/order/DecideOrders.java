package coop.parasol.distribution.order;

import coop.parasol.distribution.order.PlaceOrder.AnsweredBefore;
import coop.parasol.distribution.order.PlaceOrder.Outcome;
import coop.parasol.distribution.order.PlaceOrder.Submission;
import coop.parasol.distribution.partner.PartnerCredit;
import coop.parasol.persistence.SqlStates;
import coop.parasol.web.IdempotencyKeys.UsedKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Decides orders in one transaction, each accepted or refused by itself. Where the transaction fails because of one of them, or of
 * another transaction that holds what they need, nothing of it is stored, and those concerned are decided apart ({@link PartnerQueues}).
 */
@ApplicationScoped
class DecideOrders {

    private static final Logger LOG = Logger.getLogger(DecideOrders.class);
    private static final int MAX_ATTEMPTS = 5;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** For a credit, a number or a key that somebody else holds: the orders of all partners wait. */
    private static final Duration MAX_WAIT_TOGETHER = Duration.ofMillis(200);

    private final OrderGroup.Factory groups;
    private final OrderTermsQuery terms;
    private final PartnerCredit partnerCredit;
    private final OrderAllocator allocator;

    DecideOrders(
            OrderGroup.Factory groups, OrderTermsQuery terms, PartnerCredit partnerCredit, OrderAllocator allocator) {
        this.groups = groups;
        this.terms = terms;
        this.partnerCredit = partnerCredit;
        this.allocator = allocator;
    }

    /**
     * One outcome an order, in their order; empty for those that have to be decided apart. Throws where none could be decided, such as
     * when the database is away.
     */
    List<Optional<Outcome>> together(List<Submission> orders) {
        try {
            return attempt(orders, MAX_WAIT_TOGETHER);
        } catch (RuntimeException e) {
            if (!concernsOne(e)) {
                throw e;
            }
            LOG.debug("Orders are decided once more", e);
            return withoutThoseApart(orders, e);
        }
    }

    private List<Optional<Outcome>> withoutThoseApart(List<Submission> orders, RuntimeException failure) {
        Set<UUID> apart = apart(orders, failure);
        List<Submission> others = orders.stream()
                .filter(order -> !apart.contains(order.request().partnerId()))
                .toList();
        Iterator<Optional<Outcome>> outcomes = onceMore(others).iterator();
        return orders.stream()
                .map(order -> apart.contains(order.request().partnerId()) ? Optional.<Outcome>empty() : outcomes.next())
                .toList();
    }

    /** The partners whose orders are decided apart: those whose credit is locked; all where it is not known whose order is at fault. */
    private Set<UUID> apart(List<Submission> orders, RuntimeException failure) {
        if (isOvertaken(failure)) {
            return Set.of();
        }
        Set<UUID> partners =
                orders.stream().map(order -> order.request().partnerId()).collect(Collectors.toSet());
        Set<UUID> locked = isLocked(failure) ? partnerCredit.lockedAmong(partners) : Set.of();
        return locked.isEmpty() ? partners : locked;
    }

    private List<Optional<Outcome>> onceMore(List<Submission> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        try {
            return attempt(orders, MAX_WAIT_TOGETHER);
        } catch (RuntimeException e) {
            if (!concernsOne(e)) {
                throw e;
            }
            return orders.stream().map(order -> Optional.<Outcome>empty()).toList();
        }
    }

    /**
     * Decides orders of one partner, again where others have been quicker: what they have stored is read then. Empty for an order that
     * has to be decided after another of these. Throws what the last attempt has thrown.
     */
    List<Optional<Outcome>> ofPartner(List<Submission> orders, Duration maxWait) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(orders, maxWait);
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
        return order.call().map(call -> found.answers().get(UsedKey.of(call))).map(AnsweredBefore::new);
    }

    /** Whether the failure may be one order's alone: what it holds, or a conflict with others; not that the database is away. */
    static boolean concernsOne(Throwable failure) {
        return SqlStates.of(failure).findFirst().map(DecideOrders::isOneOrders).orElse(true);
    }

    private static boolean isOneOrders(String state) {
        return isConflict(state) || state.startsWith("22") || state.startsWith("55");
    }

    /** Whether what an order needs was locked by somebody else for too long. */
    static boolean isLocked(Throwable failure) {
        return SqlStates.of(failure)
                .findFirst()
                .filter(LOCK_NOT_AVAILABLE::equals)
                .isPresent();
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
