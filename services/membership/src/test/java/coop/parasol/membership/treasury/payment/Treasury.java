package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two treasurers and a bank, for tests whose own user is one person. */
@ApplicationScoped
public class Treasury {

    private final DraftPaymentRun draftPaymentRun;
    private final ConfirmPayment confirmPayment;
    private final ReturnPayment returnPayment;
    private final DecideHold decideHold;
    private final FirmClock firmClock;

    Treasury(
            DraftPaymentRun draftPaymentRun,
            ConfirmPayment confirmPayment,
            ReturnPayment returnPayment,
            DecideHold decideHold,
            FirmClock firmClock) {
        this.draftPaymentRun = draftPaymentRun;
        this.confirmPayment = confirmPayment;
        this.returnPayment = returnPayment;
        this.decideHold = decideHold;
        this.firmClock = firmClock;
    }

    /** Drafted by Tomas; empty if nothing is due. */
    public Optional<UUID> draft() {
        return QuarkusTransaction.requiringNew()
                .call(() -> draftPaymentRun.draft(firmClock.today(), "tomas").map(run -> run.id));
    }

    /** Drafted by Tomas, approved by Tara. */
    public Optional<UUID> send() {
        Optional<UUID> drafted = draft();
        drafted.ifPresent(id -> QuarkusTransaction.requiringNew().run(() -> {
            PaymentRun run = PaymentRun.lock(id).orElseThrow();
            run.state = PaymentRun.State.APPROVED;
            run.approvedBy = "tara";
            run.approvedAt = firmClock.now();
        }));
        return drafted;
    }

    /** Everything that is due is sent and paid. */
    public void payAll(String bankReference) {
        send().ifPresent(run -> {
            List<UUID> sent = QuarkusTransaction.requiringNew()
                    .call(() -> Payable.<Payable>list("runId", run).stream()
                            .map(payable -> payable.id)
                            .toList());
            sent.forEach(id -> QuarkusTransaction.requiringNew()
                    .run(() -> confirmPayment.paid(id, null, bankReference, Cause.of("tara"))));
        });
    }

    /** The bank sends back what was paid for the source; empty if nothing is paid that could come back. */
    public Optional<UUID> sendBack(UUID sourceId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Payable.<Payable>find("sourceId = ?1 and state = ?2", sourceId, PayableState.PAID)
                        .firstResultOptional()
                        .map(payable -> payable.id))
                .filter(this::sendBackPayable);
    }

    /** The bank sends back what was paid by this payable; whether that was so. */
    public boolean sendBackPayable(UUID payableId) {
        return QuarkusTransaction.requiringNew()
                        .call(() -> returnPayment.returned(payableId, null, "R-" + payableId, "AC04", Cause.of("tara")))
                instanceof ReturnPayment.Returned;
    }

    /** Tomas approves what was proposed about a payable that is held. */
    public void approveHold(UUID payableId, UUID decisionId) {
        DecideHold.Outcome outcome = QuarkusTransaction.requiringNew()
                .call(() -> decideHold.approve(payableId, decisionId, Cause.of("tomas")));
        if (outcome instanceof DecideHold.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }

    /** The bank's statement says that this payable was paid; whether it was taken as paid. */
    public boolean paidByBank(UUID payableId, Money amount) {
        return QuarkusTransaction.requiringNew()
                        .call(() -> confirmPayment.paidByBank(payableId, amount, "S-" + payableId, Cause.of("tara")))
                instanceof ConfirmPayment.Paid;
    }
}
