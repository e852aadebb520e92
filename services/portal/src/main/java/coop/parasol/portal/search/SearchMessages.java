package coop.parasol.portal.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the search page. */
@MessageBundle("search")
interface SearchMessages {

    @Message("Search")
    String search();

    @Message("Search for: {kinds}")
    String searchFor(String kinds);

    @Message(
            "Nothing that you can search here is called or numbered like this. Numbers have to be typed whole. You can search for: {kinds}.")
    String nothingIsFound(String kinds);

    @Message("Type what you have in hand.")
    String typeSomething();

    @Message("a firm’s name or a part of it")
    String firmName();

    @Message("a partner’s order number")
    String orderNumber();

    @Message("a lot")
    String lot();

    @Message("a certificate’s number")
    String certificateNumber();

    @Message("an SSCC")
    String sscc();

    @Message("a delivery note’s number")
    String deliveryNote();

    @Message("an invoice’s number")
    String invoiceNumber();

    @Message("a bank reference")
    String bankReference();

    @Message("an amount")
    String amount();
}
