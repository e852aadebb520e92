package coop.parasol.membership.payment;

import coop.parasol.contracts.Money;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A feature that owes money, and counts how often it hears that it was paid. */
@ApplicationScoped
public class SomeFeature implements OnPaid {

    static final String KIND = "test";

    private final List<UUID> heard = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void paid(UUID sourceId, UUID memberId, Money amount, String bankReference, Cause cause) {
        heard.add(sourceId);
    }

    long heard(UUID sourceId) {
        return heard.stream().filter(sourceId::equals).count();
    }
}
