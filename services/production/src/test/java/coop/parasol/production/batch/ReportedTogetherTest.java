package coop.parasol.production.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.batch.ReportBatch.AlreadyReported;
import coop.parasol.production.batch.ReportBatch.Outcome;
import coop.parasol.production.batch.ReportBatch.Refused;
import coop.parasol.production.batch.ReportBatch.Report;
import coop.parasol.production.batch.ReportBatch.Reported;
import coop.parasol.production.batch.ReportBatch.Submission;
import coop.parasol.production.batch.StoreReports.AnsweredBefore;
import coop.parasol.production.batch.StoreReports.Call;
import coop.parasol.production.batch.StoreReports.Decided;
import coop.parasol.production.batch.StoreReports.Decision;
import coop.parasol.production.member.Member;
import coop.parasol.web.IdempotentCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports that wait together are stored together, each taken or refused by itself. */
@QuarkusTest
class ReportedTogetherTest {

    @Inject
    StoreReports storeReports;

    @Inject
    ReportQueue queue;

    @Inject
    FirmClock clock;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private UUID first;
    private UUID second;

    @BeforeEach
    void two_members_and_a_product_are_known() {
        first = MemberFixture.member(Member.State.ACTIVE);
        second = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
    }

    @Test
    void each_report_of_a_group_is_taken_or_refused_by_itself() {
        List<Optional<Decision>> decisions = storeReports.together(List.of(
                call(first, product, "L-1", null),
                call(second, product, "L-1", null),
                call(first, "NO-SUCH", "L-2", null),
                call(first, product, "l-1", null),
                call(first, product, "L-3", null)));

        assertThat(outcome(decisions.get(0))).isInstanceOf(Reported.class);
        assertThat(outcome(decisions.get(1))).isInstanceOf(Reported.class);
        assertThat(outcome(decisions.get(2))).isInstanceOf(Refused.class);
        assertThat(outcome(decisions.get(3)))
                .as("the same lot, spelt otherwise, with the same content")
                .isInstanceOf(AlreadyReported.class);
        assertThat(outcome(decisions.get(4))).isInstanceOf(Reported.class);
        assertThat(batches(first)).isEqualTo(2);
        assertThat(batchesReported(first)).isEqualTo(2);
        assertThat(batchesReported(second)).isEqualTo(1);
        assertThat(events(first)).isEqualTo(2);
    }

    @Test
    void a_key_that_comes_twice_is_one_batch_and_the_second_gets_its_answer() {
        String key = UUID.randomUUID().toString();
        Call call = call(first, product, "L-1", key);
        Call again = call(first, product, "L-1", key);

        List<Optional<Decision>> decisions = storeReports.together(List.of(call, again));

        UUID batch = ((Reported) outcome(decisions.get(0))).batch().id;
        assertThat(decisions.get(1)).as("decided behind the first").isEmpty();
        assertThat(storeReports.alone(again)).isInstanceOfSatisfying(AnsweredBefore.class, before -> {
            assertThat(before.earlier().status()).isEqualTo(201);
            assertThat(before.earlier().location()).isEqualTo("/batches/" + batch);
            assertThat(before.earlier().requestDigest()).isEqualTo("digest");
            assertThat(before.earlier().body()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        });
        assertThat(storeReports.together(List.of(again)).getFirst()).containsInstanceOf(AnsweredBefore.class);
        assertThat(batches(first)).isEqualTo(1);
    }

    @Test
    void a_refused_report_leaves_its_key_free() {
        String key = UUID.randomUUID().toString();

        assertThat(outcome(storeReports
                        .together(List.of(call(first, "NO-SUCH", "L-1", key)))
                        .getFirst()))
                .isInstanceOf(Refused.class);
        assertThat(outcome(storeReports
                        .together(List.of(call(first, product, "L-1", key)))
                        .getFirst()))
                .isInstanceOf(Reported.class);
    }

    @Test
    void who_is_locked_by_somebody_else_waits_alone_and_keeps_nobody_waiting() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<?> holder =
                    threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        Member.lock(first);
                        locked.countDown();
                        await(release);
                    }));
            await(locked);
            Future<Decision> waiting = threads.submit(() -> queue.decide(call(first, product, "L-1", null)));
            Future<Decision> other = threads.submit(() -> queue.decide(call(second, product, "L-1", null)));

            assertThat(outcome(Optional.of(other.get(10, TimeUnit.SECONDS)))).isInstanceOf(Reported.class);
            assertThat(waiting).isNotDone();
            release.countDown();
            holder.get();
            assertThat(outcome(Optional.of(waiting.get(10, TimeUnit.SECONDS)))).isInstanceOf(Reported.class);
        }
    }

    @Test
    void a_report_that_fails_is_undone_alone() throws Exception {
        List<Future<Decision>> decisions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(9)) {
            for (int lot = 1; lot <= 8; lot++) {
                Call call = call(lot % 2 == 0 ? first : second, product, "L-" + lot, null);
                decisions.add(threads.submit(() -> queue.decide(call)));
            }
            Call failing = new Call(
                    submission(first, product, "L-0"),
                    Optional.of(new IdempotentCall("caller", UUID.randomUUID().toString(), "digest")),
                    (key, outcome) -> {
                        throw new IllegalStateException("seeded");
                    });
            Future<Decision> failed = threads.submit(() -> queue.decide(failing));

            for (Future<Decision> decision : decisions) {
                assertThat(outcome(Optional.of(decision.get()))).isInstanceOf(Reported.class);
            }
            assertThat(failed)
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("seeded");
        }
        assertThat(batches(first)).isEqualTo(4);
        assertThat(batches(second)).isEqualTo(4);
        assertThat(batchesReported(first)).isEqualTo(4);
    }

    @Test
    void nobody_else_than_a_member_reports() {
        UUID stranger = UUID.randomUUID();

        assertThat(queue.decide(call(stranger, product, "L-1", null)))
                .isEqualTo(new Decided(new Refused(ReportBatch.NO_MEMBER)));
    }

    private Submission submission(UUID member, String of, String lot) {
        return new Submission(
                member,
                new Report(
                        of,
                        Identifier.of(lot),
                        Quantity.of(1, "C62"),
                        clock.today(),
                        null,
                        "hand",
                        null,
                        List.of(),
                        List.of()),
                Cause.of("test"),
                null);
    }

    private Call call(UUID member, String of, String lot, @Nullable String key) {
        return new Call(
                submission(member, of, lot),
                Optional.ofNullable(key).map(sent -> new IdempotentCall("caller", sent, "digest")),
                (used, outcome) -> used.answer(
                        201,
                        outcome instanceof Reported reported ? "/batches/" + reported.batch().id : null,
                        "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static Outcome outcome(Optional<Decision> decision) {
        return ((Decided) decision.orElseThrow()).outcome();
    }

    private static long batches(UUID member) {
        return QuarkusTransaction.requiringNew().call(() -> Batch.count("memberId", member));
    }

    private static long batchesReported(UUID member) {
        return QuarkusTransaction.requiringNew().call(() -> Member.<Member>findById(member).batchesReported);
    }

    private long events(UUID member) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from outbox join batch on batch.id::text = outbox.aggregateid where member_id = :member
                        """)
                        .bind("member", member)
                        .mapTo(Long.class)
                        .one()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
