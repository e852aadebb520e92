package coop.parasol.membership.exit;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.PaidPayable;
import coop.parasol.membership.treasury.payment.PayableListener;
import coop.parasol.membership.treasury.payment.PaymentLedger;
import coop.parasol.membership.treasury.payment.Treasury;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.testing.MovableClock;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Exits step by step, for tests: members ask to leave, services clear, time passes, the bank pays. */
@ApplicationScoped
@Unremovable
class ExitScenario {

    static final Cause CAUSE = Cause.of("history");
    private static final List<Clearance> CLEARANCES = List.of(Clearance.values());

    private final FirmClock firmClock;
    private final FirmCurrency currency;
    private final ShareCount shareCount;
    private final BylawsInForce bylaws;
    private final RequestExit requestExit;
    private final ClearExit clearExit;
    private final AdvanceExits advanceExits;
    private final Journal journal;
    private final MovableClock clock;
    private final Session database;
    private final PaymentLedger paymentLedger;
    private final List<PayableListener> payableListeners;
    private final Treasury treasury;

    ExitScenario(
            FirmClock firmClock,
            FirmCurrency currency,
            ShareCount shareCount,
            BylawsInForce bylaws,
            RequestExit requestExit,
            ClearExit clearExit,
            AdvanceExits advanceExits,
            Journal journal,
            MovableClock clock,
            Session database,
            PaymentLedger paymentLedger,
            @All List<PayableListener> payableListeners,
            Treasury treasury) {
        this.firmClock = firmClock;
        this.currency = currency;
        this.shareCount = shareCount;
        this.bylaws = bylaws;
        this.requestExit = requestExit;
        this.clearExit = clearExit;
        this.advanceExits = advanceExits;
        this.journal = journal;
        this.clock = clock;
        this.database = database;
        this.paymentLedger = paymentLedger;
        this.payableListeners = payableListeners;
        this.treasury = treasury;
    }

