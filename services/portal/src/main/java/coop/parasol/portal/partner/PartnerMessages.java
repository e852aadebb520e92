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

    @Message("no price yet")
    String noPrice();

    @Message("Order")
    String order();

    @Message("Order {product}, grade {grade}")
    String orderProduct(String product, String grade);

    @Message("Your own order number")
    String reference();

    @Message("It names this order for ever, on our papers too; no other order of yours can have it.")
    String referenceHint();

    @Message("Wanted in week")
    String wantedWeek();

    @Message("Lines")
    String lines();

    @Message("Leave the grade empty for the best one. Rows that are empty are left out.")
    String linesHint();

    @Message("Line")
    String line();

    @Message("Product of line {number}")
    String productOfLine(int number);

    @Message("Grade of line {number}")
    String gradeOfLine(int number);

    @Message("Quantity of line {number}")
    String quantityOfLine(int number);

    @Message("Quantity")
    String quantity();

    @Message("More rows")
    String moreRows();

    @Message("Paste from a spreadsheet")
    String paste();

    @Message(
            "One line for each product: product, grade, quantity and, if you like, the unit. Between them stand tabs, semicolons or commas, as spreadsheets copy them. A line of headings does no harm.")
    String pasteHint();

    @Message("Or choose a CSV file with the same columns")
    String file();

    @Message("Read into the rows")
    String readIn();

    @Message("Lines read: {count}. Look at them, then go on.")
    String linesRead(int count);

    @Message(
            "Lines that could not be read: {count}. They are left in the box: correct or delete them, and read them again.")
    String linesNotRead(int count);

    @Message("Repeat the last order")
    String repeatLast();

    @Message("Check the order")
    String check();

    @Message("Enter your own order number.")
    String referenceMissing();

    @Message("Enter at least one line.")
    String linesMissing();

    @Message("Line {line}: there is no product {product} in the catalogue.")
    String noSuchProduct(int line, String product);

    @Message("Line {line}: there is no grade {grade}; this product has {grades}.")
    String noSuchGrade(int line, String grade, String grades);

    @Message(
            "Line {line}: “{typed}” is no quantity. Write digits, with a point before decimals, such as 12.5; pieces are whole.")
    String noQuantity(int line, String typed);

    @Message("Line {line}: the unit is {typed}, but this product is counted in {unit}.")
    String otherUnit(int line, String typed, String unit);

    @Message("Check your order")
    String checkOrder();

    @Message("Nothing is ordered yet.")
    String nothingOrderedYet();

    @Message("Unit price")
    String unitPrice();

    @Message("Amount")
    String amount();

    @Message("Total")
    String total();

    @Message("Total of the lines that have a price")
    String partTotal();

    @Message("more than is available: the rest is back-ordered")
    String moreThanAvailable();

    @Message("An order with a line that has no price is refused as a whole.")
    String noPriceRefused();

    @Message(
            "Your credit limit is {limit.text}; open orders and unpaid invoices come to {exposure.text} now. An order that goes beyond the limit is refused.")
    String credit(Money limit, Money exposure);

    @Message("Prices and goods are those of this moment; they are fixed when you place the order.")
    String momentary();

    @Message("Until it is dispatched you may cancel it on its page.")
    String undo();

    @Message("Place the order")
    String place();

    @Message("Change something")
    String change();

    @Message("You have not ordered anything yet. Begin with a new order.")
    String noOrders();

    @Message("No order is in this state. Choose another, or all.")
    String noOrdersInState();

    @Message("State")
    String state();

    @Message("All")
    String all();

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

    @Message("Under way")
    String underWay();

    @Message("Arrived")
    String arrived();

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

    @Message("No recall concerns you.")
    String noRecalls();

    @Message("Recalled")
    String recalledAt();

    @Message("Class")
    String recallClass();

    @Message("Reason")
    String reason();

    @Message("Sent to you")
    String sentToYou();

    @Message("Read and confirm")
    String toAcknowledge();

    @Message("Confirm")
    String toConfirm();

    @Message("Confirmed")
    String confirmed();

    @Message("Recall of {product}, lot {lot}")
    String recallTitle(String product, String lot);

    @Message("Take what you have left of this lot off sale now, and tell those to whom you have sold it.")
    String takeOffSale();

    @Message("1. Say that you know of it")
    String stepAcknowledge();

    @Message("I know of this recall")
    String acknowledge();

    @Message("You have said so on {time}.")
    String acknowledgedOn(String time);

    @Message("2. Confirm that it is off sale")
    String stepConfirm();

    @Message("How much you had left and have taken off sale")
    String withdrawn();

    @Message("0 if you had sold everything. It cannot be changed afterwards.")
    String withdrawnHint();

    @Message("Enter a number; 0 if you had sold everything.")
    String withdrawnMissing();

    @Message("Go on")
    String goOn();

    @Message("You have confirmed on {time} that {quantity} of it are off sale.")
    String confirmedOn(String time, String quantity);

    @Message("Thank you: the firm knows that you have read it.")
    String wasAcknowledged();

    @Message("Your confirmation is on record.")
    String wasConfirmed();

    @Message("Check what you confirm")
    String checkConfirmation();

    @Message("This cannot be changed afterwards. The firm counts by it what of the lot is off sale.")
    String confirmationWhat();

    @Message("Off sale")
    String offSale();

    @Message("Confirm")
    String confirmNow();

    @Message("Back to the recall")
    String backToRecall();
}
