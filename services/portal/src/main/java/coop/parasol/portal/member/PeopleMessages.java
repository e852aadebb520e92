package coop.parasol.portal.member;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about the people of a member's firm. */
@MessageBundle("people")
interface PeopleMessages {

    @Message("People of my firm")
    String people();

    @Message("Invite a colleague to do the daily work: commitments, batches, quality, costs; and to read statements "
            + "and notices. Each person has an account of its own. A colleague does not change the bank account or "
            + "the data of your firm, does not vote, does not leave the firm for you, gives no token to a machine, "
            + "and invites nobody: that stays with your firm’s own account.")
    String intro();

    @Message("Your firm’s own account decides this: whoever signs in by the e-mail address that My firm shows. You "
            + "have the account of a colleague.")
    String ownAccountOnly();

    @Message("People of the member’s firm")
    String ofFirm();

    @Message(
            "Besides the member’s own account, {email}, these people can act for it, or could before. The member alone "
                    + "invites and removes them; no desk takes part.")
    String forRegistrar(String email);

    @Message("Nobody was invited yet.")
    String nobodyYet();

    @Message("Name")
    String name();

    @Message("Signs in by")
    String signsInAs();

    @Message("Sign-in")
    String access();

    @Message("Invited")
    String invited();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("mail sent {moment}")
    String mailed(String moment);

    @Message("no mail was sent")
    String notMailed();

    @Message("Issue a one-time password")
    String issuePassword();

    @Message("Remove")
    String remove();

    @Message("Take this person’s account away")
    String removeTitle();

    @Message("From now on the person cannot sign in any more, and what it has open ends within five minutes. "
            + "What it has done stays. You can invite it again later.")
    String removeWhat();

    @Message("Who could act for you before")
    String former();

    @Message("Person")
    String person();

    @Message("From")
    String from();

    @Message("Until")
    String until();

    @Message("Invite a colleague")
    String inviteOne();

    @Message("E-mail address, by which the person signs in")
    String email();

    @Message("Language of the mail")
    String language();

    @Message("Send the invitation")
    String invite();

    @Message("The person gets a mail with a link, valid for three days, by which it chooses a password. If no mail "
            + "can be sent, issue a one-time password and give it to the person. You can have 20 colleagues.")
    String whatFollows();

    @Message("The password, shown this once")
    String shownOnce();

    @Message("Password")
    String password();

    @Message("Give it to the person and to nobody else. It holds until the first sign-in, where the person chooses "
            + "another one.")
    String giveIt();
}
