package coop.parasol.distribution.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.distribution.UseCases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A leaving member is cleared when its last goods run out of date, which no event tells. */
@QuarkusTest
class ClearExitsAfterExpiryTest {

    @Inject
    UseCases useCases;

    @Inject
    OnExitRequested onExitRequested;

    @Inject
    OnQualityCleared onQualityCleared;

    @Inject
    ClearExitsAfterExpiry clearExitsAfterExpiry;

    @Test
    void goods_out_of_date_are_no_unsold_goods() {
        UUID member = UUID.randomUUID();
        UUID exit = UUID.randomUUID();
        UUID batch = useCases.batch(useCases.product(), member, 5, 0);
        leave(member, exit);

        clearExitsAfterExpiry.clear();
        assertThat(state(exit)).isEqualTo(ExitClearance.State.OPEN);
        useCases.execute(
                "update batch set expiry = ? where batch_id = ?",
                useCases.today().minusDays(1),
                batch);
        clearExitsAfterExpiry.clear();

        assertThat(state(exit)).isEqualTo(ExitClearance.State.CLEARED);
    }

    @Test
    void many_members_with_unsold_goods_do_not_keep_the_next_from_being_cleared() {
        UUID member = UUID.randomUUID();
        UUID last = new UUID(-1, -1);
        useCases.execute("delete from exit_clearance where exit_id = ?", last);
        String product = useCases.product();
        UUID batch = useCases.batch(product, member, 5, 0);
        leave(member, last);
        useCases.execute(
                "update batch set expiry = ? where batch_id = ?",
                useCases.today().minusDays(1),
                batch);
        useCases.execute(
                "insert into producer (member_id, batches_received) select md5(? || i)::uuid, 1 from generate_series(1, 120) i",
                product);
        useCases.execute("""
                insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry, certified,
                                   on_hand)
                select md5(? || i)::uuid, ? || i, md5(? || i)::uuid, ?, 'L-1', 'A', 'C62', 'infinity', 1, 1
                  from generate_series(1, 120) i
                """, product, product, product, product);
        useCases.execute("""
                insert into exit_clearance (exit_id, member_id, state, batches_certified)
                select md5(? || i)::uuid, md5(? || i)::uuid, 'OPEN', 1 from generate_series(1, 120) i
                """, product, product);

        clearExitsAfterExpiry.clear();

        assertThat(state(last)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(useCases.number(
                        "select count(*) from exit_clearance e join batch b on b.member_id = e.member_id"
                                + " where b.product = ? and e.state = 'OPEN'",
                        product))
                .isEqualByComparingTo("120");
    }

    private void leave(UUID member, UUID exit) {
        QuarkusTransaction.requiringNew().run(() -> {
            onExitRequested.on(new ExitRequested(member, exit, useCases.today(), Instant.now()), UseCases.envelope());
            onQualityCleared.on(new QualityCleared(member, exit, 1), UseCases.envelope());
        });
    }

    private static ExitClearance.State state(UUID exit) {
        return QuarkusTransaction.requiringNew().call(() -> ExitClearance.<ExitClearance>findById(exit).state);
    }
}
