package coop.parasol.membership.treasury.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Who wants to know what has become of which kind of payable. */
@ApplicationScoped
class PayableListeners {

    private final Instance<PayableListener> features;

    PayableListeners(@Any Instance<PayableListener> features) {
        this.features = features;
    }

    PayableListener of(String kind) {
        return features.stream()
                .filter(feature -> feature.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody waits for payables of kind " + kind));
    }
}
