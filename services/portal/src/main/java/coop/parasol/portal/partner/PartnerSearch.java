package coop.parasol.portal.partner;

import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.search.Findable;
import coop.parasol.portal.search.Query;
import coop.parasol.portal.search.SearchArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A partner finds deliveries by the SSCC on a pallet. */
@ApplicationScoped
final class PartnerSearch implements SearchArea {

    private static final int ORDER = 30;

    private final PartnerClient distribution;

    PartnerSearch(@RestClient PartnerClient distribution) {
        this.distribution = distribution;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("partner");
    }

    @Override
    public Set<Findable> finds() {
        return EnumSet.of(Findable.SSCC);
    }

    @Override
    public List<Lookup> lookups(Query query) {
        return List.of(new Lookup(Words.of(PartnerMessages.class).deliveries(), () -> deliveries(query)));
    }

    private List<Hit> deliveries(Query query) {
        if (!query.isSscc()) {
            return List.of();
        }
        return distribution.shipmentsOf(query.compact(), SHOWN).items().stream()
                .map(shipment -> new Hit(
                        shipment.sscc(), Formats.words(shipment.state()), "/deliveries/" + shipment.shipmentId()))
                .toList();
    }
}
