package coop.parasol.portal.logistics;

import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.search.Findable;
import coop.parasol.portal.search.Query;
import coop.parasol.portal.search.SearchArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The logistics desk finds orders by partners’ numbers, shipments by SSCC or delivery note, and lots. */
@ApplicationScoped
final class LogisticsSearch implements SearchArea {

    private static final int ORDER = 80;

    private final LogisticsMessages words = Words.of(LogisticsMessages.class);
    private final LogisticsClient logistics;

    LogisticsSearch(@RestClient LogisticsClient logistics) {
        this.logistics = logistics;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("logistics-desk");
    }

    @Override
    public Set<Findable> finds() {
        return EnumSet.of(Findable.ORDER_NUMBER, Findable.LOT, Findable.SSCC, Findable.DELIVERY_NOTE);
    }

    @Override
    public List<Lookup> lookups(Query query) {
        return List.of(
                new Lookup(words.orders(), () -> orders(query)),
                new Lookup(words.shipments(), () -> shipments(query)),
                new Lookup(words.stock(), () -> lots(query)));
    }

    private List<Hit> orders(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        return query.isSscc()
                ? List.of()
                : logistics.orders(null, SHOWN, null, null, query.text(), null).items().stream()
                        .map(order -> new Hit(
                                order.reference() == null ? DeskFormats.brief(order.orderId()) : order.reference(),
                                order.partnerName() + ", " + DeskFormats.stateWords(order.state()),
                                "/logistics/orders/" + order.orderId()))
                        .toList();
    }

    private List<Hit> shipments(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        String sscc = query.isSscc() ? query.compact() : null;
        String reference = query.isSscc() ? null : query.text();
        return logistics.shipments(null, SHOWN, null, sscc, reference, null).items().stream()
                .map(shipment -> new Hit(
                        shipment.sscc(),
                        shipment.partnerName() + ", " + shipment.reference() + ", "
                                + DeskFormats.stateWords(shipment.state()),
                        "/logistics/shipments/" + shipment.shipmentId()))
                .toList();
    }

    private List<Hit> lots(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        return query.isSscc()
                ? List.of()
                : logistics.stock(null, SHOWN, null, query.text(), null, null).items().stream()
                        .map(batch -> new Hit(
                                batch.lot(),
                                batch.product() + " " + batch.grade() + ", "
                                        + DeskFormats.stateWords(batch.certificateState()),
                                "/logistics/stock?lot=" + URLEncoder.encode(batch.lot(), StandardCharsets.UTF_8)))
                        .toList();
    }
}
