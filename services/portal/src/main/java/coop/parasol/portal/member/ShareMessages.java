package coop.parasol.portal.member;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a member's pages about its share and the books. */
@MessageBundle("share")
interface ShareMessages {

    @Message("My share")
    String title();

    @Message("You own one of {members} equal shares: 1/{members} of the firm.")
    String part(long members);

    @Message("It is worth now")
    String value();

    @Message("Share certificate")
    String certificate();

    @Message("Issued")
    String issuedAt();

    @Message("Cancelled")
    String cancelledAt();

    @Message("The numbers behind it")
    String numbers();

    @Message("Net book value of the firm")
    String netBookValue();

    @Message("Less the indivisible reserve")
    String reserve();

    @Message("Less patronage capital of all members")
    String allCapital();

    @Message("Less what cannot be divided evenly")
    String remainder();

    @Message("Divided by members")
    String divided();

    @Message("Value of one share")
    String shareValue();

    @Message("What is yours")
    String yours();

    @Message("Your equal share")
    String equalShare();

    @Message("Patronage capital")
    String capital();

    @Message("Your debts")
    String debts();

    @Message("Owed to you now")
    String payable();

    @Message("Patronage capital by year")
    String capitalByYear();

    @Message("Your patronage capital by the year it comes from")
    String capitalPicture();

    @Message("You have no patronage capital yet. It comes from the close of a period with a surplus.")
    String noCapital();

    @Message("Year")
    String year();

    @Message("Business volume")
    String volume();

    @Message("Bonus")
    String bonus();

    @Message("Of it paid out")
    String cash();

    @Message("Kept as capital")
    String kept();

    @Message("Is paid out on")
    String revolvesOn();

    @Message("State")
    String state();

    @Message("Entries that concern me")
    String entries();

    @Message("Every entry of the books that concerns you, newest first.")
    String entriesIntro();

    @Message("There are no entries yet.")
    String noEntries();

    @Message("Entry")
    String entry();

    @Message("Booked")
    String bookedOn();

    @Message("What")
    String what();

    @Message("Account")
    String account();

    @Message("Amount")
    String amount();

    @Message("Balance")
    String balance();

    @Message("yours")
    String yourPart();

    @Message("Share register")
    String register();

    @Message("Every share that was ever issued. Each member has one.")
    String registerIntro();

    @Message("No share has been issued yet.")
    String noShares();

    @Message("Holder")
    String holder();

    @Message("The books")
    String books();

    @Message("What the firm has, owes and earns, as every owner may see it.")
    String booksIntro();

    @Message("At the end of the day")
    String day();

    @Message("Show")
    String show();

    @Message("Balance sheet of {day}")
    String balanceSheet(String day);

    @Message("Assets")
    String assets();

    @Message("Liabilities")
    String liabilities();

    @Message("Equity")
    String equity();

    @Message("Total")
    String total();

    @Message("Result of the open period")
    String openResult();

    @Message("Income statement from {first} to {last}")
    String incomeStatement(String first, String last);

    @Message("Income")
    String income();

    @Message("Expenses")
    String expenses();

    @Message("Result")
    String result();

    @Message("Last check of the books")
    String check();

    @Message("Checked")
    String checkedAt();

    @Message("Everything holds")
    String right();

    @Message("Something does not hold")
    String wrong();

    @Message("Every entry adds up to nothing")
    String sumsToZero();

    @Message("Assets less liabilities are the equity")
    String equation();

    @Message("Every member has one share")
    String oneEach();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("Trial balance")
    String trialBalance();

    @Message("Number")
    String code();

    @Message("Kind")
    String kind();

    @Message("Proof of the books")
    String proof();

    @Message("The books as a chain of hashes, with your own entries in full and digests of all others. Keep the "
            + "file: with a later one it proves that nothing was changed between them. How to check it is in the "
            + "guide.")
    String proofIntro();

    @Message("Download the proof (JSON)")
    String downloadProof();

    @Message("Download as a table (CSV)")
    String downloadTable();

    @Message("Bylaws in force")
    String bylaws();

    @Message("Leave the firm")
    String leave();

    @Message("See the trial balance")
    String seeTrialBalance();
}
