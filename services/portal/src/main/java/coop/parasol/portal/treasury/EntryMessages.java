package coop.parasol.portal.treasury;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the treasurer's pages about entries of the journal and recall charges. */
@MessageBundle("treasuryEntries")
interface EntryMessages {

    @Message("What you can do")
    String whatYouCanDo();

    @Message("reverses {entry}")
    String reversesEntry(String entry);

    @Message("Propose an entry")
    String proposeAnEntry();

    @Message("None was proposed. Wages, rent and other expenses of the firm are entered here, by two " + "treasurers.")
    String noneWasProposedWages();

    @Message("Decided by")
    String decidedBy();

    @Message("Reverses entry")
    String reversesEntry91();

    @Message("Number in the journal")
    String numberInTheJournal();

    @Message("Withdraw or turn down")
    String withdrawOrTurnDown();

    @Message("Propose to reverse it")
    String proposeToReverseIt();

    @Message("What is added to assets and expenses is positive, what is added to liabilities and income is "
            + "negative; the lines sum to zero. A second treasurer approves it.")
    String whatIsAddedTo();

    @Message("Line {number}")
    String lineNumber(String number);

    @Message("Recalls charged to a holdback")
    String recallsChargedToA();

    @Message("The exit")
    String theExit();

    @Message("Nothing was charged.")
    String nothingWasCharged();

    @Message("Batch")
    String batch();

    @Message("Charged")
    String charged();

    @Message("At most what is left of the holdback.")
    String atMostWhatIs();

    @Message("Reverse entry {number}")
    String reverseEntryNumber(String number);

    @Message("A new entry names it and takes its amounts back. A second treasurer approves it.")
    String aNewEntryNames();

    @Message("Why")
    String why();

    @Message("Propose the reversal")
    String proposeTheReversal();
}
