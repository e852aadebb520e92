package coop.parasol.portal.logistics;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the logistics desk's pages about the accounts of partners' people. */
@MessageBundle("partnerAccounts")
interface PartnerAccountMessages {

    @Message("Who signs in for it")
    String whoSignsIn();

    @Message(
            "Each person who orders for the partner has an account of its own, so that every order says who has placed it.")
    String eachPersonHasOne();

    @Message("No account was made on this page yet. Accounts that were made elsewhere are not listed here.")
    String nobodyYet();

    @Message("E-mail address, by which the person signs in")
    String email();

    @Message("Name of the person")
    String name();

    @Message("Sign-in")
    String access();

    @Message("Made")
    String made();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("removed")
    String removed();

    @Message("Issue a one-time password")
    String issuePassword();

    @Message("An account for one more person")
    String oneMore();

    @Message("Make the account")
    String make();

    @Message(
            "Then send an invitation by mail: its link is valid for three days, and the person chooses a password by it. Or issue a "
                    + "one-time password and give it to the person, who chooses another one at the first sign-in. When the "
                    + "person has left the partner, ask whoever manages the firm’s accounts to disable the account.")
    String whatFollows();

    @Message("The password, shown this once")
    String shownOnce();

    @Message(
            "Give it to the person without its user name beside it, and to nobody else. It holds until the first sign-in, where "
                    + "the person chooses another one.")
    String giveIt();

    @Message("Signs in as")
    String signsInAs();

    @Message("Password")
    String password();

    @Message("Back to who signs in")
    String back();
}
