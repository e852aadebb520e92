package coop.parasol.production.erasure;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.cost.CostCalculation;
import coop.parasol.production.machine.Machine;
import coop.parasol.production.member.MemberNames;
import coop.parasol.production.process.ProcessPlan;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** Of a firm that was erased the stored answers, its calculations of costs, its process plan and its machines are forgotten; here it has no name. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final MemberNames names;
    private final IdempotencyKeys idempotencyKeys;

    OnPersonErased(MemberNames names, IdempotencyKeys idempotencyKeys) {
        this.names = names;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        names.erase(event.memberId());
        CostCalculation.erase(event.memberId());
        ProcessPlan.erase(event.memberId());
        Machine.erase(event.memberId());
        idempotencyKeys.eraseAnswersAbout(event.memberId());
    }
}
