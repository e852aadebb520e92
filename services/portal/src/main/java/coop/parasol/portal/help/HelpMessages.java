package coop.parasol.portal.help;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the list of guides. */
@MessageBundle("help")
interface HelpMessages {

    @Message("Help")
    String help();

    @Message("What you do on which page, by what you are to the firm.")
    String byRole();

    /** Opens the part of a guide that is about the page. */
    @Message("Help with this page")
    String withThisPage();

    /** Leads to that part where the browser has no script. */
    @Message("Read it")
    String readIt();

    /** Leads from a part of a guide to all of it; its title follows. */
    @Message("The whole guide: {title}")
    String wholeGuide(String title);
}
