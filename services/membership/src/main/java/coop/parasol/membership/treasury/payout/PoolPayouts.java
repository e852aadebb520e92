package coop.parasol.membership.treasury.payout;

import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.treasury.payment.PaidPayable;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Members' parts of settled pools and what has become of them: owed from the statement of the pool on, paid by payment runs. */
@ApplicationScoped
public class PoolPayouts implements PayableListener {

    private final FirmClock clock;
    private final Jdbi jdbi;

    PoolPayouts(FirmClock clock, Jdbi jdbi) {
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /**
     * A statement that is booked.
     *
     * @param payoutId of the member's payout, by which its payable goes
     * @param setOff of it, what has settled a claim of the firm, in minor units; only the remainder is paid
     */
    public record Booked(UUID payoutId, PayoutStatedV2 stated, long setOff) {

        private long amount() {
            return stated.payable().minor();
        }
    }

    /** The firm owes what the statements say, also to members that have left; a statement of nothing is owed nothing. */
    public void store(List<Booked> statements) {
        List<Booked> payouts =
                statements.stream().filter(booked -> booked.amount() > 0).toList();
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into payout (id, settlement_id, member_id, amount, set_off, stated_at)
            select id, settlement, member, amount, set_off, :now
              from unnest(:ids, :settlements, :members, :amounts, :setOffs)
                   as p (id, settlement, member, amount, set_off)
            """)
                .bind("now", clock.now())
                .bindArray("ids", UUID.class, Columns.of(payouts, Booked::payoutId))
                .bindArray(
                        "settlements",
                        UUID.class,
                        Columns.of(payouts, payout -> payout.stated().settlementId()))
                .bindArray(
                        "members",
                        UUID.class,
                        Columns.of(payouts, payout -> payout.stated().memberId()))
                .bindArray("amounts", Long.class, Columns.of(payouts, Booked::amount))
                .bindArray("setOffs", Long.class, Columns.of(payouts, Booked::setOff))
                .execute());
    }

    @Override
    public Set<PayableKind> kinds() {
        return Set.of(PayableKind.POOL_PAYOUT);
    }

    @Override
    public void paid(PaidPayable payable, Cause cause) {
        Payout payout = Payout.<Payout>findByIdOptional(payable.sourceId()).orElseThrow();
        payout.bankReference = payable.bankReference();
        payout.paidAt = clock.now();
        payout.paidBy = cause.actor();
        Payout.flush();
    }

    @Override
    public void setOff(UUID sourceId, long amount) {
        Payout payout = Payout.<Payout>findByIdOptional(sourceId).orElseThrow();
        payout.setOff += amount;
        Payout.flush();
    }

    @Override
    public void returned(PaidPayable payable, String reason, Cause cause) {
        Payout payout = Payout.<Payout>findByIdOptional(payable.sourceId()).orElseThrow();
        payout.bankReference = null;
        payout.paidAt = null;
        payout.paidBy = null;
        Payout.flush();
    }
}
