package coop.parasol.membership.exit;

import coop.parasol.contracts.EquityEvent.ExitQueued;
import coop.parasol.contracts.EquityEvent.InstalmentDue;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitSettlement;
import coop.parasol.membership.exit.rules.ExitTerms;
import coop.parasol.membership.exit.rules.RedemptionCap;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The payments of all exits: planned, then due in the order of the requests as far as the year's cap reaches. */
@ApplicationScoped
class ExitPaymentQueue {

    private static final int BATCH_SIZE = 20;

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final BylawsInForce bylaws;
    private final RedemptionBudget redemptionBudget;
    private final Payables payables;
    private final ExitSteps steps;
    private final Outbox outbox;

    ExitPaymentQueue(
            FirmClock clock,
            FirmCurrency currency,
            BylawsInForce bylaws,
            RedemptionBudget redemptionBudget,
            Payables payables,
            ExitSteps steps,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.bylaws = bylaws;
        this.redemptionBudget = redemptionBudget;
        this.payables = payables;
        this.steps = steps;
        this.outbox = outbox;
    }

    /**
     * Plans the instalments.
     *
     * @param exit just valued
     */
    void plan(ExitCase exit, ExitTerms terms) {
        long payable = Objects.requireNonNull(exit.payable);
        for (ExitSettlement.Instalment instalment : ExitSettlement.instalments(payable, clock.today(), terms)) {
            add(exit, ExitPayment.Kind.INSTALMENT, instalment.amount(), instalment.dueOn());
        }
        redemptionBudget.addSettlement(payable + exit.holdback);
    }

    /** Plans the payment of what is left of a holdback, in minor units. */
    void addHoldback(ExitCase exit, long amount) {
        add(exit, ExitPayment.Kind.HOLDBACK, amount, Objects.requireNonNull(exit.holdbackUntil));
    }

    /**
     * What has come due becomes payable as far as the cap of the year reaches; what is above it waits. The share count is locked.
     *
     * @return whether there may be more
     */
    boolean makeDue(Cause cause) {
        Bylaws inForce = bylaws.now();
        long cap = redemptionBudget.cap(inForce.redemptionCap());
        long used = redemptionBudget.usedIn(clock.today().getYear());
        List<ExitPayment> due = RedemptionCap.payableNow(1, cap, used) > 0
                ? ExitPayment.dueOrQueued(clock.today(), BATCH_SIZE)
                : ExitPayment.newlyDue(clock.today(), BATCH_SIZE);
        long before = used;
        for (ExitPayment payment : due) {
            long payableNow = RedemptionCap.payableNow(payment.amount, cap, used);
            ExitCase exit = ExitCase.lock(payment.exitId).orElseThrow();
            if (payableNow < payment.amount) {
                enqueue(exit, payment, payableNow, cause);
            }
            if (payableNow > 0) {
                makeDue(exit, payment, inForce.version(), cause);
                used += payableNow;
            }
        }
        redemptionBudget.use(clock.today().getYear(), used - before);
        return due.size() == BATCH_SIZE;
    }

    /** What is above the year's cap is queued: a part of the payment, or the whole. */
    private void enqueue(ExitCase exit, ExitPayment payment, long payableNow, Cause cause) {
        ExitPayment later = payment;
        if (payableNow > 0) {
            long remainder = payment.amount - payableNow;
            payment.amount = payableNow;
            later = add(exit, payment.kind, remainder, payment.dueOn);
        }
        boolean queuedBefore = later.state == ExitPaymentState.QUEUED;
        later.state = ExitPaymentState.QUEUED;
        ExitPayment.flush();
        if (!queuedBefore) {
            steps.record(exit.id, ExitStep.PAYMENT_QUEUED, "number " + later.number, later.amount, cause);
            outbox.append(
                    new ExitQueued(
                            exit.memberId, exit.id, later.id, later.number, currency.money(later.amount), later.dueOn),
                    cause);
        }
    }

    private void makeDue(ExitCase exit, ExitPayment payment, int version, Cause cause) {
        payment.state = ExitPaymentState.DUE;
        payment.becameDueAt = clock.now();
        payment.dueBylawsVersion = version;
        ExitPayment.flush();
        payables.create(
                new Payables.Due(payment.id, exit.memberId, currency.money(payment.amount)),
                new Payables.PayableDetails(
                        PayableKind.EXIT,
                        clock.today(),
                        "Exit, payment %d".formatted(payment.number),
                        version,
                        cause.actor()));
        steps.record(exit.id, ExitStep.PAYMENT_DUE, "number " + payment.number, payment.amount, cause);
        outbox.append(
                new InstalmentDue(
                        exit.memberId,
                        exit.id,
                        payment.id,
                        payment.number,
                        currency.money(payment.amount),
                        payment.dueOn),
                cause);
    }

    private ExitPayment add(ExitCase exit, ExitPayment.Kind kind, long amount, LocalDate dueOn) {
        ExitPayment payment = new ExitPayment();
        payment.id = Ids.next();
        payment.exitId = exit.id;
        payment.number = ExitPayment.countOf(exit.id) + 1;
        payment.kind = kind;
        payment.amount = amount;
        payment.dueOn = dueOn;
        payment.requestedAt = exit.requestedAt;
        payment.state = ExitPaymentState.PLANNED;
        payment.persistAndFlush();
        return payment;
    }
}
