package coop.parasol.portal.logistics;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words for what the firm delivers less than was ordered. */
@MessageBundle("shortfall")
interface ShortfallMessages {

    @Message("The firm delivers less of line {line}")
    String deliverLess(int line);

    @Message(
            "Only the partner changes or cancels its order. If it says by phone or letter that it wants less, enter that at the line, with its reference. If the firm cannot deliver all of a line, say so at the line: its price stays.")
    String onlyThePartner();

    @Message("The partner wants less of line {line}")
    String partnerWantsLess(int line);

    @Message(
            "Enter only what the partner has said, by its reference. All of the rest costs what this quantity cost when it ordered; the partner is told. It is not taken back.")
    String inThePartnersName();

    @Message("What the partner wants of it from now on")
    String partnerWants();

    @Message("The partner’s reference")
    String partnerReference();

    @Message("The number of its letter or mail, or of your note of the call.")
    String partnerReferenceHint();

    @Message("See what it costs …")
    String checkPartnerWantsLess();

    @Message("Enter for the partner")
    String partnerWantsLessNow();

    @Message("Unit price of the rest")
    String unitPriceOfRest();

    @Message("The rest costs, before tax")
    String amountOfRest();

    @Message("Of this charged at once, by a debit note")
    String debit();

    @Message("Less of its lines")
    String whoReduced();

    @Message("Wanted from then on")
    String fromThenOn();

    @Message("Whose wish")
    String whoseWish();

    @Message("the firm’s")
    String ofFirm();

    @Message("the partner’s")
    String ofPartner();

    @Message("the partner’s, entered by the desk")
    String ofPartnerTranscribed();

    @Message("Entered by")
    String enteredBy();

    @Message("Wanted until now")
    String wantedUntilNow();

    @Message("Dispatched already")
    String hasLeft();

    @Message("What the firm delivers of it")
    String newQuantity();

    @Message("At least what was dispatched already, and less than until now. With 0, nothing of the line is delivered.")
    String newQuantityHint();

    @Message("The partner reads it.")
    String whyHint();

    @Message("Deliver less …")
    String check();

    @Message("Deliver less")
    String deliverLessNow();

    @Message(
            "The price stays as it is, since this is not the partner’s wish. What is reserved beyond that is free for other orders. It is not taken back.")
    String priceStays();
}
