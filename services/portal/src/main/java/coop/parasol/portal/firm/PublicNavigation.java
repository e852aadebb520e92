package coop.parasol.portal.firm;

import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The pages for whoever has not signed in. */
@ApplicationScoped
final class PublicNavigation implements NavigationArea {

    private static final int ORDER = 5;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return !person.isSignedIn();
    }

    @Override
    public List<Entry> entries() {
        FirmMessages words = Words.of(FirmMessages.class);
        return List.of(
                new Entry("/certificates", words.checkCertificate()),
                new Entry("/catalogue", words.catalogue()),
                new Entry("/join", words.apply()));
    }
}