    /** From now on leaving members are paid like this. */
    void bylaws(int instalments, int holdbackShare, int holdbackMonths, int redemptionCap) {
        inTransaction(() -> {
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
                            old.lastStatementMonths(),
                            redemptionCap,
                            old.quorum(),
                            old.majority(),
                            old.bylawMajority(),
                            old.votingPeriod(),
                            old.secretBallots(),
                            old.marginShare(),
                            old.poolBasis(),
                            old.leastSupplement(),
                            old.goodsPurchaseTier(),
                            old.goodsOfferDays(),
                            old.goodsCollectionDays(),
                            old.inspectionClaimDays(),
                            old.commitmentFreezeWeeks(),
                            old.originatorShare(),
                            old.forecastChangeDays(),
                            old.batchCorrectionMinutes(),
                            old.maximumAdvanceRate(),
                            old.advanceLimit(),
                            old.setOffOrder()),
                    UUID.randomUUID());
            return true;
        });
    }

    UUID join() {
        return UUID.fromString(Desk.join());
    }

    UUID request(UUID memberId) {
        return request(memberId, null);
    }

    UUID request(UUID memberId, @Nullable String reason) {
        return inTransaction(() -> switch (requestExit.request(memberId, reason, List.of(), CAUSE)) {
            case RequestExit.Requested requested -> requested.exit().id;
            case RequestExit.RequestedBefore before -> before.exit().id;
            case RequestExit.UnknownGoods wrong -> throw new IllegalStateException(wrong.toString());
            case RequestExit.UnknownMember unknown -> throw new IllegalStateException(unknown.toString());
            case RequestExit.NotActive not -> throw new IllegalStateException(not.toString());
        });
    }

    void clear(UUID exitId, int service) {
        inTransaction(() -> {
            clearExit.clear(exitId, CLEARANCES.get(service), CAUSE);
            return true;
        });
    }

    void clear(UUID exitId) {
        for (int service = 0; service < CLEARANCES.size(); service++) {
            clear(exitId, service);
        }
    }

    /** Requested, cleared, and with notice over valued. */
    UUID requestAndValue(UUID memberId) {
        UUID exit = request(memberId);
        clear(exit);
        advanceDays(90);
        return exit;
    }

    void advanceDays(int days) {
        advanceClock(days);
        advanceExits.run();
    }

    /** Time passes and the service does nothing. */
    void advanceClock(int days) {
        clock.forward(Duration.ofDays(days));
    }

    void advanceTo(LocalDate day) {
        advanceDays(Math.toIntExact(firmClock.today().until(day, ChronoUnit.DAYS)));
    }

    /** A batch of the maker that is recalled. */
    static BatchRecalled recalled(UUID batch, UUID maker) {
        return new BatchRecalled(
                batch, "PC-1", maker, "LAMP", "L-1", UUID.randomUUID(), RecallClass.I, "cracks", Instant.EPOCH);
    }

    /** The treasurer charges a part of a recall to what is held back of an exit. */
    void chargeRecall(UUID exit, UUID batch, long amount) {
        Desk.post(
                        "/exits/" + exit + "/recall-charges",
                        "{\"batchId\": \"%s\", \"amount\": {\"amount\": \"%s\", \"currency\": \"INR\"}, \"narrative\": \"x\"}"
                                .formatted(batch, currency.money(amount).amount()))
                .then()
                .statusCode(201);
    }

    /** As when a payable is confirmed. */
    void pay(UUID paymentId) {
        inTransaction(() -> {
            shareCount.lock();
            ExitPayment payment = ExitPayment.findById(paymentId);
            ExitCase exit = ExitCase.findById(payment.exitId);
            PaidPayable paid = new PaidPayable(
                    UUID.randomUUID(),
                    PayableKind.EXIT,
                    paymentId,
                    1,
                    exit.memberId,
                    currency.money(payment.amount),
                    "UTR-" + payment.number);
            payableListeners.stream()
                    .filter(listener -> listener.kinds().contains(PayableKind.EXIT))
                    .forEach(listener -> listener.paid(paid, CAUSE));
            paymentLedger.postPayment(paid, CAUSE);
            return true;
        });
    }

    /** Two treasurers send all that is due to anybody, and the bank pays it. */
    void payAllDue() {
        treasury.payAll("UTR-1");
    }

    /** The bank sends back what it has paid for the exit; empty if there is nothing that it could. */
    Optional<UUID> returnPayment(UUID sourceId) {
        return treasury.sendBack(sourceId);
    }

    /** The bank sends back what it has paid by this payable; whether there was something to send back. */
    boolean returnPayable(UUID payableId) {
        return treasury.sendBackPayable(payableId);
    }

    List<ExitPayment> payments(UUID exitId) {
        return inTransaction(() -> ExitPayment.of(exitId));
    }

    ExitCase exit(UUID exitId) {
        return inTransaction(() -> ExitCase.<ExitCase>findById(exitId));
    }

    Member member(UUID memberId) {
        return inTransaction(() -> Member.<Member>findById(memberId));
    }

    /** What a member owes. */
    void book(UUID memberId, Account account, long debit) {
        inTransaction(() -> {
            post(memberId, account, debit);
            return true;
        });
    }

    private void post(UUID memberId, Account account, long debit) {
        journal.post(
                new Entry.Builder()
                        .debit(account, memberId, debit)
                        .credit(Account.BANK, debit)
                        .build("Test", UUID.randomUUID(), memberId, null),
                CAUSE);
    }

    /** Patronage capital, as a close of long ago would have left it. */
    void patronage(UUID memberId, long amount) {
        inTransaction(() -> {
            post(memberId, Account.PATRONAGE_CAPITAL, -amount);
            database.createNativeQuery("""
                            with day as (select cast('1500-01-01' as date) + cast(count(*) as integer) as on_day from financial_period),
                            period as (insert into financial_period (id, first_day, last_day, state, limited_return_rate, proposed_by,
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
        return inTransaction(() -> journal.balance(account, memberId));
    }

    static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
