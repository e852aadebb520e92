package coop.parasol.membership.treasury.payout;

import coop.parasol.contracts.EquityEvent.PayoutPaid;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.PaidPayable;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Members' parts of settled pools: owed from the statement of the pool on, and paid by payment runs like everything the firm owes. */
@ApplicationScoped
public class PoolPayouts implements PayableListener {

    private final Payables payables;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Outbox outbox;
    private final Jdbi jdbi;

    PoolPayouts(Payables payables, FirmClock clock, FirmCurrency currency, Outbox outbox, Jdbi jdbi) {
        this.payables = payables;
        this.clock = clock;
        this.currency = currency;
        this.outbox = outbox;
        this.jdbi = jdbi;
    }

    /**
     * A statement that is booked.
     *
     * @param setOff of it, what has settled a claim of the firm, in minor units; only the remainder is paid
     * @param actor by whose word the pool was settled
     */
    public record Booked(PayoutStatedV2 stated, long setOff, String actor) {}

    /** A booked statement of more than nothing, and the id of its payout. */
    private record NewPayout(UUID id, Booked booked) {

        long amount() {
            return booked.stated().payable().minor();
        }
    }

    /**
     * The firm owes what the statements say, also to members that have left; a statement of nothing is owed nothing.
     *
     * @param bylawsVersion the bylaws in force now
     */
    public void createPayouts(List<Booked> statements, int bylawsVersion) {
        List<NewPayout> payouts = statements.stream()
                .filter(booked -> booked.stated().payable().isPositive())
                .map(booked -> new NewPayout(Ids.next(), booked))
                .toList();
        store(payouts);
        payables.createAll(payouts.stream()
                .filter(payout -> payout.amount() > payout.booked().setOff())
                .map(payout -> owed(payout, bylawsVersion))
                .toList());
    }

    private Payables.Owed owed(NewPayout payout, int bylawsVersion) {
        PayoutStatedV2 stated = payout.booked().stated();
        return new Payables.Owed(
                new Payables.Due(
                        payout.id(),
                        stated.memberId(),
                        currency.money(payout.amount() - payout.booked().setOff())),
                new Payables.PayableDetails(
                        PayableKind.POOL_PAYOUT,
                        clock.today(),
                        "Pool " + stated.product() + " " + stated.period(),
                        bylawsVersion,
                        payout.booked().actor()));
    }

    private void store(List<NewPayout> payouts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into payout (id, settlement_id, member_id, amount, set_off, stated_at)
            select id, settlement, member, amount, set_off, :now
              from unnest(:ids, :settlements, :members, :amounts, :setOffs)
                   as p (id, settlement, member, amount, set_off)
            """)
                .bind("now", clock.now())
                .bindArray("ids", UUID.class, Columns.of(payouts, NewPayout::id))
                .bindArray(
                        "settlements",
                        UUID.class,
                        Columns.of(payouts, payout -> payout.booked().stated().settlementId()))
                .bindArray(
                        "members",
                        UUID.class,
                        Columns.of(payouts, payout -> payout.booked().stated().memberId()))
                .bindArray("amounts", Long.class, Columns.of(payouts, NewPayout::amount))
                .bindArray(
                        "setOffs",
                        Long.class,
                        Columns.of(payouts, payout -> payout.booked().setOff()))
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
        outbox.append(new PayoutPaid(payable.memberId(), payout.id, payable.amount(), payable.bankReference()), cause);
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
