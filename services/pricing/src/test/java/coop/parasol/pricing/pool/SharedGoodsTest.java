package coop.parasol.pricing.pool;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawn;
import coop.parasol.contracts.ProductionEvent.OverflowTaken;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of goods that are made of a part of another's commitment, and of no others, its originator has a share; whatever is heard first. */
@QuarkusTest
class SharedGoodsTest {

    private static final Period WEEK = Period.parse("2026-W48");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Inject
    SharedGoods sharedGoods;

    @Inject
    SharedCommitments commitments;

    @Inject
    CertifiedGoods certified;

    @Inject
    AcceptedGoodsRepository accepted;

    @Inject
    Jdbi jdbi;

    private final String product = "CLOTH-" + UUID.randomUUID();
    private final UUID originator = UUID.randomUUID();
    private final UUID taker = UUID.randomUUID();
    private final UUID commitment = UUID.randomUUID();

    @BeforeEach
    void the_taker_has_committed() {
        committed(commitment, taker, "A", WEEK);
    }

    @Test
    void the_first_units_certified_for_the_commitment_are_shared_as_far_as_the_part_goes() {
        UUID first = batch(commitment, 15, NOON);
        UUID second = batch(commitment, 30, NOON.plusSeconds(1));
        taken(20, 300);
        accepted(first, 15);
        accepted(second, 30);

        assertThat(shared()).containsExactly(of(20, 300));
    }

    @Test
    void of_a_batch_that_partners_have_accepted_in_part_as_large_a_part_is_shared() {
        UUID batch = batch(commitment, 40, NOON);
        taken(20, 300);
        accepted(batch, 10);

        assertThat(shared()).containsExactly(of(5, 300));
    }

    @Test
    void batches_for_another_commitment_or_for_none_are_not_shared_and_recalled_ones_are_told_apart() {
        taken(20, 300);
        accepted(batch(UUID.randomUUID(), 40, NOON), 40);
        accepted(batch(null, 40, NOON), 40);
        assertThat(shared()).isEmpty();

        UUID recalled = batch(commitment, 20, NOON);
        accepted(recalled, 20);
        assertThat(shared()).containsExactly(of(20, 300));
        run(() -> certified.recalled(List.of(new BatchRecalled(
                recalled, "PC", taker, product, "L", UUID.randomUUID(), RecallClass.II, "sharp", NOON))));
        assertThat(shared()).containsExactly(of(20, 300, true));
    }

    @Test
    void naming_another_own_commitment_for_the_goods_of_the_week_keeps_no_share() {
        UUID own = UUID.randomUUID();
        committed(own, taker, "A", WEEK);
        taken(20, 300);
        accepted(batch(own, 15, NOON), 15);
        assertThat(shared()).containsExactly(of(15, 300));

        accepted(batch(commitment, 15, NOON.plusSeconds(1)), 15);
        assertThat(shared()).containsExactly(of(20, 300));
    }

    @Test
    void what_is_made_for_another_week_or_by_another_producer_is_not_shared() {
        UUID later = UUID.randomUUID();
        committed(later, taker, "A", Period.parse("2026-W49"));
        UUID others = UUID.randomUUID();
        committed(others, UUID.randomUUID(), "A", WEEK);
        taken(20, 300);
        accepted(batch(later, 15, NOON), 15);
        accepted(batch(others, 15, NOON), 15);

        assertThat(shared()).isEmpty();
    }

    @Test
    void the_good_part_of_a_sorted_lot_was_made_for_the_commitment_of_the_lot() {
        UUID rejected = UUID.randomUUID();
        run(() -> commitments.reported(List.of(reported(rejected, commitment, 20))));
        UUID good = UUID.randomUUID();
        run(() -> certified.certified(List.of(certificate(good, 12, NOON))));
        run(() -> commitments.sorted(
                List.of(new LotSorted(good, rejected, taker, product, "L/S", "L", pieces(12), pieces(8), null))));
        taken(20, 300);
        accepted(good, 12);

        assertThat(shared()).containsExactly(of(12, 300));
    }

    @Test
    void parts_of_several_offers_keep_their_own_shares() {
        UUID batch = batch(commitment, 50, NOON);
        taken(20, 300);
        taken(20, 500);
        accepted(batch, 50);

        assertThat(shared()).containsExactly(of(20, 300), of(20, 500));
    }

