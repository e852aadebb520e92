package coop.parasol.portal.treasury;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the treasurer's pages about the books. */
@MessageBundle("treasuryBooks")
interface BookMessages {

    @Message("Nothing is booked on it.")
    String nothingIsBookedOn();

    @Message("Nothing is booked in these days.")
    String nothingIsBooked();

    @Message("Balance sheet")
    String balanceSheet();

    @Message("At the end of")
    String atTheEndOf();

    @Message("Assets")
    String assets();

    @Message("Liabilities")
    String liabilities();

    @Message("Equity")
    String equity();

    @Message("Result not yet allotted")
    String resultNotYetAllotted();

    @Message("Net book value")
    String netBookValue();

    @Message("Income statement")
    String incomeStatement();

    @Message("Journal as CSV")
    String journalAsCsv();

    @Message("Journal for hledger")
    String journalForHledger();

    @Message("Check of the books")
    String checkOfTheBooks();

    @Message("in order")
    String inOrder();

    @Message("not in order")
    String notInOrder();

    @Message("Entries sum to zero")
    String entriesSumToZero();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("Assets, liabilities and equity agree")
    String assetsLiabilitiesAndEquity();

    @Message("One share a member")
    String oneShareAMember();

    @Message("Open result")
    String openResult();

    @Message("Check again now")
    String checkAgainNow();

    @Message("Trial balance")
    String trialBalance();

    @Message("Code")
    String code();

    @Message("Kind")
    String kind();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Income")
    String income();

    @Message("Expenses")
    String expenses();

    @Message("Result")
    String result();

    @Message("Debit")
    String debit();

    @Message("Credit")
    String credit();

    @Message("Sum")
    String sum();
}
