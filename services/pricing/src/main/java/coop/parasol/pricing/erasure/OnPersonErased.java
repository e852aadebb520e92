package coop.parasol.pricing.erasure;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Of a firm that was erased its name and the stored answers about it are forgotten. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final ProducerNames names;
    private final IdempotencyKeys idempotencyKeys;

    OnPersonErased(ProducerNames names, IdempotencyKeys idempotencyKeys) {
        this.names = names;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        names.erased(List.of(event));
        idempotencyKeys.eraseAnswersAbout(event.memberId());
    }
}
