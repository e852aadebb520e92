package coop.parasol.distribution.stock;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Of a firm that was erased its name is forgotten, and what was answered about it; its goods stay. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final ProducerRepository producers;
    private final IdempotencyKeys idempotencyKeys;

    OnPersonErased(ProducerRepository producers, IdempotencyKeys idempotencyKeys) {
        this.producers = producers;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        producers.erased(List.of(event));
        idempotencyKeys.eraseAnswersAbout(event.memberId());
    }
}
