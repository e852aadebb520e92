package coop.parasol.portal.partner;

import coop.parasol.contracts.Money;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a partner's pages. */
@MessageBundle("partner")
interface PartnerMessages {

    @Message("Catalogue")
    String catalogue();

    @Message("Orders")
    String orders();

    @Message("Deliveries")
    String deliveries();

    @Message("Invoices")
    String invoices();

    @Message("Recalls")
    String recalls();

    @Message("Buying")
    String buying();

    @Message("Confirm that what you had left of them is off sale.")
    String recallsToConfirm();

    @Message("Open orders")
    String openOrders();

    @Message("Orders of which goods are still to arrive.")
    String openOrdersWhat();

    @Message("Orders that were dispatched and have not arrived yet.")
    String underWayWhat();

    @Message("Unpaid invoices")
    String unpaidInvoices();

    @Message("Nothing is to be paid.")
    String nothingToPay();

    @Message("They come to {total.text}.")
    String unpaidComeTo(Money total);

    @Message("New order")
    String newOrder();

    @Message("Type or paste what you need, or repeat an earlier order.")
    String newOrderWhat();

    @Message(
            "Products, your prices and what is available are shown to partners of the firm. Quality and price of everything in the catalogue are set by the firm, and every lot in it is certified.")
    String catalogueForAll();

    @Message(
            "Every price is that of your price list at this moment; what is available is certified, within its date and promised to nobody.")
    String catalogueForPartner();

    @Message(
            "Prices of every tier at this moment; what is available is certified, within its date and promised to nobody.")
    String catalogueForFirm();

    @Message("See prices and order: sign in")
    String signInToOrder();

    @Message(
            "To buy from the firm, ask its logistics desk to register you as a partner. To sell under its brand, apply for membership.")
    String becomePartner();

    @Message("Apply for membership")
    String apply();

    @Message("Tier")
    String tier();

    @Message("any")
    String any();

    @Message("See the delivery")
    String seeDelivery();

    @Message("Show")
    String show();

    @Message("There is nothing in the catalogue yet. It fills when the firm has published a standard and a price.")
    String catalogueEmpty();

    @Message("Product")
    String product();

    @Message("Grade")
    String grade();

    @Message("Price")
    String price();

    @Message("Available")
    String available();

    @Message("from {quantity}")
    String fromQuantity(String quantity);

    @Message("agreed price")
    String agreedPrice();

    @Message("until {moment}")
    String priceUntil(String moment);

    @Message("no price yet")
    String noPrice();

    @Message("Order")
    String order();

    /** What one does with goods of the catalogue. */
    @Message("Order")
    String toOrder();

    @Message("Order {product}, grade {grade}")
    String orderProduct(String product, String grade);

    @Message("Wanted in week")
    String wantedWeek();

    @Message("Line")
    String line();

    @Message("Quantity")
    String quantity();

    @Message("Repeat the last order")
    String repeatLast();

    @Message("Unit price")
    String unitPrice();

    @Message("Amount")
    String amount();

    @Message("Total")
    String total();

    @Message(
            "Your credit limit is {limit.text}; open orders and unpaid invoices come to {exposure.text} now. An order that goes beyond the limit is refused.")
    String credit(Money limit, Money exposure);

    @Message("State")
    String state();

    @Message("All")
    String all();

    @Message("Under way")
    String underWay();

    @Message("Arrived")
    String arrived();

    @Message("Nothing was sent to you yet.")
    String noDeliveries();

    @Message("Delivery note")
    String deliveryNote();

    @Message("Shipping code (SSCC)")
    String sscc();

    @Message("Dispatched")
    String dispatched();

    @Message("Delivery {reference}")
    String deliveryTitle(String reference);

    @Message("not yet")
    String notYet();

    @Message(
            "The carrier’s proof of delivery comes to the firm, which enters the arrival. If the goods are with you and this page says otherwise, call the logistics desk.")
    String arrivalWhat();

    @Message("Invoice")
    String invoice();

    @Message("comes with the arrival")
    String invoiceLater();

    @Message("Goods and their certificates")
    String goods();

    @Message("Lot")
    String lot();

    @Message("Certificate")
    String certificate();

    @Message("Inspection report (PDF)")
    String inspectionReport();

    @Message("Inspection report of lot {lot} (PDF)")
    String inspectionReportOf(String lot);

    @Message("its number stands on the goods")
    String numberOnGoods();

    @Message("Check a certificate")
    String checkCertificate();

    @Message("There is no invoice yet. One is issued with each delivery that has arrived.")
    String noInvoices();

    @Message("Number")
    String number();

    @Message("Issued")
    String issued();

    @Message("Paid")
    String paid();

    @Message("Not paid")
    String notPaid();

    @Message("Recalled: what is unpaid of it is disputed")
    String recalledLine();

    @Message("Invoice {number}")
    String invoiceTitle(String number);

    @Message("Delivery")
    String delivery();

    @Message("Bank’s reference of your payment")
    String bankReference();
}
