package coop.parasol.production.batch;

import coop.parasol.production.batch.ReportBatch.AlreadyReported;
import coop.parasol.production.batch.ReportBatch.Outcome;
import coop.parasol.production.batch.ReportBatch.Refused;
import coop.parasol.production.batch.ReportBatch.Reported;
import coop.parasol.production.batch.ReportBatch.Submission;
import coop.parasol.production.member.Member;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.IdempotencyKeys.Answer;
import coop.parasol.web.IdempotencyKeys.KeyTakenException;
import coop.parasol.web.IdempotencyKeys.UsedKey;
import coop.parasol.web.IdempotentCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Stores reports of single batches, with the answers under their idempotency keys, several in one transaction or one alone. */
@ApplicationScoped
class StoreReports {

    /** For what somebody else has locked beside the producers: all that are stored together wait. */
    private static final String MAX_WAIT_TOGETHER = "200ms";

    private final ReportBatch reportBatch;
    private final IdempotencyKeys keys;
    private final Jdbi jdbi;

    StoreReports(ReportBatch reportBatch, IdempotencyKeys keys, Jdbi jdbi) {
        this.reportBatch = reportBatch;
        this.keys = keys;
        this.jdbi = jdbi;
    }

    /**
     * A call that reports one batch.
     *
     * @param key empty for a call without an idempotency key
     * @param answer what is answered to a batch that was taken, to be stored under the key
     */
    record Call(
            Submission submission, Optional<IdempotentCall> key, BiFunction<IdempotentCall, Outcome, Answer> answer) {

        private Optional<UsedKey> usedKey() {
            return key.map(UsedKey::of);
        }
    }

    sealed interface Decision {}

    record Decided(Outcome outcome) implements Decision {}

    /** The caller's idempotency key was used before; nothing new is on record. */
    record AnsweredBefore(Answer earlier) implements Decision {}

    /**
     * Decides in one transaction those of several calls that can be: empty for one whose producer somebody else has locked, and for one
     * that has the key of another of them. What it throws has stored nothing.
     */
    List<Optional<Decision>> together(List<Call> calls) {
        return QuarkusTransaction.requiringNew().call(() -> {
            jdbi.withHandle(handle -> handle.createQuery("select set_config('lock_timeout', :maxWait, true)")
                    .bind("maxWait", MAX_WAIT_TOGETHER)
                    .mapTo(String.class)
                    .one());
            return decide(
                    calls,
                    Member.lockUnlocked(calls.stream()
                            .map(call -> call.submission().memberId())
                            .collect(Collectors.toSet())));
        });
    }

    /** Decides one call by itself; waits for whoever has locked its producer. */
    Decision alone(Call call) {
        try {
            return aloneOnce(call);
        } catch (KeyTakenException e) {
            return aloneOnce(call); // finds the answer that was stored meanwhile
        }
    }

    private Decision aloneOnce(Call call) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Member.lock(call.submission().memberId())
                        .flatMap(
                                member -> decide(List.of(call), List.of(member)).getFirst())
                        .orElseGet(() -> new Decided(new Refused(ReportBatch.NO_MEMBER))));
    }

    private List<Optional<Decision>> decide(List<Call> calls, List<Member> members) {
        Set<UUID> locked = members.stream().map(member -> member.id).collect(Collectors.toSet());
        Map<UsedKey, Answer> earlier = keys.findAll(
                calls.stream().map(Call::key).flatMap(Optional::stream).toList());
        List<Call> decidable = new ArrayList<>();
        Set<UsedKey> ownKeys = new HashSet<>();
        for (Call call : calls) {
            boolean isNew = call.usedKey().map(key -> !earlier.containsKey(key)).orElse(true);
            if (isNew
                    && locked.contains(call.submission().memberId())
                    && call.usedKey().map(ownKeys::add).orElse(true)) {
                decidable.add(call);
            }
        }
        List<Outcome> outcomes =
                reportBatch.reportAll(decidable.stream().map(Call::submission).toList(), members);
        keys.storeAll(answers(decidable, outcomes));
        return decisions(calls, decidable, outcomes, earlier);
    }

    /** What is refused is decided anew when it is asked again. */
    private static Map<IdempotentCall, Answer> answers(List<Call> calls, List<Outcome> outcomes) {
        Map<IdempotentCall, Answer> answers = new HashMap<>();
        Iterator<Outcome> outcome = outcomes.iterator();
        for (Call call : calls) {
            switch (outcome.next()) {
                case Reported taken ->
                    call.key().ifPresent(key -> answers.put(key, call.answer().apply(key, taken)));
                case AlreadyReported known ->
                    call.key().ifPresent(key -> answers.put(key, call.answer().apply(key, known)));
                case Refused refused -> {}
            }
        }
        return answers;
    }

    private static List<Optional<Decision>> decisions(
            List<Call> calls, List<Call> decided, List<Outcome> outcomes, Map<UsedKey, Answer> earlier) {
        IdentityHashMap<Call, Outcome> ofCalls = new IdentityHashMap<>();
        for (int call = 0; call < decided.size(); call++) {
            ofCalls.put(decided.get(call), outcomes.get(call));
        }
        return calls.stream()
                .map(call -> Optional.ofNullable(ofCalls.get(call))
                        .<Decision>map(Decided::new)
                        .or(() -> call.usedKey().map(earlier::get).map(AnsweredBefore::new)))
                .toList();
    }
}
