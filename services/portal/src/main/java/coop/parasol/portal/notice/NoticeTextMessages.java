package coop.parasol.portal.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What notices say: a title, and a sentence below it. */
@MessageBundle("noticeText")
public interface NoticeTextMessages {

    @Message("Recall: lot {lot} of {product}")
    String recallTitle(String lot, String product);

    @Message("You were sent {quantity}. Take what is left off sale; say in the portal that you know of the recall and"
            + " how much you had left. Class of the recall: {recallClass}.")
    String recallToAnswerText(String quantity, String recallClass);

    @Message("The quality desk has recalled the lot. Class: {recallClass}. Reason: {reason}")
    String lotRecalledText(String recallClass, String reason);

    @Message("Payment sent: {amount}")
    String paymentSentTitle(String amount);

    @Message("The bank has paid it to your account. What it is for: {purpose}. Bank reference: {reference}")
    String paymentSentText(String purpose, String reference);

    @Message("Payment came back: {amount}")
    String paymentReturnedTitle(String amount);

    @Message("The bank could not pay it to your account. Check the account in the data of your firm; the amount is owed"
            + " to you as before.")
    String paymentReturnedText();

    @Message("A transfer to a member has come back from the bank; the amount is owed again.")
    String transferReturnedText();

    @Message("Your bank account was changed")
    String bankAccountChangedTitle();

    @Message(
            "Since {moment} you are paid into the account that the data of your firm shows. If you know nothing of the change, correct it there at once, change your password, and tell the firm.")
    String bankAccountChangedText(String moment);

    @Message("Your tax registration was changed")
    String taxRegistrationChangedTitle();

    @Message(
            "From {day} on your payouts are drawn up by the tax registration that the data of your firm shows. If it is wrong, enter it anew.")
    String taxRegistrationChangedText(String day);

    @Message("Your firm’s own account has a new password")
    String loginResetTitle();

    @Message(
            "Two registrars have given it at {moment}, since the old one was said to be lost; colleagues’ accounts stay"
                    + " as they are. If your firm has not asked for it, tell the firm at once.")
    String loginResetText(String moment);

    @Message("Order refused: {reference}")
    String orderRefusedTitle(String reference);

    @Message("without a number of yours")
    String withoutReference();

    @Message("It names a product that there is not.")
    String unknownProduct();

    @Message("There is no price for something that it asks for.")
    String noPrice();

    @Message("It is above what you may owe. Pay open invoices, or ask the logistics desk.")
    String overCreditLimit();

    @Message("Order delayed: {reference}")
    String orderDelayedTitle(String reference);

    @Message("Not all of its goods, wanted for {week}, are there yet. The rest is sent when it is certified.")
    String orderDelayedText(String week);

    @Message("Less is delivered of your order: {reference}")
    String orderFallenShortTitle(String reference);

    @Message(
            "Line {line}, {product}: we deliver {quantity} in place of {before}. The unit price stays as it is; the line now"
                    + " costs {amount} before tax. Nothing is charged for what does not come. Reason: {reason}")
    String orderFallenShortText(
            String line, String product, String quantity, String before, String amount, String reason);

    @Message("Less of your order, entered for you: {reference}")
    String orderReducedForYouTitle(String reference);

    @Message(
            "Our logistics desk has entered, as you said: line {line}, {product}, {quantity} in place of {before}. The line now"
                    + " costs {amount} before tax. Reason: {reason} If you have not said so, tell the firm at once.")
    String orderReducedForYouText(
            String line, String product, String quantity, String before, String amount, String reason);

    @Message("Debit note {number}: {amount}")
    String debitNoteIssuedTitle(String number, String amount);

    @Message(
            "Goods of earlier invoices cost more, because less was ordered of their line than its price was for. The amount is"
                    + " owed like an invoice; the page of the debit note shows it goods by goods.")
    String debitNoteIssuedText();

    @Message("Sample drawn: lot {lot} of {product}")
    String sampleDrawnTitle(String lot, String product);

    @Message("Units that are inspected: {units}. Keep the lot together until it is decided.")
    String sampleDrawnText(String units);

    @Message("To inspect: lot {lot} of {product}")
    String lotToInspectTitle(String lot, String product);

    @Message("It is in the list of lots to inspect.")
    String lotToInspectText();

    @Message("Certified: lot {lot} of {product}")
    String lotCertifiedTitle(String lot, String product);

    @Message("Grade {grade}; quantity that may be sold: {quantity}; certificate {certificate}.")
    String lotCertifiedText(String grade, String quantity, String certificate);

    @Message("Not certified: lot {lot} of {product}")
    String lotRejectedTitle(String lot, String product);

    @Message("What was found: {reason} The page of the lot shows what you can do now.")
    String lotRejectedText(String reason);

    @Message("Support for your product {product}, after lot {lot}")
    String supportTitle(String lot, String product);

    @Message("A producer needs support: {product}")
    String producerNeedsSupportTitle(String product);

    @Message("The inspection of the product is discontinued, because its lots were rejected again and again.")
    String discontinued();

    @Message(
            "Lot {lot} was rejected again after its rework or sorting. What was found: {reason} The lot is scrapped: it is not inspected any more and is not sold.")
    String rejectedTwice(String lot, String reason);

    @Message("A vote has begun: {proposal}")
    String voteOpenedTitle(String proposal);

    @Message("Your firm can vote until {until}, by its own account.")
    String voteOpenedText(String until);

    @Message("You have asked to leave")
    String exitRequestedTitle();

    @Message("You can withdraw it until {until}; then it is binding.")
    String exitRequestedText(String until);

    @Message("Your leaving is binding")
    String exitBindingTitle();

    @Message("It cannot be withdrawn any more. The next steps are in the portal.")
    String exitBindingText();

    @Message("You stay a member")
    String exitWithdrawnTitle();

    @Message("You do not leave any more.")
    String exitWithdrawnText();

    @Message("Your share is valued: {share}")
    String exitValuedTitle(String share);

    @Message("You are paid {amount}, in instalments if the bylaws say so.")
    String exitValuedText(String amount);

    @Message("All of your share is paid: {amount}")
    String exitPaidTitle(String amount);

    @Message(
            "Nothing of it is kept back any more. Until your last pool is closed and paid you can sign in, and read and save"
                    + " every statement.")
    String exitPaidText();

    @Message("A member has asked to leave")
    String memberLeavesTitle();

    @Message("It can withdraw that until {until}.")
    String memberLeavesText(String until);

    @Message("Goods of a member that leaves")
    String goodsOfLeavingMemberTitle();

    @Message("The leaving is binding. See to what the member has chosen for its unsold goods.")
    String goodsOfLeavingMemberText();

    @Message("Complaint: lot {lot} of {product}")
    String complaintTitle(String lot, String product);

    @Message("A partner complains of goods of this lot.")
    String complaintText();
}
