package coop.parasol.portal.inspection;

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

/** An auditor finds the lots that wait for its inspection by their numbers. */
@ApplicationScoped
final class AuditorSearch implements SearchArea {

    private static final int ORDER = 20;

    /** Of the list of work, the first due first. */
    private static final int LOOKED_THROUGH = 200;

    private final InspectionClient quality;

    AuditorSearch(@RestClient InspectionClient quality) {
        this.quality = quality;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is(AuditorArea.ROLE);
    }

    @Override
    public Set<Findable> finds() {
        return EnumSet.of(Findable.LOT);
    }

    @Override
    public List<Lookup> lookups(Query query) {
        return List.of(new Lookup(Words.of(InspectionMessages.class).inspections(), () -> work(query)));
    }

    private List<Hit> work(Query query) {
        return quality.work(null, null, null, null, null, LOOKED_THROUGH).items().stream()
                .filter(work -> work.lot().equalsIgnoreCase(query.compact()))
                .map(work -> new Hit(
                        work.lot(),
                        Formats.listed(List.of(work.product(), work.place())),
                        "/inspections/" + work.batchId()))
                .toList();
    }
}
