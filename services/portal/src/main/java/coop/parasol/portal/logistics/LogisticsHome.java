package coop.parasol.portal.logistics;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What waits for the logistics desk, and its menu. */
@ApplicationScoped
final class LogisticsHome implements HomeArea, NavigationArea {

    private static final int ORDER = 80;
    private static final int SHOWN = 100;

    private final LogisticsMessages words = MessageBundles.get(LogisticsMessages.class);
    private final LogisticsClient logistics;
    private final Parts parts;

    LogisticsHome(@RestClient LogisticsClient logistics, Parts parts) {
        this.logistics = logistics;
        this.parts = parts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person who) {
        return who.is("logistics-desk");
    }

    @Override
    public String title() {
        return words.logisticsDesk();
    }

    @Override
    public List<Card> cards() {
        var full = parts.start(() -> logistics.orders(null, SHOWN, null, "ALLOCATED"));
        var partly = parts.start(() -> logistics.orders(null, SHOWN, null, "PART_ALLOCATED"));
        var sent = parts.start(() -> logistics.shipments(null, SHOWN));
        int complete = full.await().required().items().size();
        int partial = partly.await().required().items().size();
        long underway = sent.await().required().items().stream()
                .filter(shipment -> shipment.state().equals("DISPATCHED"))
                .count();
        return List.of(
                new Card(
                        words.ordersToDispatch(),
                        String.valueOf(complete),
                        words.allThatWasOrdered(),
                        "/logistics/orders?state=ALLOCATED",
                        complete > 0),
                new Card(
                        words.ordersPartlyReserved(),
                        String.valueOf(partial),
                        words.aPartCanBe(),
                        "/logistics/orders?state=PART_ALLOCATED",
                        false),
                new Card(
                        words.shipmentsOnTheirWay(),
                        String.valueOf(underway),
                        words.enterWhenTheyHave(),
                        "/logistics/shipments",
                        underway > 0));
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/logistics/orders", words.orders()),
                new Entry("/logistics/shipments", words.shipments()),
                new Entry("/logistics/partners", words.partners()),
                new Entry("/logistics/stock", words.stock()),
                new Entry("/logistics/leaving", words.goodsOfLeavingMembers()));
    }
}
