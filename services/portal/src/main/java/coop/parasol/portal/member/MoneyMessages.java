package coop.parasol.portal.member;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a member's pages about its money. */
@MessageBundle("money")
interface MoneyMessages {

    @Message("Money")
    String title();

    @Message("What the firm owes you, the day on which it is due, and what has been paid.")
    String intro();

    @Message("Nothing was owed to you yet. It begins with the first pool that is settled for your goods.")
    String none();

    @Message("For")
    String what();

    @Message("Kind")
    String kind();

    @Message("Amount")
    String amount();

    @Message("Set off")
    String setOff();

    @Message("To your bank")
    String toBank();

    @Message("Due")
    String dueOn();

    @Message("State")
    String state();

    @Message("Payments")
    String payables();

    @Message("Newest statements of pools")
    String newest();

    @Message("All statements of pools")
    String allStatements();

    @Message("Statements of pools")
    String statements();

    @Message("No pool with goods of yours has been settled yet.")
    String noStatements();

    @Message("Product")
    String product();

    @Message("Week")
    String period();

    @Message("Your goods")
    String gross();

    @Message("Advances")
    String advances();

    @Message("Payable")
    String payable();

    @Message("Annual statements")
    String annual();

    @Message("Annual statement {year} (PDF)")
    String annualFor(int year);

    @Message("Statement: {product}, {week}")
    String statement(String product, String week);

    @Message("What the pool has paid for each grade of your goods. Every number can be checked: the lines add up "
            + "to the sum below them.")
    String intro2();

    @Message("Grade")
    String grade();

    @Message("Quantity")
    String quantity();

    @Message("Factor of the grade")
    String factor();

    @Message("Counted as units of the first grade")
    String equivalents();

    @Message("share kept as originator of a shared commitment")
    String keptAsOriginator();

    @Message("share left to the originator of a shared commitment")
    String leftToOriginator();

    @Message("The pool")
    String pool();

    @Message("Paid by partners")
    String poolReceipts();

    @Message("Less the firm's margin ({share})")
    String poolMargin(String share);

    @Message("Less {what} (evidence: {evidence})")
    String poolCost(String what, String evidence);

    @Message("Carried from before")
    String poolCarryIn();

    @Message("Left over and carried on (lines of all producers: {lines})")
    String poolCarryOut(int lines);

    @Message("Divided among all producers")
    String poolNet();

    @Message("By equivalents of all producers")
    String poolEquivalents();

    @Message("A line gets what is divided, times its equivalents, divided by those of all producers, rounded down:"
            + " every producer gets the same for the same grade.")
    String poolRule();

    @Message("Statement as a file that can be computed anew (CSV)")
    String file();

    @Message("Statement as PDF")
    String asPdf();

    @Message("Digest of these figures, the same for every producer of the pool and held by the books")
    String digest();

    @Message("Less what the pool has paid you before")
    String lessPaidBefore();

    @Message("You owe it, since goods of yours were recalled")
    String chargedAfterRecall();

    @Message("Sum of the lines")
    String sum();

    @Message("Less advances paid before")
    String lessAdvances();

    @Message("Payable to you")
    String isPayable();

    @Message("What partners paid for your goods, your business volume")
    String volume();

    @Message("As the books owe it")
    String bookedAs();

    @Message("Stated")
    String statedAt();

    @Message("Less what was set off against your debts")
    String lessSetOff();

    @Message("Paid")
    String paidAt();

    @Message("Not paid yet")
    String notPaid();

    @Message("Reference of the bank")
    String reference();

    @Message("Payment")
    String payment();

    @Message("Held, because")
    String heldBecause();

    @Message("Account")
    String iban();

    @Message("Returned by the bank")
    String returned();

    @Message("Owed again by another payment")
    String replaced();

    @Message("What has become of it")
    String history();

    @Message("Back to money")
    String back();

    @Message("Annual statement {year}")
    String annualTitle(int year);

    @Message("Drawn up on {day} from the books. Positive amounts are yours, negative ones are owed by you.")
    String annualDrawnUp(String day);

    @Message("Your share")
    String annualShare();

    @Message("Shares held: {shares}. On {day} one share is worth {amount}, one of {members} equal ones.")
    String annualShareValue(int shares, String day, String amount, long members);

    @Message("Accounts")
    String annualAccounts();

    @Message("Opening")
    String annualOpening();

    @Message("Moved")
    String annualMoved();

    @Message("Closing")
    String annualClosing();

    @Message("Entries")
    String annualEntries();

    @Message("No.")
    String annualEntry();

    @Message("Day")
    String annualDay();

    @Message("{count} more entries are in your account on line.")
    String annualLeftOut(long count);

    @Message("Pool of {product}, {week}")
    String poolOf(String product, String week);

    @Message("Tax of document {number}")
    String taxOf(String number);

    @Message("Advance on {product}, grade {grade}")
    String advanceOn(String product, String grade);

    @Message("What you owe the firm")
    String owedByYou();

    @Message(
            "What is due is set off against what the firm pays you next, before anything goes to your bank; nothing is set off that is not due. Parts of the price of your share are due on their days, what a recall has cost and advances on goods that are lost at once.")
    String owedByYouText();

    @Message("In all")
    String owedInAll();

    @Message("Of it due: set off next")
    String owedNow();

    @Message("What for: the entries of your account")
    String owedFor();
}
