package coop.parasol.portal.logistics;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.work.WaitingWork;
import coop.parasol.portal.work.WaitingWork.Kind;
import coop.parasol.portal.work.WaitingWork.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What waits for the logistics desk, and its menu. */
@ApplicationScoped
final class LogisticsHome implements HomeArea, NavigationArea {

    private static final int ORDER = 80;

    private final LogisticsMessages words = Words.of(LogisticsMessages.class);
    private final WaitingWork work;

    LogisticsHome(WaitingWork work) {
        this.work = work;
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
        return work.cards(
                Service.DISTRIBUTION,
                List.of(
                        Kind.shown(
                                "ORDER_TO_DISPATCH",
                                words.ordersToDispatch(),
                                words.allThatWasOrdered(),
                                "/logistics/orders?state=ALLOCATED"),
                        Kind.shown(
                                "ORDER_PARTLY_RESERVED",
                                words.ordersPartlyReserved(),
                                words.aPartCanBe(),
                                "/logistics/orders?state=PART_ALLOCATED"),
                        Kind.shown(
                                "SHIPMENT_UNDER_WAY",
                                words.shipmentsOnTheirWay(),
                                words.enterWhenTheyHave(),
                                "/logistics/shipments?state=DISPATCHED"),
                        Kind.of(
                                "OFFERED_GOODS_TO_DECIDE",
                                words.goodsOfLeavingMembers(),
                                words.goodsToDecide(),
                                "/logistics/leaving")));
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
