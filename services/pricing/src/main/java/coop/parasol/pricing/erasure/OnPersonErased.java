package coop.parasol.pricing.erasure;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.pricing.document.TaxRegistrations;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Of a firm that was erased its name, its tax registrations and the stored answers about it are forgotten. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final ProducerNames names;
    private final TaxRegistrations taxRegistrations;
    private final IdempotencyKeys idempotencyKeys;

    OnPersonErased(ProducerNames names, TaxRegistrations taxRegistrations, IdempotencyKeys idempotencyKeys) {
        this.names = names;
        this.taxRegistrations = taxRegistrations;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        names.erased(List.of(event));
        taxRegistrations.erased(List.of(event));
        idempotencyKeys.eraseAnswersAbout(event.memberId());
    }
}
