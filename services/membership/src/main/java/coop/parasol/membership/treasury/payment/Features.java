package coop.parasol.membership.treasury.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Who wants to know what has become of which kind of payable. */
@ApplicationScoped
class Features {

    private final Instance<OnPaid> features;

    Features(@Any Instance<OnPaid> features) {
        this.features = features;
    }

    OnPaid of(String kind) {
        return features.stream()
                .filter(feature -> feature.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody waits for payables of kind " + kind));
    }
}
