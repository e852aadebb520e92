package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.PayeeDirectory.Payee;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Ids;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the firm owes members: features say it here once, and hear by {@link PayableListener} when it is paid. */
@ApplicationScoped
public class Payables {

    static final String NO_BANK_ACCOUNT = "no-bank-account";

    private static final int MAX_NARRATIVE_LENGTH = 140;

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final PayeeDirectory payeeDirectory;
    private final PayableHistory history;
    private final Jdbi jdbi;

    Payables(FirmClock clock, FirmCurrency currency, PayeeDirectory payeeDirectory, PayableHistory history, Jdbi jdbi) {
        this.clock = clock;
        this.currency = currency;
        this.payeeDirectory = payeeDirectory;
        this.history = history;
        this.jdbi = jdbi;
    }

    /**
     * Why and from when on amounts are owed.
     *
     * @param narrative what the member reads on its bank statement; cut after 140 characters
     * @param bylawsVersion the bylaws in force when it came to be owed
     * @param actor by whose word it is owed: a person, a vote, another service, or time
     */
    public record PayableDetails(PayableKind kind, LocalDate dueOn, String narrative, int bylawsVersion, String actor) {
        public PayableDetails {
            narrative = narrative.substring(0, Math.min(narrative.length(), MAX_NARRATIVE_LENGTH));
        }
    }

    /**
     * One amount.
     *
     * @param sourceId what it is owed for, of the kind of the details
     * @param amount more than nothing, in the firm's currency
     */
    public record Due(UUID sourceId, UUID memberId, Money amount) {}

    /**
     * The firm owes the amount; said again about the same source it is the same payable. A member without a bank account gets it
     * held until it names one.
     *
     * @return the payable's id
     */
    public UUID create(Due due, PayableDetails details) {
        Optional<Payable> known = Payable.lock(details.kind(), due.sourceId());
        if (known.isPresent()) {
            return known.get().id;
        }
        requireOwed(due);
        Payable payable = new Payable();
        payable.kind = details.kind();
        payable.sourceId = due.sourceId();
        payable.memberId = due.memberId();
        payable.amount = due.amount().minor();
        payable.dueOn = details.dueOn();
        payable.narrative = details.narrative();
        payable.bylawsVersion = details.bylawsVersion();
        store(payable, Ids.next());
        history.add(payable.id, payable.state.name(), payable.heldBecause, details.actor());
        return payable.id;
    }

    /** The same is owed again, from today: what was paid has come back. It has an id of its own, and goes to the account of then. */
    void createReplacement(Payable returned, UUID id, String actor) {
        Payable payable = new Payable();
        payable.kind = returned.kind;
        payable.sourceId = returned.sourceId;
        payable.memberId = returned.memberId;
        payable.amount = returned.remainder();
        payable.dueOn = clock.today();
        payable.narrative = returned.narrative;
        payable.bylawsVersion = returned.bylawsVersion;
        payable.transferNumber = returned.transferNumber + 1;
        store(payable, id);
        history.add(id, payable.state.name(), "in place of " + returned.id + ", which has come back", actor);
    }

    private void store(Payable payable, UUID id) {
        boolean canBePaid = hasAccount(List.of(payable.memberId)).contains(payable.memberId);
        payable.id = id;
        payable.createdAt = clock.now();
        payable.state = canBePaid ? PayableState.OPEN : PayableState.HELD;
        payable.heldBecause = canBePaid ? null : NO_BANK_ACCOUNT;
        payable.persistAndFlush();
    }

    /** As {@link #create}, for a decision about thousands of members, in as many statements as for one. */
    public void createAll(List<Due> dues, PayableDetails details) {
        createAll(dues.stream().map(due -> new Owed(due, details)).toList());
    }

    /** An amount and why it is owed. */
    public record Owed(Due due, PayableDetails details) {}

