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

    @Message("This guide is in English only.")
    String inEnglish();

    @Message("The guides are in English only.")
    String guidesInEnglish();
}
