package coop.parasol.membership.treasury.payment;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Gives up a payment run before it was approved: everything in it is open again. */
@ApplicationScoped
class WithdrawPaymentRun {

    private final FirmClock clock;
    private final Jdbi jdbi;

    WithdrawPaymentRun(FirmClock clock, Jdbi jdbi) {
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /** @param run locked, and a draft */
    void withdraw(PaymentRun run, String actor) {
        run.state = PaymentRun.State.WITHDRAWN;
        PaymentRun.flush();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with reopened as (
                            update payable
                               set state = 'OPEN', run_id = null, creditor = null, iban = null, version = version + 1
                             where run_id = :run returning id)
                        insert into payable_history (payable_id, change, detail, actor, changed_at)
                        select id, 'OPEN', 'the run was withdrawn', :actor, :now from reopened
                        """)
                .bind("run", run.id)
                .bind("actor", actor)
                .bind("now", clock.now())
                .execute());
    }
}
