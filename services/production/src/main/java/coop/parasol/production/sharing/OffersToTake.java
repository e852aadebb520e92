package coop.parasol.production.sharing;

import coop.parasol.production.sharing.OfferViews.OfferToYouView;
import coop.parasol.web.Caller;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What others offer to a producer of their commitments, as long as something of it can be taken: by name, and to all. Of more than
 * {@value #MAX_OFFERS} offers the first are counted.
 */
@ApplicationScoped
class OffersToTake implements WaitingWork {

    private static final String ROLE = "producer";
    private static final int MAX_OFFERS = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final OfferViews views;
    private final Caller caller;

    OffersToTake(OfferViews views, Caller caller) {
        this.views = views;
        this.caller = caller;
    }

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        UUID member = caller.member();
        List<OfferToYouView> offers = views.toOthers(views.openTo(member, FIRST, MAX_OFFERS));
        return List.of(waiting("OFFER_TO_YOU", offers, false), waiting("OFFER_TO_ALL", offers, true));
    }

    /** Offers come in the order in which they were made. */
    private static Waiting waiting(String kind, List<OfferToYouView> offers, boolean toAll) {
        List<OfferToYouView> some =
                offers.stream().filter(offer -> offer.toAll() == toAll).toList();
        return some.isEmpty()
                ? new Waiting(kind, ROLE, 0, null, null)
                : new Waiting(
                        kind,
                        ROLE,
                        some.size(),
                        some.getFirst().offerId(),
                        some.getFirst().offeredAt());
    }
}
