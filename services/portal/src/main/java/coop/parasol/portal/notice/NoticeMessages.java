package coop.parasol.portal.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages of notices and of what each person chooses. */
@MessageBundle("notice")
public interface NoticeMessages {

    @Message("Notices")
    String title();

    @Message("Unread only")
    String unreadOnly();

    @Message("Kind")
    String kind();

    @Message("any")
    String anyKind();

    @Message("There are no notices.")
    String none();

    @Message("unread")
    String unread();

    @Message("no longer so")
    String outdated();

    @Message("Go to what it is about")
    String open();

    @Message("Back to the notices")
    String back();

    @Message("Mark all as read")
    String markAllRead();

    @Message("Mark as unread")
    String markUnread();

    @Message("What you get by mail")
    String choices();

    @Message(
            "Every notice stands in the portal. Of these kinds you also get an e-mail, to the address by which you sign in.")
    String choicesWhat();

    @Message("By mail too")
    String byMail();

    @Message("Language of mails")
    String mailLanguage();

    @Message("as your account says")
    String languageOfAccount();

    @Message("Save")
    String save();

    @Message("Saved.")
    String saved();

    @Message("An e-mail to you waits to be sent.")
    String mailQueued();

    @Message("Sent to you by e-mail.")
    String mailSent();

    @Message("No e-mail could be sent to you: {reason}")
    String mailFailed(String reason);

    @Message("No e-mail was sent, because it was not wanted any more.")
    String mailDropped();

    @Message("No more mail of this kind")
    String leaveTitle();

    @Message("You get no more e-mail about: {kind}. The notices stay in the portal.")
    String leaveQuestion(String kind);

    @Message("Send me no more of these")
    String leaveNow();

    @Message("Done: you get no more e-mail about: {kind}.")
    String left(String kind);

    @Message("You can change that any time in the portal, under “Notices”.")
    String leftWhat();

    @Message("Recalls")
    String kindRecall();

    @Message("Payments")
    String kindPayment();

    @Message("Account and bank details")
    String kindAccount();

    @Message("Orders that are refused or delayed")
    String kindOrder();

    @Message("Samples")
    String kindSample();

    @Message("Results of inspections")
    String kindInspection();

    @Message("Support")
    String kindSupport();

    @Message("Votes")
    String kindVote();

    @Message("Leaving")
    String kindExit();

    @Message("Complaints")
    String kindComplaint();
}
