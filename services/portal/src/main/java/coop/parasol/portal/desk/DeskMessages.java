package coop.parasol.portal.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that the pages of several desks have. */
@MessageBundle("desk")
public interface DeskMessages {

    @Message("Go back without doing it")
    String goBackWithoutDoing();

    @Message("Done. This page shows how it stands now.")
    String doneThisPageShows();

    @Message("Number:")
    String number();

    @Message("you")
    String you();

    @Message("person {id}")
    String personId(String id);

    @Message("Send an invitation by mail")
    String sendInvitation();
}
