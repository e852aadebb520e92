package coop.parasol.portal.partner;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a partner's orders. */
@MessageBundle("purchase")
interface OrderMessages {

    @Message("You have not ordered anything yet. Begin with a new order.")
    String noOrders();

    @Message("No order is in this state. Choose another, or all.")
    String noOrdersInState();

    @Message("Your number")
    String yourNumber();

    @Message("Week")
    String week();

    @Message("Placed")
    String placed();

    @Message("by you")
    String byYou();

    @Message("by another person")
    String byAnother();

    @Message("Order {reference}")
    String orderTitle(String reference);

    @Message("The firm’s number")
    String firmsNumber();

    @Message("Your order was placed. The firm knows it by the number {number}.")
    String wasPlaced(String number);

    @Message("What had not been dispatched of order {number} is cancelled.")
    String wasCancelled(String number);

    @Message("The firm has not taken this order")
    String refused();

    @Message("Nothing of it will be delivered. Change what was wrong, and place it with another order number.")
    String refusedNext();

    @Message("Order again with changes")
    String orderAgain();

    @Message("Cancelled because: {reason}")
    String cancelledBecause(String reason);

    @Message("Goods are being looked for. This takes a moment; the page renews itself, or load it again.")
    String allocating();

    @Message("Where the goods are")
    String whereGoodsAre();

    @Message("Ordered")
    String ordered();

    @Message("To be made")
    String toBeMade();

    @Message("Reserved")
    String reserved();

    @Message("Cancelled")
    String cancelled();

    @Message("To be made: no goods yet. Reserved: in the warehouse, for you. Under way: dispatched.")
    String whereHint();

    @Message("Nothing of it was dispatched yet.")
    String nothingDispatched();

    @Message("Cancel what is not dispatched")
    String cancel();

    @Message("Cancel the rest of order {reference}")
    String cancelTitle(String reference);

    @Message("This cannot be undone: goods that are reserved for you become available to others.")
    String cancelWhat();

    @Message("Everything was dispatched, cancelled or refused before: there is nothing to cancel.")
    String nothingToCancel();

    @Message("Will be cancelled")
    String willBeCancelled();

    @Message("Why")
    String why();

    @Message("Say why you cancel.")
    String whyMissing();

    @Message("The firm reads it.")
    String whyHint();

    @Message("Cancel these goods")
    String cancelNow();

    @Message("Back to the order")
    String backToOrder();

    @Message("Ordered for")
    String orderedFor();

    @Message("Nothing of it is to be paid.")
    String nothingToPay();

    @Message("You are invoiced for what is delivered, not for what is cancelled.")
    String paidIsDelivered();
}
