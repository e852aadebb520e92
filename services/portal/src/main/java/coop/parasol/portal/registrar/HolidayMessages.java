package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page of the firm's holidays. */
@MessageBundle("holidays")
interface HolidayMessages {

    @Message("Holidays of the firm")
    String holidays();

    @Message(
            "Days on which nobody of the firm works. They take hours off the process plans of producers for their weeks.")
    String intro();

    @Message("Day")
    String day();

    @Message("Name")
    String name();

    @Message("Make it a holiday")
    String set();

    @Message("Remove")
    String remove();

    @Message("No holidays are named yet.")
    String none();
}
