package coop.parasol.production.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of commitments, reports, changes and quality's answers in any sequence: nothing that was made is lost or counted
 * twice, in commitments, in the outlook, and in what is told of them.
 */
@QuarkusTest
class BatchChangeHistoriesTest {

    private static final int STEPS = 60;
    private static final Map<String, Integer> SEEN = new ConcurrentHashMap<>();

    @Inject
    BatchChangeScenario scenario;

    @Inject
    CommitmentFixture commitments;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private final Map<UUID, Made> made = new LinkedHashMap<>();
    private final Map<UUID, Wanted> open = new LinkedHashMap<>();
    private UUID member = new UUID(0, 0);
    private int lots;

    /** What a batch is, by what was accepted so far. */
    private record Made(long pieces, @Nullable UUID commitment, boolean withdrawn, boolean sampleDrawn) {}

    /** A change that quality has not answered; a withdrawal has no content. */
    private record Wanted(UUID batch, @Nullable Made content) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void what_is_reported_of_a_commitment_is_what_its_batches_are_now(long seed) {
        Random random = new Random(seed);
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        commitments.declare(member, product, Weeks.after(2), 1_000_000);
        commitments.declare(member, product, Weeks.after(3), 1_000_000);
        for (int step = 0; step < STEPS; step++) {
            step(random);
            check();
        }
    }

    @AfterAll
    static void all_of_it_has_happened() {
        assertThat(SEEN).containsKeys("report", "correct", "withdraw", "accepted", "refused", "reopened");
    }

    private void step(Random random) {
        switch (random.nextInt(10)) {
            case 0, 1 ->
                commitments.tryToCommit(member, product, Weeks.after(2 + random.nextInt(2)), 1L + random.nextInt(50));
            case 2, 3, 4 -> report(random);
            case 5, 6 -> correct(random);
            case 7 -> withdraw(random);
            case 8 -> answer(random);
            default -> changeCommitment(random);
        }
    }

    private void report(Random random) {
        UUID commitment = anyCommitment(random);
        long pieces = 1L + random.nextInt(60);
        scenario.report(member, product, "L-" + ++lots, pieces, commitment).ifPresent(batch -> {
            made.put(batch, new Made(pieces, commitment, false, false));
            count("report");
        });
    }

    private void correct(Random random) {
        if (made.isEmpty()) {
            return;
        }
        UUID batch = any(random, new ArrayList<>(made.keySet()));
        Made before = of(batch);
        Made after = new Made(
                1L + random.nextInt(60),
                random.nextBoolean() ? before.commitment() : anyCommitment(random),
                false,
                before.sampleDrawn());
        ChangeBatch.Outcome outcome =
                scenario.correct(member, batch, scenario.correction(after.pieces(), after.commitment()));
        if (outcome instanceof ChangeBatch.Requested requested) {
            assertThat(before.withdrawn() || before.sampleDrawn()).isFalse();
            open.put(requested.change().id, new Wanted(batch, after));
            count("correct");
        }
    }

    private void withdraw(Random random) {
        if (made.isEmpty()) {
            return;
        }
        UUID batch = any(random, new ArrayList<>(made.keySet()));
        if (scenario.withdraw(member, batch) instanceof ChangeBatch.Requested requested) {
            assertThat(of(batch).withdrawn() || of(batch).sampleDrawn()).isFalse();
            open.put(requested.change().id, new Wanted(batch, null));
            count("withdraw");
        }
    }

