package coop.parasol.membership.treasury.payment;

import coop.parasol.membership.Firm;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Puts what is due into a run, oldest first, with the names and accounts of now. */
@ApplicationScoped
class DraftPaymentRun {

    /** So many fit into one file that a bank and its answer's upload can carry; the rest is for the next run. */
    static final int MOST = 2_000;

    private final Firm firm;
    private final Session database;

    DraftPaymentRun(Firm firm, Session database) {
        this.firm = firm;
        this.database = database;
    }

    /** @return empty if nothing is due that can be paid; what is due already in another run stays there */
    Optional<PaymentRun> draft(LocalDate dueUntil, String actor) {
        holdAndRelease(dueUntil, actor);
        List<Object[]> due = database.createNativeQuery(
                        "select id, amount from payable where state = 'OPEN' and due_on <= ?1"
                                + " order by due_on, id limit " + MOST + " for update",
                        Object[].class)
                .setParameter(1, dueUntil)
                .getResultList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        PaymentRun run = new PaymentRun();
        run.id = Ids.next();
        run.state = PaymentRun.State.DRAFT;
        run.dueUntil = dueUntil;
        run.payables = due.size();
        run.total = due.stream().mapToLong(row -> ((Number) row[1]).longValue()).reduce(0, Math::addExact);
        run.draftedBy = actor;
        run.draftedAt = firm.now();
        run.persistAndFlush();
        collect(run, due.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new), actor);
        return Optional.of(run);
    }

    /** The run is withdrawn before it was approved; all in it is open again. */
    void release(PaymentRun run, String actor) {
        run.state = PaymentRun.State.WITHDRAWN;
        PaymentRun.flush();
        log("select id, 'OPEN', 'the run was withdrawn' from payable where run_id = ?3", actor, run.id);
        database.createNativeMutationQuery(
                        "update payable set state = 'OPEN', run_id = null, creditor = null, iban = null,"
                                + " version = version + 1 where run_id = ?1")
                .setParameter(1, run.id)
                .executeUpdate();
    }

    private void collect(PaymentRun run, UUID[] ids, String actor) {
        database.createNativeMutationQuery("""
                        update payable p set state = 'IN_RUN', run_id = ?1, creditor = m.name, iban = m.iban, version = p.version + 1
                          from member m where m.id = p.member_id and p.id = any (?2)
                        """)
                .setParameter(1, run.id)
                .setParameter(2, ids)
                .executeUpdate();
        log("select id, 'IN_RUN', cast(run_id as text) from payable where run_id = ?3", actor, run.id);
    }

    /** Whoever has named an account meanwhile can be paid; whoever has none any more cannot. */
    private void holdAndRelease(LocalDate dueUntil, String actor) {
        move("HELD", Payables.NO_BANK_ACCOUNT, "p.state = 'OPEN' and m.iban is null", dueUntil, actor);
        move(
                "OPEN",
                null,
                "p.state = 'HELD' and p.held_because = '" + Payables.NO_BANK_ACCOUNT + "' and m.iban is not null",
                dueUntil,
                actor);
    }

    private void move(String state, @Nullable String because, String where, LocalDate dueUntil, String actor) {
        database.createNativeMutationQuery("""
                        with moved as (
                            update payable p set state = ?1, held_because = ?2, version = p.version + 1
                              from member m where m.id = p.member_id and p.due_on <= ?3 and %s returning p.id)
                        insert into payable_history (payable_id, what, detail, actor, at) select id, ?1, ?2, ?4, ?5 from moved
                        """.formatted(where))
                .setParameter(1, state)
                .setParameter(2, because, String.class)
                .setParameter(3, dueUntil)
                .setParameter(4, actor)
                .setParameter(5, firm.now())
                .executeUpdate();
    }

    private void log(String rows, String actor, UUID run) {
        database.createNativeMutationQuery("insert into payable_history (payable_id, what, detail, actor, at)"
                        + " select id, what, detail, ?1, ?2 from (" + rows + ") as step (id, what, detail)")
                .setParameter(1, actor)
                .setParameter(2, firm.now())
                .setParameter(3, run)
                .executeUpdate();
    }
}
