package coop.parasol.portal.partner;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a partner's recall notices. */
@MessageBundle("recallNotice")
interface RecallNoticeMessages {

    @Message("No recall concerns you.")
    String noRecalls();

    @Message("Recalled")
    String recalledAt();

    @Message("Class")
    String recallClass();

    @Message("Reason")
    String reason();

    @Message("Sent to you")
    String sentToYou();

    @Message("Read and confirm")
    String toAcknowledge();

    @Message("Confirm")
    String toConfirm();

    @Message("Confirmed")
    String confirmed();

    @Message("Recall of {product}, lot {lot}")
    String recallTitle(String product, String lot);

    @Message("Take what you have left of this lot off sale now, and tell those to whom you have sold it.")
    String takeOffSale();

    @Message("1. Say that you know of it")
    String stepAcknowledge();

    @Message("I know of this recall")
    String acknowledge();

    @Message("You have said so on {time}.")
    String acknowledgedOn(String time);

    @Message("2. Confirm that it is off sale")
    String stepConfirm();

    @Message("How much you had left and have taken off sale")
    String withdrawn();

    @Message("0 if you had sold everything. It cannot be changed afterwards.")
    String withdrawnHint();

    @Message("Enter a number; 0 if you had sold everything.")
    String withdrawnMissing();

    @Message("Go on")
    String goOn();

    @Message("You have confirmed on {time} that {quantity} of it are off sale.")
    String confirmedOn(String time, String quantity);

    @Message("Thank you: the firm knows that you have read it.")
    String wasAcknowledged();

    @Message("Your confirmation is on record.")
    String wasConfirmed();

    @Message("Check what you confirm")
    String checkConfirmation();

    @Message("This cannot be changed afterwards. The firm counts by it what of the lot is off sale.")
    String confirmationWhat();

    @Message("Off sale")
    String offSale();

    @Message("Confirm")
    String confirmNow();

    @Message("Back to the recall")
    String backToRecall();

    @Message("You got {quantity} of the lot; enter no more than that.")
    String moreThanYouGot(String quantity);

    @Message("Recalled: see what to do")
    String lotIsRecalled();
}