    /** Quality accepts, or has drawn the sample. An answer that comes twice changes nothing. */
    private void answer(Random random) {
        if (open.isEmpty()) {
            return;
        }
        UUID change = any(random, new ArrayList<>(open.keySet()));
        Wanted wanted = Objects.requireNonNull(open.remove(change));
        boolean accepted = random.nextInt(3) > 0;
        UUID batch = wanted.batch();
        if (!accepted && random.nextBoolean()) {
            scenario.sampleDrawn(batch);
        }
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            scenario.answer(
                    member, batch, change, accepted ? BatchChangeAnswer.ACCEPTED : BatchChangeAnswer.SAMPLE_DRAWN);
        }
        count(accepted ? "accepted" : "refused");
        Made before = of(batch);
        if (!accepted) {
            scenario.sampleDrawn(batch);
            made.put(batch, new Made(before.pieces(), before.commitment(), before.withdrawn(), true));
        } else if (wanted.content() == null) {
            made.put(batch, new Made(before.pieces(), before.commitment(), true, false));
        } else {
            Made after = wanted.content();
            UUID named = after.commitment();
            boolean released = named != null && commitment(named).state == Commitment.State.RELEASED;
            made.put(batch, new Made(after.pieces(), released ? null : named, false, false));
        }
    }

    private void changeCommitment(Random random) {
        UUID commitment = anyCommitment(random);
        if (commitment == null) {
            return;
        }
        if (random.nextInt(3) == 0) {
            commitments.tryToRelease(member, commitment);
        } else {
            commitments.tryToChange(member, commitment, 1L + random.nextInt(60));
        }
    }

    private void check() {
        long openCommitments = 0;
        BigDecimal outstanding = BigDecimal.ZERO;
        for (Commitment commitment : all()) {
            BigDecimal batches = BigDecimal.valueOf(made.values().stream()
                    .filter(batch -> !batch.withdrawn() && commitment.id.equals(batch.commitment()))
                    .mapToLong(Made::pieces)
                    .sum());
            assertThat(commitment.reported).isEqualByComparingTo(batches.min(commitment.quantity));
            Commitment.State state = commitment.state;
            if (commitment.reopened) {
                count("reopened");
            }
            if (state != Commitment.State.RELEASED) {
                assertThat(state == Commitment.State.FULFILLED).isEqualTo(batches.compareTo(commitment.quantity) >= 0);
            }
            assertThat(lastTold(commitment.id))
                    .isEqualTo(
                            switch (state) {
                                case OPEN -> "QuantityCommitted";
                                case FULFILLED -> "CommitmentFulfilled";
                                case RELEASED -> "CommitmentReleased";
                            });
            openCommitments += state == Commitment.State.OPEN ? 1 : 0;
            outstanding = outstanding.add(commitment.outstanding());
        }
        Member now = QuarkusTransaction.requiringNew().call(() -> Member.<Member>findById(member));
        assertThat(now.openCommitments).isEqualTo(openCommitments);
        assertThat(now.openChanges).isEqualTo(open.size());
        assertThat(now.batchesReported).isEqualTo(made.size());
        assertThat(outlook()).isEqualByComparingTo(outstanding);
        made.forEach((id, expected) -> {
            Batch batch = scenario.batch(id);
            assertThat(batch.quantity).isEqualByComparingTo(BigDecimal.valueOf(expected.pieces()));
            assertThat(batch.commitmentId).isEqualTo(expected.commitment());
            assertThat(batch.state == Batch.State.WITHDRAWN).isEqualTo(expected.withdrawn());
        });
    }

    private List<Commitment> all() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Commitment.<Commitment>list("memberId = ?1 order by id", member));
    }

    private Commitment commitment(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Commitment.<Commitment>findById(id));
    }

    private String lastTold(UUID commitment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select split_part(type, '.', 4) from (
                            select seq, type, payload from outbox union all select seq, type, payload from sent_event) event
                         where payload::jsonb ->> 'commitmentId' = :id
                           and split_part(type, '.', 4) in ('QuantityCommitted', 'CommitmentFulfilled', 'CommitmentReleased')
                         order by seq desc limit 1
                        """)
                .bind("id", commitment.toString())
                .mapTo(String.class)
                .one());
    }

    private BigDecimal outlook() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(sum(commitments), 0) from demand_outlook where product = :product")
                .bind("product", product)
                .mapTo(BigDecimal.class)
                .one());
    }

    private @Nullable UUID anyCommitment(Random random) {
        List<Commitment> all = all();
        return all.isEmpty() || random.nextInt(5) == 0 ? null : any(random, all).id;
    }

    private Made of(UUID batch) {
        return made.getOrDefault(batch, new Made(0, null, false, false));
    }

    private static void count(String what) {
        SEEN.merge(what, 1, Integer::sum);
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
