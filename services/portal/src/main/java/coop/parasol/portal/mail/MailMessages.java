package coop.parasol.portal.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of mails, and of the pages that show what becomes of them. */
@MessageBundle("mail")
public interface MailMessages {

    @Message("See it in the portal:")
    String seeInPortal();

    @Message("{firm} writes to you because you have an account in its portal.")
    String why(String firm);

    @Message("No more mail about “{kind}”:")
    String leave(String kind);

    @Message("Choose what you get:")
    String choose();

    @Message("Mails")
    String mails();

    @Message("No mail server is set: notices stand in the portal alone.")
    String notConfigured();

    @Message("Waiting")
    String waiting();

    @Message("Failed in the last seven days")
    String failed();

    @Message("Mails of this demo")
    String demoOutbox();

    @Message("What the mail server of the demo has taken, newest first. Nothing leaves this machine.")
    String demoOutboxWhat();

    @Message("There are no mails yet.")
    String noMails();

    @Message("To")
    String to();

    @Message("Subject")
    String subject();

    @Message("Sent")
    String sentAt();

    @Message("Back to the mails")
    String backToMails();

    @Message("Confirm your e-mail address")
    String confirmTitle();

    @Message("This address was given in an application to {firm} for membership. If it was you, open the page and press"
            + " the button there, until {until}.")
    String confirmText(String firm, String until);

    @Message("The page:")
    String confirmOpen();

    @Message("Number of the application: {number}")
    String confirmNumber(String number);

    @Message("If it was not you, do nothing: without this link nothing comes of the application.")
    String confirmOther();
}
