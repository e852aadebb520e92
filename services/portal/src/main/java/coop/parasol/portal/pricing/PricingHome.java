package coop.parasol.portal.pricing;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What waits for the pricing desk, and its menu. */
@ApplicationScoped
final class PricingHome implements HomeArea, NavigationArea {

    private static final int ORDER = 70;
    private static final int SHOWN = 100;

    private final PricingMessages words = MessageBundles.get(PricingMessages.class);
    private final PricingClient pricing;
    private final Person person;
    private final Parts parts;

    PricingHome(@RestClient PricingClient pricing, Person person, Parts parts) {
        this.pricing = pricing;
        this.person = person;
        this.parts = parts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person who) {
        return who.is("pricing-desk");
    }

    @Override
    public String title() {
        return words.pricingDesk();
    }

    @Override
    public List<Card> cards() {
        var lists = parts.start(() -> pricing.lists(null, SHOWN));
        var settlements = parts.start(() -> pricing.settlements(null, SHOWN));
        String me = person.subject();
        long drafts = lists.await().required().items().stream()
                .filter(list ->
                        list.state().equals("DRAFT") && !list.draftedBy().equals(me))
                .count();
        long pools = settlements.await().required().items().stream()
                .filter(pool ->
                        pool.state().equals("DRAFT") && !pool.draftedBy().equals(me))
                .count();
        return List.of(
                new Card(
                        words.priceLists(),
                        String.valueOf(drafts),
                        words.draftsOfAColleague(),
                        "/pricing/lists",
                        drafts > 0),
                new Card(
                        words.settlements(),
                        String.valueOf(pools),
                        words.draftsOfAColleagueThat(),
                        "/pricing/settlements",
                        pools > 0));
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/pricing/prices", words.prices()),
                new Entry("/pricing/lists", words.priceLists()),
                new Entry("/pricing/settlements", words.settlements()),
                new Entry("/pricing/statements", words.producersStatements()));
    }
}
