package coop.parasol.portal.logistics;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the logistics desk's pages. */
@MessageBundle("logistics")
public interface LogisticsMessages {

    @Message("Lots that are offered to the firm, or to be handed over.")
    String goodsToDecide();

    @Message("Partner’s order number")
    String partnersNumber();

    @Message("Producer")
    String producer();

    @Message("Goods of leaving members")
    String goodsOfLeavingMembers();

    @Message("State")
    String state();

    @Message("Unsold")
    String unsold();

    @Message("Lot")
    String lot();

    @Message("Product")
    String product();

    @Message("Grade")
    String grade();

    @Message("Quantity")
    String quantity();

    @Message("Approve …")
    String approve();

    @Message("Decline …")
    String decline();

    @Message("Order")
    String order();

    @Message("Partner")
    String partner();

    @Message("For")
    String forWord();

    @Message("Placed")
    String placed();

    @Message("Sum")
    String sum();

    @Message("Refused because")
    String refusedBecause();

    @Message("Cancelled because")
    String cancelledBecause();

    @Message("Line")
    String line();

    @Message("Ordered")
    String ordered();

    @Message("Reserved")
    String reserved();

    @Message("Waits for goods")
    String waitsForGoods();

    @Message("On its way")
    String onItsWay();

    @Message("Delivered")
    String delivered();

    @Message("Cancelled")
    String cancelled();

    @Message("Unit price")
    String unitPrice();

    @Message("being reserved")
    String beingReserved();

    @Message("Dispatch all that is reserved")
    String dispatchAllThatIs();

    @Message("Number of the delivery note")
    String numberOfTheDelivery();

    @Message("Dispatch …")
    String dispatch();

    @Message("Why")
    String why();

    @Message("Shipments")
    String shipments();

    @Message("Orders")
    String orders();

    @Message("any")
    String any();

    @Message("Show")
    String show();

    @Message(
            "No order is like this. Orders come from partners; goods are reserved for them as they are " + "certified.")
    String noOrderIsLike();

    @Message("Owes or has on order")
    String owesOrHasOn();

    @Message("Its orders")
    String itsOrders();

    @Message("Name")
    String name();

    @Message("Country, two letters such as IN")
    String countryTwoLettersSuch();

    @Message("Tier of its prices, such as RETAIL")
    String tierOfItsPrices();

    @Message("Group of partners that it is in, such as NORTHERN-CHAIN")
    String partnerGroup();

    @Message("Prices of its group come before those of its tier, and what was agreed with it alone before both.")
    String partnerGroupHint();

    @Message("Credit limit")
    String creditLimit();

    @Message("Currency")
    String currency();

    @Message("Save")
    String save();

    @Message("Terms hold for orders from now on. If somebody has changed them meanwhile, nothing is saved.")
    String termsHoldForOrders();

    @Message("Partners")
    String partners();

    @Message("Register a partner")
    String registerAPartner();

    @Message("No partner is registered yet. Register one, so that it can order.")
    String noPartnerIsRegistered();

    @Message("Country")
    String country();

    @Message("Tier")
    String tier();

    @Message("Propose")
    String propose();

    @Message("Shipment")
    String shipment();

    @Message("Delivery note")
    String deliveryNote();

    @Message("Dispatched")
    String dispatched();

    @Message("Arrived")
    String arrived();

    @Message("Invoice")
    String invoice();

    @Message("It has arrived …")
    String itHasArrived();

    @Message("Nothing was dispatched yet.")
    String nothingWasDispatchedYet();

    @Message("SSCC")
    String sscc();

    @Message("Stock")
    String stock();

    @Message("Has the member collected this lot?")
    String hasTheMemberCollected();

    @Message("It is not certified any more, and cannot be brought back.")
    String itIsNotCertified();

    @Message("It was handed over")
    String itWasHandedOver();

    @Message("Batch")
    String batch();

    @Message("Buy in this lot?")
    String buyInThisLot();

    @Message("The firm owns it from now on, and owes the member its price.")
    String theFirmOwnsIt();

    @Message("Approve the purchase")
    String approveThePurchase();

    @Message("Decline this lot?")
    String declineThisLot();

    @Message("It stays in the pools, and the member is paid as it sells.")
    String itStaysInThe();

    @Message("Decline")
    String decline108();

    @Message("Logistics desk")
    String logisticsDesk();

    @Message("Orders to dispatch")
    String ordersToDispatch();

    @Message("All that was ordered is reserved.")
    String allThatWasOrdered();

    @Message("Orders partly reserved")
    String ordersPartlyReserved();

    @Message("A part can be dispatched; the rest waits for goods.")
    String aPartCanBe();

    @Message("Shipments on their way")
    String shipmentsOnTheirWay();

    @Message("Enter when they have arrived.")
    String enterWhenTheyHave();

    @Message("Dispatch all that is reserved?")
    String dispatchAllThatIsReserved();

    @Message("The goods leave the warehouse, and the partner is told. It is not taken back.")
    String theGoodsLeaveThe();

    @Message("Dispatch")
    String dispatch118();

    @Message("Reserved of {product}")
    String reservedOfProduct(String product);

    @Message("Has this shipment arrived?")
    String hasThisShipmentArrived();

    @Message("Its invoice is issued to the partner. It is not taken back.")
    String itsInvoiceIsIssued();

    @Message("It has arrived")
    String itHasArrived125();

    @Message("Type the number of the delivery note.")
    String typeTheDeliveryNote();
}
