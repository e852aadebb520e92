package coop.parasol.portal.treasury;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages on which two treasurers decide about a payable that is held. */
@MessageBundle("treasuryHolds")
interface HoldMessages {

    @Message("Two treasurers decide")
    String twoTreasurersDecide();

    @Message("The bank says something of this payable that the books do not explain. Ask the bank. One treasurer then "
            + "proposes what becomes of it, and another approves. Until then nothing of it is paid or set off.")
    String theBankSaysSomething();

    @Message("Paid, as the bank’s statement says")
    String reportedPaid();

    @Message("Paid by the bank")
    String paidByTheBank();

    @Message("Set off")
    String setOff();

    @Message("What was found out")
    String whatWasFoundOut();

    @Message("The member reads it.")
    String theMemberReadsIt();

    @Message("Propose what becomes of it")
    String proposeWhatBecomesOfIt();

    @Message("A proposal that waits is replaced by a new one.")
    String aPendingProposalIsReplaced();

    @Message("What becomes of it")
    String whatBecomesOfIt();

    @Message("The bank has paid it")
    String theBankHasPaidIt();

    @Message("It is owed, and the next payment run pays what is left")
    String itIsOwed();

    @Message("What the bank has paid")
    String whatTheBankHasPaid();

    @Message(
            "Only if the bank has paid it: at least what is left of it, at most the amount before anything was set off.")
    String boundsOfWhatWasPaid();

    @Message("Only if the bank has paid it.")
    String onlyIfPaid();

    @Message("What was proposed")
    String whatWasProposed();

    @Message("Nothing was proposed yet.")
    String nothingWasProposed();

    @Message("Decided by")
    String decidedBy();

    @Message("Take back or turn down")
    String withdrawOrTurnDown();

    @Message("Has the bank paid this?")
    String hasTheBankPaid();

    @Message("Is this owed?")
    String isItOwed();

    @Message("It is booked as paid, and the member owes again what is more than was left. This cannot be undone; "
            + "money that comes back is entered on the payable’s page.")
    String paidIsBooked();

    @Message("Open claims are settled with it, and the next payment run pays the rest. This cannot be undone.")
    String theHoldIsLifted();

    @Message("The bank has paid it")
    String approvePaid();

    @Message("It is owed")
    String approveOwed();

    @Message("Held payables")
    String heldPayables();

    @Message("The bank says that it has paid something else than the books explain. Two treasurers decide.")
    String heldPayablesText();

    @Message("waits for two treasurers")
    String waitsForTwo();
}
