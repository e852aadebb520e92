package coop.parasol.portal.partner;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words for less of an order's line than was ordered, and for debit notes. */
@MessageBundle("reduction")
interface ReductionMessages {

    @Message("Less of line {line}")
    String lessOfLine(int line);

    @Message("Less of line {line} of order {reference}")
    String lessTitle(int line, String reference);

    @Message("Wanted until now")
    String wantedUntilNow();

    @Message("Dispatched already")
    String hasLeft();

    @Message("What you want of it from now on")
    String newQuantity();

    @Message("At least what was dispatched already, and less than until now. With 0, nothing of the line is delivered.")
    String newQuantityHint();

    @Message("Say why you want less.")
    String whyMissing();

    @Message("See what it costs")
    String seeCost();

    @Message("Check: less of line {line} of order {reference}")
    String checkTitle(int line, String reference);

    @Message("This cannot be undone: goods that are reserved for you beyond that become available to others.")
    String cannotBeUndone();

    @Message("Until now")
    String untilNow();

    @Message("From now on")
    String fromNowOn();

    @Message("Quantity")
    String wanted();

    @Message(
            "The rest is less than the quantity that your price was for. All of it, what was invoiced included, costs what this quantity cost when you ordered.")
    String dearer();

    @Message("The price stays as it is.")
    String samePrice();

    @Message("Of this charged at once, by a debit note, for what was invoiced before")
    String debit();

    @Message("Order less")
    String reduceNow();

    @Message("Type another quantity")
    String changeIt();

    @Message("Less of order {number} is wanted now.")
    String wasReduced(String number);

    @Message("Of what is cancelled, the firm does not deliver {quantity}; the price stays as it is.")
    String firmDeliversLess(String quantity);

    @Message(
            "What was dispatched is less than the quantity that the price was for. All of it, what was invoiced included, then costs what this quantity cost when you ordered:")
    String dearerByCancelling();

    @Message("Debit note {number}")
    String debitNoteTitle(String number);

    @Message(
            "It charges more for goods of earlier invoices, because less was ordered of their line than its price was for.")
    String debitNoteHint();

    @Message("Unit price until then")
    String formerPrice();

    @Message("Invoice")
    String invoiceOfUnits();

    @Message("See invoice")
    String seeInvoice();

    @Message("The firm’s desk has entered at {moment}, as you said, that you want {quantity} of it.")
    String enteredForYou(String quantity, String moment);

    @Message("Your reference")
    String yourReference();

    @Message("Kind")
    String kind();
}