    @Test
    void goods_that_were_made_before_the_part_was_taken_are_not_shared() {
        accepted(batch(commitment, 30, NOON.plusSeconds(1)), 30);
        taken(20, 300, NOON.plusSeconds(60));
        assertThat(shared()).isEmpty();
    }

    @Test
    void a_batch_counts_for_the_commitment_of_its_last_correction_and_a_withdrawn_one_for_none() {
        taken(20, 300);
        UUID batch = batch(UUID.randomUUID(), 40, NOON);
        accepted(batch, 40);
        assertThat(shared()).isEmpty();

        run(() -> commitments.corrected(List.of(corrected(batch, null, 40), corrected(batch, commitment, 40))));
        assertThat(shared()).containsExactly(of(20, 300));

        run(() -> commitments.corrected(List.of(corrected(batch, null, 40))));
        assertThat(shared()).isEmpty();

        run(() -> commitments.corrected(List.of(corrected(batch, commitment, 40))));
        run(() -> commitments.withdrawn(List.of(new BatchWithdrawn(batch, taker, product, "L"))));
        assertThat(shared()).isEmpty();
    }

    @Test
    void what_is_in_another_pool_or_in_none_still_counts_as_units_of_the_part() {
        UUID batch = batch(commitment, 40, NOON);
        taken(40, 300);
        accepted(batch, 10);
        accepted(batch(commitment, 40, NOON.plusSeconds(1)), 40);

        assertThat(shared()).containsExactly(of(10, 300));
    }

    private void committed(UUID of, UUID member, String grade, Period week) {
        run(() -> jdbi.useHandle(handle -> handle.execute(
                "insert into commitment (commitment_id, member_id, product, period, grade) values (?, ?, ?, ?, ?)",
                of,
                member,
                product,
                week.toString(),
                grade)));
    }

    private List<SharedGoods.Line> shared() {
        return QuarkusTransaction.requiringNew().call(() -> sharedGoods.of(product, WEEK));
    }

    private SharedGoods.Line of(long quantity, int share) {
        return of(quantity, share, false);
    }

    private SharedGoods.Line of(long quantity, int share, boolean recalled) {
        return new SharedGoods.Line(commitment, originator, taker, "A", pieces(quantity), share, recalled);
    }

    private void taken(long quantity, int share) {
        taken(quantity, share, NOON.minusSeconds(3600 - share));
    }

    private void taken(long quantity, int share, Instant takenAt) {
        run(() -> commitments.taken(List.of(new OverflowTaken(
                UUID.randomUUID(),
                originator,
                UUID.randomUUID(),
                taker,
                commitment,
                product,
                "A",
                WEEK,
                pieces(quantity),
                share,
                takenAt))));
    }

    private UUID batch(@Nullable UUID of, long quantity, Instant certifiedAt) {
        UUID batch = UUID.randomUUID();
        run(() -> certified.certified(List.of(certificate(batch, quantity, certifiedAt))));
        run(() -> commitments.reported(List.of(reported(batch, of, quantity))));
        return batch;
    }

    private BatchCertified certificate(UUID batch, long quantity, Instant certifiedAt) {
        return new BatchCertified(
                batch, "PC-" + batch, taker, product, "L", "B-1", "A", pieces(quantity), null, 1, certifiedAt);
    }

    private BatchReported reported(UUID batch, @Nullable UUID of, long quantity) {
        return new BatchReported(
                batch,
                taker,
                product,
                "L",
                pieces(quantity),
                LocalDate.parse("2026-11-25"),
                null,
                "loom",
                of,
                NOON,
                null);
    }

    private BatchCorrected corrected(UUID batch, @Nullable UUID of, long quantity) {
        return new BatchCorrected(
                batch,
                taker,
                product,
                "L",
                pieces(quantity),
                LocalDate.parse("2026-11-25"),
                null,
                "loom",
                of,
                NOON,
                null);
    }

    private void accepted(UUID batch, long quantity) {
        run(() -> accepted.invoiced(List.of(new InvoiceIssued(
                UUID.randomUUID(),
                "I-" + batch,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Money.of("100.00", "INR"),
                List.of(new AcceptedGoods(
                        product, "A", batch, taker, pieces(quantity), Money.of("100.00", "INR"), null)),
                WEEK))));
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
