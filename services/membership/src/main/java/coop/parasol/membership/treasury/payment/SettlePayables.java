package coop.parasol.membership.treasury.payment;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a member is still to be paid, for a claim of the firm that is settled by it. What an approved run has sent to the bank is not
 * touched any more; should it come back, it is owed again. The books are locked by the caller, so that nothing new is owed meanwhile.
 */
@ApplicationScoped
public class SettlePayables {

    private final WithdrawPaymentRun withdrawPaymentRun;
    private final PayableListeners listeners;
    private final FirmClock clock;
    private final Jdbi jdbi;

    SettlePayables(WithdrawPaymentRun withdrawPaymentRun, PayableListeners listeners, FirmClock clock, Jdbi jdbi) {
        this.withdrawPaymentRun = withdrawPaymentRun;
        this.listeners = listeners;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /** @param amount what is to be paid of it, minor units */
    public record Unpaid(UUID payableId, PayableKind kind, UUID sourceId, long amount) {}

    /**
     * The payables of a member that no bank was asked to pay, locked, the longest due first. A draft that holds one is withdrawn,
     * because its two persons would approve a sum that is no longer owed. What is left of the member's own exit is none of them: its
     * debts are deducted before it is planned. Nor is what people are to look into, because the bank may have paid it.
     */
    public List<Unpaid> unpaid(UUID memberId, Cause cause) {
        return unpaid(new Which(memberId, null, List.of()), cause);
    }

    /** The same of payables by what they are owed for, of any member. */
    public List<Unpaid> unpaid(PayableKind kind, Collection<UUID> sources, Cause cause) {
        return unpaid(new Which(null, kind, sources), cause);
    }

    /** Those of a member, or those of a kind and sources. */
    private record Which(@Nullable UUID memberId, @Nullable PayableKind kind, Collection<UUID> sources) {

        Query bind(Query query) {
            return query.bindByType("member", memberId, UUID.class)
                    .bindByType("kind", kind == null ? null : kind.name(), String.class)
                    .bindArray("sources", UUID.class, sources);
        }
    }

    private List<Unpaid> unpaid(Which which, Cause cause) {
        List<Unpaid> unpaid;
        do {
            draftsWith(which).forEach(run -> withdraw(run, cause));
            unpaid = lockUnpaid(which);
        } while (!draftsWith(which).isEmpty()); // drafted while this waited for the lock
        return unpaid;
    }

    /** What is owed no more of payables that nobody was paid: at least one minor unit and at most all of each. */
    public void cancelParts(Map<Unpaid, Long> parts, String why, Cause cause) {
        List<Map.Entry<Unpaid, Long>> rows = List.copyOf(parts.entrySet());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with part as (
                            select * from unnest(:ids, :amounts) as part (id, less)),
                        cancelled as (
                            update payable p
                               set set_off = set_off + less, version = version + 1,
                                   state = case when set_off + less = amount then 'CANCELLED' else state end,
                                   held_because = case when set_off + less = amount then null else held_because end
                              from part where p.id = part.id
                            returning p.id, less)
                        insert into payable_history (payable_id, change, detail, actor, changed_at)
                        select id, 'CANCELLED_IN_PART', cast(less as text) || ' minor units, ' || :why, :actor, :now from cancelled
                        """)
                .bindArray(
                        "ids", UUID.class, Columns.of(rows, row -> row.getKey().payableId()))
                .bindArray("amounts", Long.class, Columns.of(rows, Map.Entry::getValue))
                .bind("why", why)
                .bind("actor", cause.actor())
                .bind("now", clock.now())
                .execute());
        parts.forEach((payable, amount) -> listeners.setOff(payable.kind(), payable.sourceId(), amount));
    }

    /** The claim has settled so much of the payable, at least one and at most all of it; minor units. */
    public void setOff(Unpaid payable, long amount, Cause cause) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with settled as (
                            update payable
                               set set_off = set_off + :amount, version = version + 1,
                                   state = case when set_off + :amount = amount then 'CANCELLED' else state end,
                                   held_because = case when set_off + :amount = amount then null else held_because end
                             where id = :id
                            returning id)
                        insert into payable_history (payable_id, change, detail, actor, changed_at)
                        select id, 'SET_OFF', cast(:amount as text) || ' minor units, by a claim of the firm', :actor, :now from settled
                        """)
                .bind("amount", amount)
                .bind("id", payable.payableId())
                .bind("actor", cause.actor())
                .bind("now", clock.now())
                .execute());
        listeners.setOff(payable.kind(), payable.sourceId(), amount);
    }

    /** What a claim has settled of the payable is owed again, because the bank had paid it; minor units. No run holds it. */
    public void reverseSetOff(Unpaid payable, long amount, Cause cause) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with owed as (
                            update payable
                               set set_off = set_off - :amount, version = version + 1, state = 'OPEN', held_because = null
                             where id = :id
                            returning id)
                        insert into payable_history (payable_id, change, detail, actor, changed_at)
                        select id, 'SET_OFF_REVERSED', cast(:amount as text) || ' minor units, which the bank had paid', :actor, :now
                          from owed
                        """)
                .bind("amount", amount)
                .bind("id", payable.payableId())
                .bind("actor", cause.actor())
                .bind("now", clock.now())
                .execute());
        listeners.setOff(payable.kind(), payable.sourceId(), -amount);
    }

    private void withdraw(UUID runId, Cause cause) {
        PaymentRun.lock(runId)
                .filter(run -> run.state == PaymentRun.State.DRAFT)
                .ifPresent(run -> withdrawPaymentRun.withdraw(run, cause.actor()));
    }

    private List<UUID> draftsWith(Which which) {
        return jdbi.withHandle(
                handle -> which.bind(handle.createQuery("""
                        select distinct r.id from payable p join payment_run r on r.id = p.run_id
                         where (p.member_id = :member and p.kind <> 'EXIT' or p.kind = :kind and p.source_id = any(:sources))
                           and p.state = 'IN_RUN' and r.state = 'DRAFT'
                         order by r.id
                        """)).mapTo(UUID.class).list());
    }

    private List<Unpaid> lockUnpaid(Which which) {
        return jdbi.withHandle(handle -> which.bind(handle.createQuery("""
                        select id as payable_id, kind, source_id, amount - set_off as amount from payable
                         where (member_id = :member and kind <> 'EXIT' or kind = :kind and source_id = any(:sources))
                           and (state = 'OPEN' or state = 'HELD' and held_because = :noBankAccount)
                         order by due_on, id for update
                        """))
                .bind("noBankAccount", Payables.NO_BANK_ACCOUNT)
                .mapTo(Unpaid.class)
                .list());
    }
}
