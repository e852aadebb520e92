package coop.parasol.portal.treasury;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the treasurer's pages about what is paid. */
@MessageBundle("treasuryPayments")
interface PaymentMessages {

    @Message("Payables and payments of {name}")
    String payablesOf(String name);

    @Message("Entries of {name} in the books")
    String entriesOf(String name);

    @Message("Data of {name}")
    String dataOf(String name);

    @Message("Statement of the bank (camt.053, XML)")
    String statementOfTheBank();

    @Message("What it says is paid or returned is marked so. The same statement again changes nothing.")
    String whatItSaysIs();

    @Message("Upload")
    String upload();

    @Message("No statement was uploaded yet.")
    String noStatementWasUploaded();

    @Message("What became of it")
    String whatBecameOfIt();

    @Message("Draft a payment run")
    String draftAPaymentRun();

    @Message("It takes what is due, at most 2,000 payables, the longest due first. You or another treasurer "
            + "can withdraw the draft.")
    String itTakesWhatIs();

    @Message("Due until")
    String dueUntil();

    @Message("Set off")
    String setOff();

    @Message("Held because")
    String heldBecause();

    @Message("What the bank has done")
    String whatTheBankHas();

    @Message("Lines of an uploaded bank statement do this by themselves.")
    String linesOfAnUploaded();

    @Message("The bank has paid it …")
    String theBankHasPaid();

    @Message("Why the bank has rejected it")
    String whyTheBankHas();

    @Message("The bank has rejected it")
    String theBankHasRejected();

    @Message("What was rejected is open again, and goes into the next run.")
    String whatWasRejectedIs();

    @Message("The money has come back")
    String theMoneyHasCome();

    @Message("Why it has come back")
    String whyItHasCome();

    @Message("It has come back …")
    String itHasComeBack();

    @Message("any")
    String any();

    @Message("Nothing is like this. Payables come from settled pools, patronage, goods that were bought in, "
            + "and exits.")
    String nothingIsLikeThis();

    @Message("Approved")
    String approved();

    @Message("Withdraw the draft")
    String withdrawTheDraft();

    @Message("When it is withdrawn, its payables are open again.")
    String whenItIsWithdrawn();

    @Message("File for the bank (pain.001)")
    String fileForTheBank();

    @Message("Upload the bank’s statement")
    String uploadTheBanksStatement();

    @Message("What is in it")
    String whatIsInIt();

    @Message("What is due")
    String whatIsDue();

    @Message("No run was drafted yet. Draft one of what is due.")
    String noRunWasDrafted();

    @Message(
            "This file was read before, on {when}, as statement {number}; nothing was changed now. This became of its lines:")
    String readBefore(String number, String when);

    @Message("This statement has no lines: no money has moved.")
    String statementHasNoLines();

    @Message("marked as paid")
    String linePaid();

    @Message("marked as returned: {reason}")
    String lineReturned(String reason);

    @Message("a second movement for the same amount owed; look into it. {detail}")
    String lineByAnotherReference(String detail);

    @Message("not marked as returned. {detail}")
    String lineNotPaid(String detail);

    @Message("names nothing that the firm owes; nothing was changed")
    String lineUnknown();

    @Message("another amount; nothing was changed. {detail}")
    String lineAnotherAmount(String detail);

    @Message("not marked as paid: the firm has not sent it. {detail}")
    String lineNotSent(String detail);

    @Message("only announced by the bank; nothing was changed")
    String lineNotBooked();

    @Message("money that came in; enter it at the invoice or share that it pays")
    String lineCameIn();

    @Message("money that came in and names what the firm owed, but the bank does not call it a return; look into it")
    String lineCameInForPayable();

    @Message("its amount cannot be read; nothing was changed")
    String lineUnreadableAmount();
}
