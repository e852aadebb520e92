package coop.parasol.portal.production;

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

/** A producer finds its lots by its own numbers. */
@ApplicationScoped
final class ProducerSearch implements SearchArea {

    private static final int ORDER = 10;

    private final LotQualityClient quality;

    ProducerSearch(@RestClient LotQualityClient quality) {
        this.quality = quality;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("producer");
    }

    @Override
    public Set<Findable> finds() {
        return EnumSet.of(Findable.LOT);
    }

    @Override
    public List<Lookup> lookups(Query query) {
        return List.of(new Lookup(Words.of(ProducerMessages.class).batches(), () -> lots(query)));
    }

    private List<Hit> lots(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        LotQualityClient.Filter filter = new LotQualityClient.Filter();
        filter.lot = query.text();
        return quality.lots(filter, null, SHOWN).items().stream()
                .map(lot -> new Hit(
                        lot.lot(),
                        Formats.listed(List.of(lot.product(), Formats.words(lot.state()))),
                        "/batches/" + lot.batchId()))
                .toList();
    }
}
