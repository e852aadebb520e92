package coop.parasol.membership.treasury.payment;

import coop.parasol.firm.FirmClock;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A second person approves a payment run; from then on its file may go to the bank. */
@ApplicationScoped
class ApprovePaymentRun {

    private final FirmClock clock;

    ApprovePaymentRun(FirmClock clock) {
        this.clock = clock;
    }

    sealed interface Outcome permits Approved, UnknownRun, NotDraft, SamePerson {}

    record Approved(PaymentRun run) implements Outcome {}

    record UnknownRun() implements Outcome {}

    /** It is approved or withdrawn already. */
    record NotDraft(PaymentRun.State state) implements Outcome {}

    /** Who has drafted it does not approve it. */
    record SamePerson(Refusal reason) implements Outcome {}

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
        run.state = PaymentRun.State.APPROVED;
        run.approvedBy = actor;
        run.approvedAt = clock.now();
        PaymentRun.flush();
        return new Approved(run);
    }
}
