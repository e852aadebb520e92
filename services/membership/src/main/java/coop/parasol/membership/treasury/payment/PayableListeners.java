package coop.parasol.membership.treasury.payment;

import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.stream.Stream;

/** Tells the features that owe payables what has become of them. */
@ApplicationScoped
class PayableListeners {

    private final Instance<PayableListener> all;

    PayableListeners(@Any Instance<PayableListener> all) {
        this.all = all;
    }

    void paid(PaidPayable payable, Cause cause) {
        of(payable).forEach(listener -> listener.paid(payable, cause));
    }

    void returned(PaidPayable payable, String reason, Cause cause) {
        of(payable).forEach(listener -> listener.returned(payable, reason, cause));
    }

    private Stream<PayableListener> of(PaidPayable payable) {
        return all.stream().filter(listener -> listener.kind() == payable.kind());
    }
}
