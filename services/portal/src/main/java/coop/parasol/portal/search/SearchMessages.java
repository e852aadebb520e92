package coop.parasol.portal.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the search page. */
@MessageBundle("search")
interface SearchMessages {

    @Message("Search")
    String search();

    @Message("A name, order number, lot, certificate, SSCC, invoice number, bank reference or amount")
    String whatIsFound();

    @Message("Nothing is called or numbered like this. Numbers have to be typed whole.")
    String nothingIsFound();

    @Message("Type what you have in hand.")
    String typeSomething();
}
