package coop.parasol.pricing.erasure;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** Of a firm that was erased the stored answers are forgotten; here it has no name. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final IdempotencyKeys idempotencyKeys;

    OnPersonErased(IdempotencyKeys idempotencyKeys) {
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        idempotencyKeys.eraseAnswersAbout(event.memberId());
    }
}
