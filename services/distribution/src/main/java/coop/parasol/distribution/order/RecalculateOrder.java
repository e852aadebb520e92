package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.partner.PartnerCredit;
import coop.parasol.firm.FirmCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Brings an order's state and amounts, and its partner's credit, in line with its lines after these have changed. */
@ApplicationScoped
public class RecalculateOrder {

    private final OrderRepository orders;
    private final PartnerCredit partnerCredit;
    private final FirmCurrency currency;

    RecalculateOrder(OrderRepository orders, PartnerCredit partnerCredit, FirmCurrency currency) {
        this.orders = orders;
        this.partnerCredit = partnerCredit;
        this.currency = currency;
    }

    /**
     * After lines of a locked order were cancelled or dispatched.
     *
     * @param before as it was locked
     */
    public Order afterLinesChanged(Order before) {
        return afterLinesChanged(before, currency.money(0), currency.money(0));
    }

    /**
     * After lines of a locked order were delivered and invoiced, or an invoice of it was paid.
     *
     * @param before as it was locked
     */
    public Order afterLinesChanged(Order before, Money newlyInvoiced, Money newlyPaid) {
        Order changed = orders.find(before.orderId()).orElseThrow();
        Money open = currency.money(changed.openMinor());
        Money invoiced = before.invoiced().plus(newlyInvoiced);
        Money paid = before.paid().plus(newlyPaid);
        OrderState state = changed.stateOf(invoiced, paid);
        if (!before.state().canTransitionTo(state)) {
            throw new IllegalStateException(before.orderId() + " cannot go from " + before.state() + " to " + state);
        }
        Order now = changed.with(state, open, invoiced, paid);
        orders.update(now);
        partnerCredit.changeExposure(
                before.partnerId(),
                open.minus(before.openAmount()).plus(newlyInvoiced).minus(newlyPaid));
        return now;
    }

    /** After units are reserved for locked orders no longer; what the orders cost has not changed. */
    void afterUnitsUnreserved(Collection<UUID> orderIds) {
        List<Order> now = new ArrayList<>();
        for (Order order : orders.findAll(orderIds)) {
            now.add(order.with(
                    order.stateOf(order.invoiced(), order.paid()), order.openAmount(), order.invoiced(), order.paid()));
        }
        orders.updateStates(now);
    }
}