    /** The same for amounts of several decisions. */
    public void createAll(List<Owed> owed) {
        if (owed.isEmpty()) {
            return;
        }
        owed.forEach(one -> requireOwed(one.due()));
        Set<UUID> payees = hasAccount(Columns.of(owed, one -> one.due().memberId()));
        jdbi.useHandle(handle -> handle.createUpdate("""
            with due as (
                select * from unnest(:ids, :kinds, :sources, :members, :amounts, :dueOns, :narratives, :states,
                                     :bylawsVersions, :actors)
                       as d (id, kind, source_id, member_id, amount, due_on, narrative, state, bylaws_version,
                             actor)),
            fresh as (
                insert into payable (id, kind, source_id, member_id, amount, due_on, narrative, state,
                                     held_because, bylaws_version, created_at, version)
                select id, kind, source_id, member_id, amount, due_on, narrative, state,
                       case when state = 'HELD' then :noBankAccount end, bylaws_version, :now, 0
                  from due
                    on conflict (kind, source_id) where state <> 'RETURNED' do nothing
             returning id, state, held_because)
            insert into payable_history (payable_id, change, detail, actor, changed_at)
            select fresh.id, fresh.state, fresh.held_because, due.actor, :now from fresh join due using (id)
            """)
                .bind("noBankAccount", NO_BANK_ACCOUNT)
                .bind("now", clock.now())
                .bindArray("ids", UUID.class, Columns.of(owed, one -> Ids.next()))
                .bindArray(
                        "kinds",
                        String.class,
                        Columns.of(owed, one -> one.details().kind().name()))
                .bindArray(
                        "sources", UUID.class, Columns.of(owed, one -> one.due().sourceId()))
                .bindArray(
                        "members", UUID.class, Columns.of(owed, one -> one.due().memberId()))
                .bindArray(
                        "amounts",
                        Long.class,
                        Columns.of(owed, one -> one.due().amount().minor()))
                .bindArray(
                        "dueOns",
                        LocalDate.class,
                        Columns.of(owed, one -> one.details().dueOn()))
                .bindArray(
                        "narratives",
                        String.class,
                        Columns.of(owed, one -> one.details().narrative()))
                .bindArray(
                        "states",
                        String.class,
                        Columns.of(owed, one -> payees.contains(one.due().memberId()) ? "OPEN" : "HELD"))
                .bindArray(
                        "bylawsVersions",
                        Integer.class,
                        Columns.of(owed, one -> one.details().bylawsVersion()))
                .bindArray(
                        "actors",
                        String.class,
                        Columns.of(owed, one -> one.details().actor()))
                .execute());
    }

    /** @return whether it is owed no more; false for what is being paid or has been, and for what was never owed */
    public boolean cancel(PayableKind kind, UUID sourceId, String reason, String actor) {
        return change(kind, sourceId, PayableState.CANCELLED, reason, actor);
    }

    /**
     * It is not paid until the hold is lifted.
     *
     * @param reason shown to the member
     * @return whether it is held now; false for what is being paid or has been
     */
    public boolean hold(PayableKind kind, UUID sourceId, String reason, String actor) {
        return change(kind, sourceId, PayableState.HELD, reason, actor);
    }

    /** @return whether it can be paid now; false for what was not held */
    public boolean liftHold(PayableKind kind, UUID sourceId, String actor) {
        return change(kind, sourceId, PayableState.OPEN, null, actor);
    }

    /** What has become of what was owed for the source; of a payment that has come back, of the payable in its place. */
    public Optional<PayableState> state(PayableKind kind, UUID sourceId) {
        return Payable.current(kind, sourceId).map(payable -> payable.state);
    }

    private boolean change(PayableKind kind, UUID sourceId, PayableState next, @Nullable String reason, String actor) {
        Optional<Payable> known = Payable.lock(kind, sourceId);
        if (known.isEmpty()
                || known.get().state == PayableState.IN_RUN
                || !known.get().state.canBecome(next)) {
            return false;
        }
        Payable payable = known.get();
        if (payable.state == PayableState.HELD) {
            HoldDecision.lapse(payable.id, actor, clock.now());
        }
        payable.transitionTo(next);
        payable.heldBecause = next == PayableState.HELD ? reason : null;
        Payable.flush();
        history.add(payable.id, next.name(), reason, actor);
        return true;
    }

    /** Those of the members that have a bank account. */
    private Set<UUID> hasAccount(List<UUID> members) {
        return payeeDirectory.payees(members).stream()
                .filter(payee -> payee.iban() != null)
                .map(Payee::memberId)
                .collect(Collectors.toSet());
    }

    private void requireOwed(Due due) {
        if (!due.amount().isPositive() || !currency.matches(due.amount())) {
            throw new IllegalArgumentException("nobody owes " + due.amount());
        }
    }
}
