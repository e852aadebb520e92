package coop.parasol.membership.treasury.payment;

import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells the features that owe payables what has become of them. */
@ApplicationScoped
class PayableListeners {

    private final Instance<PayableListener> all;

    PayableListeners(@Any Instance<PayableListener> all) {
        this.all = all;
    }

    void paid(PaidPayable payable, Cause cause) {
        of(payable.kind()).forEach(listener -> listener.paid(payable, cause));
    }

    void returned(PaidPayable payable, String reason, Cause cause) {
        of(payable.kind()).forEach(listener -> listener.returned(payable, reason, cause));
    }

    void setOff(PayableKind kind, UUID sourceId, long amount) {
        of(kind).forEach(listener -> listener.setOff(sourceId, amount));
    }

    private Stream<PayableListener> of(PayableKind kind) {
        return all.stream().filter(listener -> listener.kinds().contains(kind));
    }
}
