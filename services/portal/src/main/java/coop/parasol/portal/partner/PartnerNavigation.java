package coop.parasol.portal.partner;

import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A partner's pages. */
@ApplicationScoped
final class PartnerNavigation implements NavigationArea {

    private static final int ORDER = 30;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("partner");
    }

    @Override
    public List<Entry> entries() {
        PartnerMessages words = Words.of(PartnerMessages.class);
        return List.of(
                new Entry("/catalogue", words.catalogue()),
                new Entry("/orders", words.orders()),
                new Entry("/forecasts", Words.of(ForecastMessages.class).forecasts()),
                new Entry("/deliveries", words.deliveries()),
                new Entry("/invoices", words.invoices()),
                new Entry("/recall-notices", words.recalls()),
                new Entry("/complaints", Words.of(ComplaintMessages.class).complaints()));
    }
}
