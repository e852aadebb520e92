package coop.parasol.membership.exit;

import coop.parasol.membership.Desk;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.membership.treasury.payment.Treasury;
import coop.parasol.messaging.Cause;
import coop.parasol.testing.MovableClock;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;

/** The ways out of the firm, step by step, for tests. */
@ApplicationScoped
@Unremovable
class Ways {

    static final Cause CAUSE = Cause.of("history");
    private static final List<Steps.Step> CLEARANCES = List.of(
            Steps.Step.CLEARED_BY_PRODUCTION, Steps.Step.CLEARED_BY_QUALITY, Steps.Step.CLEARED_BY_DISTRIBUTION);

    private final Firm firm;
    private final BylawsInForce bylaws;
    private final RequestExit requestExit;
    private final ClearExit clearExit;
    private final MoveExits moveExits;
    private final Journal journal;
    private final MovableClock clock;
    private final Session database;
    private final List<PayableListener> onPaid;
    private final Treasury treasury;

    Ways(
            Firm firm,
            BylawsInForce bylaws,
            RequestExit requestExit,
            ClearExit clearExit,
            MoveExits moveExits,
            Journal journal,
            MovableClock clock,
            Session database,
            @All List<PayableListener> onPaid,
            Treasury treasury) {
        this.firm = firm;
        this.bylaws = bylaws;
        this.requestExit = requestExit;
        this.clearExit = clearExit;
        this.moveExits = moveExits;
        this.journal = journal;
        this.clock = clock;
        this.database = database;
        this.onPaid = onPaid;
        this.treasury = treasury;
    }

    /** From now on leaving members are paid like this. */
    void bylaws(int instalments, int holdbackShare, int holdbackMonths, int redemptionCap) {
        in(() -> {
            Bylaws old = bylaws.now();
            bylaws.enact(
                    new Bylaws(
                            old.version() + 1,
                            old.parValue(),
                            Period.ofDays(90),
                            old.admissionByVote(),
                            old.buyInInstalments(),
                            old.buyInInterval(),
                            old.reserveShare(),
                            1_000,
                            old.cashShare(),
                            old.revolvingYears(),
                            instalments,
                            Period.ofMonths(3),
                            holdbackShare,
                            holdbackMonths,
                            redemptionCap,
                            old.quorum(),
                            old.majority(),
                            old.bylawMajority(),
                            old.votingPeriod(),
                            old.secretBallots(),
                            old.marginShare(),
                            old.goodsPurchaseTier()),
                    UUID.randomUUID());
            return true;
        });
    }

    UUID join() {
        return UUID.fromString(Desk.join());
    }

    UUID ask(UUID memberId) {
        return in(() -> switch (requestExit.ask(Member.lock(memberId).orElseThrow(), null, CAUSE)) {
            case RequestExit.Asked asked -> asked.exit().id;
            case RequestExit.AskedBefore before -> before.exit().id;
            case RequestExit.NotAMember not -> throw new IllegalStateException(not.toString());
        });
    }

    void clear(UUID exitId, int service) {
        in(() -> {
            clearExit.clear(exitId, CLEARANCES.get(service), CAUSE);
            return true;
        });
    }

    void clear(UUID exitId) {
        for (int service = 0; service < CLEARANCES.size(); service++) {
            clear(exitId, service);
        }
    }

    /** Asked, cleared, and with notice over valued. */
    UUID valued(UUID memberId) {
        UUID exit = ask(memberId);
        clear(exit);
        forward(90);
        return exit;
    }

    void forward(int days) {
        clockForward(days);
        moveExits.run();
    }

    /** Time passes while nobody looks. */
    void clockForward(int days) {
        clock.forward(Duration.ofDays(days));
    }

    void forwardTo(LocalDate day) {
        forward(Math.toIntExact(firm.today().until(day, ChronoUnit.DAYS)));
    }

    /** As when a payable is confirmed. */
    void pay(UUID paymentId) {
        in(() -> {
            firm.lock();
            ExitPayment payment = ExitPayment.findById(paymentId);
            ExitCase exit = ExitCase.findById(payment.exitId);
            onPaid.stream()
                    .filter(one -> one.kind().equals(Payments.PAYABLE))
                    .findFirst()
                    .orElseThrow()
                    .paid(
                            new PayableListener.Payment(
                                    paymentId, 1, exit.memberId, firm.money(payment.amount), "UTR-" + payment.number),
                            CAUSE);
            return true;
        });
    }

    /** Two treasurers send all that is due to anybody, and the bank pays it. */
    void payAllDue() {
        treasury.payAll("UTR-1");
    }

    /** The bank sends back what it has paid for the exit; empty if there is nothing that it could. */
    Optional<UUID> sendBack(UUID sourceId) {
        return treasury.sendBack(sourceId);
    }

    List<ExitPayment> payments(UUID exitId) {
        return in(() -> ExitPayment.of(exitId));
    }

    ExitCase exit(UUID exitId) {
        return in(() -> ExitCase.<ExitCase>findById(exitId));
    }

    Member member(UUID memberId) {
        return in(() -> Member.<Member>findById(memberId));
    }

    /** What a member owes. */
    void book(UUID memberId, Account account, long debit) {
        in(() -> {
            post(memberId, account, debit);
            return true;
        });
    }

    private void post(UUID memberId, Account account, long debit) {
        journal.post(
                new Entry.Builder()
                        .debit(account, memberId, debit)
                        .credit(Account.BANK, debit)
                        .entry("Test", UUID.randomUUID(), memberId, null),
                CAUSE);
    }

    /** Patronage capital, as a close of long ago would have left it. */
    void patronage(UUID memberId, long amount) {
        in(() -> {
            post(memberId, Account.PATRONAGE_CAPITAL, -amount);
            database.createNativeQuery("""
                            with day as (select cast('1500-01-01' as date) + cast(count(*) as integer) as on_day from financial_period),
                            period as (insert into financial_period (id, first_day, last_day, state, limited_return, proposed_by,
                                   proposed_at, closed_by, closed_at, surplus, volume, bylaws_version, reserve_share, cash_share,
                                   revolves_on, version)
                                select gen_random_uuid(), on_day, on_day, 'CLOSED', 0, 'tara', now(), 'tomas', now(), 0, 0, 1, 0,
                                   2000, cast('9999-01-01' as date), 0 from day returning id),
                            lot as (insert into patronage_lot (id, period, member_id, year, amount, revolves_on, state)
                                select gen_random_uuid(), id, ?1, 1500, ?2, cast('9999-01-01' as date), 'HELD' from period returning 1)
                            select count(*) from lot
                            """, Long.class)
                    .setParameter(1, memberId)
                    .setParameter(2, amount)
                    .getSingleResult();
            return true;
        });
    }

    long balance(Account account, UUID memberId) {
        return in(() -> journal.balance(account, memberId));
    }

    static <T> T in(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
