package coop.parasol.membership.treasury.payment;

import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts how often the feature behind a payable hears that it was paid or has come back. */
@ApplicationScoped
public class CountingPayableListener implements PayableListener {

    static final PayableKind KIND = PayableKind.PATRONAGE_BONUS;

    private final List<UUID> paid = new CopyOnWriteArrayList<>();
    private final List<UUID> returned = new CopyOnWriteArrayList<>();

    @Override
    public Set<PayableKind> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void paid(PaidPayable payable, Cause cause) {
        paid.add(payable.sourceId());
    }

    @Override
    public void returned(PaidPayable payable, String reason, Cause cause) {
        returned.add(payable.sourceId());
    }

    long paid(UUID sourceId) {
        return paid.stream().filter(sourceId::equals).count();
    }

    long returned(UUID sourceId) {
        return returned.stream().filter(sourceId::equals).count();
    }
}
