package coop.parasol.membership.treasury.payment;

import coop.parasol.firm.FirmClock;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A second person approves a payment run; from then on its file may go to the bank. */
@ApplicationScoped
class ApprovePaymentRun {

    private final PayeeDirectory payeeDirectory;
    private final FirmClock clock;

    ApprovePaymentRun(PayeeDirectory payeeDirectory, FirmClock clock) {
        this.payeeDirectory = payeeDirectory;
        this.clock = clock;
    }

    sealed interface Outcome permits Approved, UnknownRun, NotDraft, SamePerson, LoginResetSince {}

    record Approved(PaymentRun run) implements Outcome {}

    record UnknownRun() implements Outcome {}

    /** It is approved or withdrawn already. */
    record NotDraft(PaymentRun.State state) implements Outcome {}

    /** Who has drafted it does not approve it. */
    record SamePerson(Refusal reason) implements Outcome {}

    /** A payee got a new password after the run was drafted, so that nobody has looked at its account since. */
    record LoginResetSince(UUID memberId) implements Outcome {}

    Outcome approve(UUID runId, String actor) {
        Optional<PaymentRun> locked = PaymentRun.lock(runId);
        if (locked.isEmpty()) {
            return new UnknownRun();
        }
        PaymentRun run = locked.get();
        if (run.state != PaymentRun.State.DRAFT) {
            return new NotDraft(run.state);
        }
        Optional<Refusal> samePerson = SecondPerson.refusal(run.draftedBy, actor);
        if (samePerson.isPresent()) {
            return new SamePerson(samePerson.get());
        }
        Optional<UUID> reset = resetSince(run);
        if (reset.isPresent()) {
            return new LoginResetSince(reset.get());
        }
        run.state = PaymentRun.State.APPROVED;
        run.approvedBy = actor;
        run.approvedAt = clock.now();
        PaymentRun.flush();
        return new Approved(run);
    }

    private Optional<UUID> resetSince(PaymentRun run) {
        Set<UUID> members = Payable.<Payable>list("runId", run.id).stream()
                .map(payable -> payable.memberId)
                .collect(Collectors.toSet());
        return payeeDirectory.payees(members).stream()
                .filter(payee ->
                        payee.loginResetAt() != null && payee.loginResetAt().isAfter(run.draftedAt))
                .map(PayeeDirectory.Payee::memberId)
                .findFirst();
    }
}
