package coop.parasol.distribution.stock;

import coop.parasol.contracts.MembershipEvent.OwnerRecorded;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goods of firms that have one owner are sold as those of one producer from now on. */
@ApplicationScoped
public class OnOwnerRecorded implements SetHandler<OwnerRecorded> {

    private final ProducerRepository producers;

    OnOwnerRecorded(ProducerRepository producers) {
        this.producers = producers;
    }

    @Override
    public void onAll(List<Received<OwnerRecorded>> events) {
        producers.owned(events.stream().map(Received::event).toList());
    }
}
