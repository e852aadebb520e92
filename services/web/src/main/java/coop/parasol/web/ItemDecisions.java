package coop.parasol.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Decides about the items of a call together, in a transaction of their own. If that fails for anything but the database's absence,
 * they are decided one by one, each in a transaction of its own, so that one item's failure costs that item and no other. A
 * transaction that the database has undone for the sake of another is done again, once.
 */
@ApplicationScoped
public class ItemDecisions {

    private static final Logger LOG = Logger.getLogger(ItemDecisions.class);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    /** After so many in a row no item is to blame, and the others are not tried. */
    static final int MAX_FAILURES_IN_A_ROW = 10;

    private final ItemCheck check;
    private final CurrentIdempotentCall current;
    private final IdempotencyKeys keys;
    private final StoredAnswers storedAnswers;

    ItemDecisions(ItemCheck check, CurrentIdempotentCall current, IdempotencyKeys keys, StoredAnswers storedAnswers) {
        this.check = check;
        this.current = current;
        this.keys = keys;
        this.storedAnswers = storedAnswers;
    }

    /** Decides about items, in the transaction of the caller. */
    @FunctionalInterface
    public interface Decision<T, V> {

        /**
         * An answer for each item, in their order.
         *
         * @param firstPosition of the first of them in the call
         */
        List<ItemAnswer<V>> decide(List<ReadItem<T>> items, int firstPosition);
    }

    /**
     * Answers to items, in their order.
     *
     * @param failure why the items behind them were not decided; absent where all were
     */
    record Decided<V>(List<ItemAnswer<V>> answers, Optional<RuntimeException> failure) {}

    /**
     * Decides about all items of a call. Its {@code Idempotency-Key} is stored with the answers, in the transaction of the decision; where
     * items are decided one by one, behind the last of them. To be called by a method that stores keys itself ({@link
     * Idempotent#storedByMethod}).
     *
     * @throws RuntimeException where not all could be decided: what was decided nevertheless is found so by the next call
     */
    public <T, V> List<ItemAnswer<V>> decideAll(List<ReadItem<T>> items, Decision<T, V> decision) {
        List<ReadItem<T>> checked = check.checked(items);
        Optional<IdempotentCall> call = current.get();
        try {
            return inTransaction(() -> answeredOnce(call, () -> decision.decide(checked, 1)));
        } catch (RuntimeException e) {
            if (e instanceof StoredAnswers.Repeated || e instanceof Problem || ProblemMappers.isTransient(e)) {
                throw e;
            }
            Decided<V> decided = oneByOne(checked, 1, decision, e);
            decided.failure().ifPresent(failure -> {
                throw failure;
            });
            return inTransaction(() -> answeredOnce(call, decided::answers));
        }
    }

    /** Decides about items of a call of which more may come. */
    <T, V> Decided<V> decide(List<ReadItem<T>> items, int firstPosition, Decision<T, V> decision) {
        List<ReadItem<T>> checked = check.checked(items);
        try {
            return new Decided<>(inTransaction(() -> decision.decide(checked, firstPosition)), Optional.empty());
        } catch (RuntimeException e) {
            return ProblemMappers.isTransient(e)
                    ? new Decided<>(List.of(), Optional.of(e))
                    : oneByOne(checked, firstPosition, decision, e);
        }
    }

    private static <T, V> Decided<V> oneByOne(
            List<ReadItem<T>> items, int firstPosition, Decision<T, V> decision, RuntimeException together) {
        LOG.warnf("%d items are decided one by one, as together they have failed: %s", items.size(), together);
        List<ItemAnswer<V>> answers = new ArrayList<>();
        int failuresInARow = 0;
        for (ReadItem<T> item : items) {
            int position = firstPosition + answers.size();
            try {
                answers.addAll(inTransaction(() -> decision.decide(List.of(item), position)));
                failuresInARow = 0;
            } catch (RuntimeException e) {
                if (failuresInARow == MAX_FAILURES_IN_A_ROW || ProblemMappers.isTransient(e)) {
                    return new Decided<>(answers, Optional.of(e));
                }
                Problem problem = ProblemMappers.problemOf(e);
                failuresInARow = problem.document().status() < SERVER_ERROR ? 0 : failuresInARow + 1;
                answers.add(ItemAnswer.refused(position, problem.document()));
            }
        }
        return new Decided<>(answers, Optional.empty());
    }

    private <V> List<ItemAnswer<V>> answeredOnce(
            Optional<IdempotentCall> call, Supplier<List<ItemAnswer<V>>> decision) {
        if (call.isEmpty()) {
            return decision.get();
        }
        IdempotentCall keyed = call.get();
        try {
            Optional<IdempotencyKeys.Answer> earlier = keys.claim(keyed.caller(), keyed.key(), keyed.digest());
            if (earlier.isPresent()) {
                throw keyed.repeated(earlier.get());
            }
            List<ItemAnswer<V>> answers = decision.get();
            keys.answer(keyed.caller(), keyed.key(), keyed.answer(OK, null, storedAnswers.json(answers)));
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException("the key of a call could not be stored", e);
        }
    }

    private static <R> R inTransaction(Supplier<R> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } catch (RuntimeException e) {
            if (!DatabaseProblem.isRolledBackForAnother(e)) {
                throw e;
            }
            LOG.infof("A transaction is done again that was undone for the sake of another: %s", e);
            return QuarkusTransaction.requiringNew().call(work::get);
        }
    }
}
