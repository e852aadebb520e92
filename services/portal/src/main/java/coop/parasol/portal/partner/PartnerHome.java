package coop.parasol.portal.partner;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What waits for a partner: recalls first, then orders and deliveries, then money. */
@ApplicationScoped
final class PartnerHome implements HomeArea {

    private static final int ORDER = 30;
    private static final int MOST = 200;

    private final PartnerClient distribution;
    private final InvoiceClient invoicesOfPartner;
    private final Parts parts;

    PartnerHome(@RestClient PartnerClient distribution, @RestClient InvoiceClient invoices, Parts parts) {
        this.distribution = distribution;
        this.invoicesOfPartner = invoices;
        this.parts = parts;
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
    public String title() {
        return words().buying();
    }

    @Override
    public List<Card> cards() {
        PartnerMessages words = words();
        var recalls = parts.start(() -> distribution.recallNotices(null, MOST));
        var orders = parts.start(() -> distribution.orders(null, null, MOST, null));
        var invoices = parts.start(() -> invoicesOfPartner.invoices(null, null, null, MOST, null));
        List<Card> cards = new ArrayList<>();
        Count open = Count.of(recalls.await().required(), RecallNotice::isOpen);
        if (open.number() > 0) {
            cards.add(new Card(words.recalls(), open.text(), words.recallsToConfirm(), "/recall-notices", true));
        }
        Listed<PartnerClient.Order> placed = orders.await().required();
        Count openOrders = Count.of(placed, PartnerClient.Order::isOpen);
        cards.add(new Card(words.openOrders(), openOrders.text(), words.openOrdersWhat(), "/orders", false));
        Count underWay = Count.of(placed, order -> order.state().equals("DISPATCHED"));
        cards.add(new Card(words.deliveries(), underWay.text(), words.underWayWhat(), "/deliveries", false));
        Listed<InvoiceClient.Invoice> issued = invoices.await().required();
        Count unpaid = Count.of(issued, invoice -> !invoice.isPaid());
        cards.add(new Card(
                words.unpaidInvoices(), unpaid.text(), unpaid(issued, words), "/invoices", unpaid.number() > 0));
        cards.add(new Card(words.newOrder(), "", words.newOrderWhat(), "/orders/new", false));
        return cards;
    }

    private static String unpaid(Listed<InvoiceClient.Invoice> invoices, PartnerMessages words) {
        return invoices.items().stream()
                .filter(invoice -> !invoice.isPaid())
                .map(InvoiceClient.Invoice::total)
                .reduce(Money::plus)
                .map(words::unpaidComeTo)
                .orElse(words.nothingToPay());
    }

    /**
     * How many of the newest; more may follow.
     *
     * @param more whether the list goes on
     */
    private record Count(long number, boolean more) {

        static <T> Count of(Listed<T> list, Predicate<T> counted) {
            return new Count(list.items().stream().filter(counted).count(), list.next() != null);
        }

        String text() {
            return more ? number + "+" : String.valueOf(number);
        }
    }

    private static PartnerMessages words() {
        return Words.of(PartnerMessages.class);
    }
}
