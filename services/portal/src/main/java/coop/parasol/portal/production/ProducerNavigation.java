package coop.parasol.portal.production;

import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A producer's pages about its work; those about its firm follow them. */
@ApplicationScoped
final class ProducerNavigation implements NavigationArea {

    private static final int ORDER = 10;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("producer");
    }

    @Override
    public List<Entry> entries() {
        ProducerMessages words = Words.of(ProducerMessages.class);
        return List.of(
                new Entry("/outlook", words.outlook()),
                new Entry("/batches", words.batches()),
                new Entry("/my-quality", words.quality()));
    }
}
