package coop.parasol.portal.start;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the first pages. */
@MessageBundle("start")
interface StartMessages {

    @Message("One brand, made by many: every producer owns an equal part of this firm, which sets quality and price,"
            + " certifies each lot and sells it.")
    String whatItIs();

    @Message("My first page")
    String home();

    @Message("Welcome, {name}")
    String welcome(String name);

    @Message("Search")
    String search();

    @Message("What waits for you")
    String queue();

    @Message("Nothing waits for you.")
    String nothingWaits();

    @Message("waits for you")
    String waitsForYou();
}
