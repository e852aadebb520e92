package coop.parasol.membership.treasury.payment;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.treasury.payment.PayeeDirectory.Payee;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Collects what is due into a payment run, the longest due first, with the names and bank accounts of now. */
@ApplicationScoped
class DraftPaymentRun {

    /** So many fit into one file that a bank and its answer's upload can carry; what is left is for the next run. */
    static final int MAX_PAYABLES = 2_000;

    private final FirmClock clock;
    private final PayeeDirectory payeeDirectory;
    private final Jdbi jdbi;

    DraftPaymentRun(FirmClock clock, PayeeDirectory payeeDirectory, Jdbi jdbi) {
        this.clock = clock;
        this.payeeDirectory = payeeDirectory;
        this.jdbi = jdbi;
    }

    private record Due(UUID id, UUID memberId, long amount) {}

    /**
     * What a run is drafted of, and by whom.
     *
     * @return empty if nothing is due that can be paid; what is in another run already stays there
     */
    Optional<PaymentRun> draft(LocalDate dueUntil, String actor) {
        updateHolds(dueUntil, actor);
        List<Due> open = lockOpen(dueUntil);
        Map<UUID, Payee> payees = payees(open.stream().map(Due::memberId).collect(Collectors.toSet()));
        List<Due> due = open.stream()
                .filter(one -> hasAccount(payees.get(one.memberId())))
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        PaymentRun run = new PaymentRun();
        run.id = Ids.next();
        run.state = PaymentRun.State.DRAFT;
        run.dueUntil = dueUntil;
        run.payables = due.size();
        run.total = due.stream().mapToLong(Due::amount).reduce(0, Math::addExact);
        run.draftedBy = actor;
        run.draftedAt = clock.now();
        run.persistAndFlush();
        putIntoRun(run, due, payees, actor);
        markResets(run, payees.values());
        return Optional.of(run);
    }

    /** Members that have named an account meanwhile can be paid; those that have none any more cannot. */
    private void updateHolds(LocalDate dueUntil, String actor) {
        Collection<Payee> payees = payees(membersOwed(dueUntil)).values();
        change("OPEN", "HELD", Payables.NO_BANK_ACCOUNT, members(payees, false), dueUntil, actor);
        change("HELD", "OPEN", null, members(payees, true), dueUntil, actor);
    }

    private List<UUID> membersOwed(LocalDate dueUntil) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct member_id from payable
                         where due_on <= :dueUntil
                           and (state = 'OPEN' or state = 'HELD' and held_because = :noBankAccount)
                        """)
                .bind("dueUntil", dueUntil)
                .bind("noBankAccount", Payables.NO_BANK_ACCOUNT)
                .mapTo(UUID.class)
                .list());
    }

    /** Of what is held, only what is held for want of a bank account. */
    private void change(
            String from,
            String to,
            @Nullable String heldBecause,
            List<UUID> members,
            LocalDate dueUntil,
            String actor) {
        if (members.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with changed as (
                            update payable set state = :to, held_because = :heldBecause, version = version + 1
                             where state = :from and member_id = any(:members) and due_on <= :dueUntil
                               and coalesce(held_because, :noBankAccount) = :noBankAccount
                            returning id)
                        insert into payable_history (payable_id, change, detail, actor, changed_at)
                        select id, :to, :heldBecause, :actor, :now from changed
                        """)
                .bind("from", from)
                .bind("to", to)
                .bindByType("heldBecause", heldBecause, String.class)
                .bind("noBankAccount", Payables.NO_BANK_ACCOUNT)
                .bindArray("members", UUID.class, members)
                .bind("dueUntil", dueUntil)
                .bind("actor", actor)
                .bind("now", clock.now())
                .execute());
    }

    private List<Due> lockOpen(LocalDate dueUntil) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, member_id, amount - set_off as amount from payable where state = 'OPEN' and due_on <= :dueUntil
                         order by due_on, id limit :maxPayables for update
                        """)
                .bind("dueUntil", dueUntil)
                .bind("maxPayables", MAX_PAYABLES)
                .mapTo(Due.class)
                .list());
    }

    private void putIntoRun(PaymentRun run, List<Due> due, Map<UUID, Payee> payees, String actor) {
        List<Payee> creditors =
                due.stream().map(one -> payees.get(one.memberId())).toList();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with collected as (
                            update payable p
                               set state = 'IN_RUN', run_id = :run, creditor = c.name, iban = c.iban,
                                   login_reset_at = null, version = p.version + 1
                              from unnest(:ids, :names, :ibans) as c (id, name, iban) where p.id = c.id
                            returning p.id)
                        insert into payable_history (payable_id, change, detail, actor, changed_at)
                        select id, 'IN_RUN', cast(:run as text), :actor, :now from collected
                        """)
                .bind("run", run.id)
                .bindArray("ids", UUID.class, due.stream().map(Due::id).toList())
                .bindArray(
                        "names",
                        String.class,
                        creditors.stream().map(Payee::name).toList())
                .bindArray(
                        "ibans",
                        String.class,
                        creditors.stream().map(Payee::iban).toList())
                .bind("actor", actor)
                .bind("now", clock.now())
                .execute());
    }

    /** Whose password was reset since a run last paid it: somebody else may have named the account. */
    private void markResets(PaymentRun run, Collection<Payee> payees) {
        payees.stream()
                .filter(payee -> payee.loginResetAt() != null)
                .forEach(payee -> jdbi.useHandle(handle -> handle.createUpdate("""
                                update payable set login_reset_at = :reset, version = version + 1
                                 where run_id = :run and member_id = :member and not exists (
                                       select from payable paid join payment_run r on r.id = paid.run_id
                                        where paid.member_id = :member and r.state = 'APPROVED' and r.approved_at > :reset)
                                """)
                        .bind("reset", payee.loginResetAt())
                        .bind("run", run.id)
                        .bind("member", payee.memberId())
                        .execute()));
    }

    private Map<UUID, Payee> payees(Collection<UUID> members) {
        return members.isEmpty()
                ? Map.of()
                : payeeDirectory.payees(members).stream()
                        .collect(Collectors.toMap(Payee::memberId, Function.identity()));
    }

    private static List<UUID> members(Collection<Payee> payees, boolean withAccount) {
        return payees.stream()
                .filter(payee -> hasAccount(payee) == withAccount)
                .map(Payee::memberId)
                .toList();
    }

    private static boolean hasAccount(@Nullable Payee payee) {
        return payee != null && payee.iban() != null;
    }
}
