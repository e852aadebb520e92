package coop.parasol.portal.logistics;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words for what the firm delivers less than was ordered. */
@MessageBundle("shortfall")
interface ShortfallMessages {

    @Message("The firm delivers less of line {line}")
    String deliverLess(int line);

    @Message(
            "Only the partner changes or cancels its order. If the firm cannot deliver all of a line, say so at the line: its price stays.")
    String onlyThePartner();

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
