package coop.parasol.portal.treasury;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the treasurer's pages. */
@MessageBundle("treasury")
public interface TreasuryMessages {

    @Message("Account")
    String account();

    @Message("Nothing is booked on it.")
    String nothingIsBookedOn();

    @Message("Entry")
    String entry();

    @Message("Day")
    String day();

    @Message("What")
    String what();

    @Message("Reference")
    String reference();

    @Message("By")
    String by();

    @Message("Amount")
    String amount();

    @Message("Balance")
    String balance();

    @Message("Balance sheet")
    String balanceSheet();

    @Message("At the end of")
    String atTheEndOf();

    @Message("Show")
    String show();

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

    @Message("Bank statements")
    String bankStatements();

    @Message("Statement of the bank (camt.053, XML)")
    String statementOfTheBank();

    @Message("What it says is paid or returned is marked so. The same statement again changes nothing.")
    String whatItSaysIs();

    @Message("Upload")
    String upload();

    @Message("Prices of shares that are outstanding")
    String pricesOfSharesThat();

    @Message("Partners’ invoices")
    String partnersInvoices();

    @Message("No statement was uploaded yet.")
    String noStatementWasUploaded();

    @Message("Bank reference")
    String bankReference();

    @Message("What became of it")
    String whatBecameOfIt();

    @Message("Books")
    String books();

    @Message("Income statement")
    String incomeStatement();

    @Message("Journal")
    String journal();

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

    @Message("Payment for a share")
    String paymentForAShare();

    @Message("Firm")
    String firm();

    @Message("Invoice")
    String invoice();

    @Message("Price of its share")
    String priceOfItsShare();

    @Message("Outstanding")
    String outstanding();

    @Message("Instalment")
    String instalment();

    @Message("Due on")
    String dueOn();

    @Message("Paid")
    String paid();

    @Message("Amount received")
    String amountReceived();

    @Message("Enter …")
    String enter();

    @Message("No admitted firm waits for its share.")
    String noAdmittedFirmWaits();

    @Message("Registration number")
    String registrationNumber();

    @Message("Admitted")
    String admitted();

    @Message("Instalments of members that have their share already are entered from the member’s page.")
    String instalmentsOfMembersThat();

    @Message("Draft a payment run")
    String draftAPaymentRun();

    @Message("It takes what is due, at most 2,000 payables, the longest due first. You or another treasurer "
            + "can withdraw the draft.")
    String itTakesWhatIs();

    @Message("Due until")
    String dueUntil();

    @Message("Draft")
    String draft();

    @Message("Lines")
    String lines();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("reverses {entry}")
    String reversesEntry(String entry);

    @Message("Reverse")
    String reverse();

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

    @Message("State")
    String state();

    @Message("Sum")
    String sum();

    @Message("Issued")
    String issued();

    @Message("Product")
    String product();

    @Message("Grade")
    String grade();

    @Message("Lot")
    String lot();

    @Message("Quantity")
    String quantity();

    @Message("Price")
    String price();

    @Message("recalled")
    String recalled();

    @Message("An invoice is paid in full and at once.")
    String anInvoiceIsPaid();

    @Message("Enter the payment …")
    String enterThePayment();

    @Message("No invoice was issued yet. One is issued when a shipment has arrived.")
    String noInvoiceWasIssued();

    @Message("Partner")
    String partner();

    @Message("Manual entries")
    String manualEntries();

    @Message("Propose an entry")
    String proposeAnEntry();

    @Message("None was proposed. Wages, rent and other expenses of the firm are entered here, by two " + "treasurers.")
    String noneWasProposedWages();

    @Message("What for")
    String whatFor();

    @Message("Proposed by")
    String proposedBy();

    @Message("Decided by")
    String decidedBy();

    @Message("Manual entry")
    String manualEntry();

    @Message("Reverses entry")
    String reversesEntry91();

    @Message("Number in the journal")
    String numberInTheJournal();

    @Message("A second treasurer approves it.")
    String aSecondTreasurerApproves();

    @Message("Approve …")
    String approve();

    @Message("Withdraw or turn down")
    String withdrawOrTurnDown();

    @Message("Propose to reverse it")
    String proposeToReverseIt();

    @Message("Payable")
    String payable();

    @Message("Member")
    String member();

    @Message("Set off")
    String setOff();

    @Message("Held because")
    String heldBecause();

    @Message("Payment run")
    String paymentRun();

    @Message("Bank account")
    String bankAccount();

    @Message("Returned")
    String returned();

    @Message("History")
    String history();

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

    @Message("Payables")
    String payables();

    @Message("any")
    String any();

    @Message("Nothing is like this. Payables come from settled pools, patronage, goods that were bought in, "
            + "and exits.")
    String nothingIsLikeThis();

    @Message("Limited return")
    String limitedReturn();

    @Message("Surplus")
    String surplus();

    @Message("Volume of members")
    String volumeOfMembers();

    @Message("Proposed")
    String proposed();

    @Message("Closed")
    String closed();

    @Message("Capital revolves")
    String capitalRevolves();

    @Message("Capital payable since")
    String capitalPayableSince();

    @Message("What it has brought each member")
    String whatItHasBrought();

    @Message("Volume")
    String volume();

    @Message("Bonus")
    String bonus();

    @Message("In cash")
    String inCash();

    @Message("Patronage capital")
    String patronageCapital();

    @Message("Make the patronage capital payable …")
    String makeThePatronageCapital();

    @Message("What a close would bring now")
    String whatACloseWould();

    @Message("Limited return, in hundredths of a percent")
    String limitedReturnInHundredths();

    @Message("To the indivisible reserve")
    String toTheIndivisibleReserve();

    @Message("Limited returns")
    String limitedReturns();

    @Message("Bonuses")
    String bonuses();

    @Message("Of it in cash")
    String ofItInCash();

    @Message("Undivided")
    String undivided();

    @Message("Loss covered by the reserve")
    String lossCoveredByThe();

    @Message("Loss per share")
    String lossPerShare();

    @Message("Members")
    String members();

    @Message("For each member")
    String forEachMember();

    @Message("Approve the close …")
    String approveTheClose();

    @Message("Withdraw the proposed close")
    String withdrawTheProposedClose();

    @Message("Propose to close it like this")
    String proposeToCloseIt();

    @Message("Financial periods")
    String financialPeriods();

    @Message("No period was opened yet. Open the first.")
    String noPeriodWasOpened();

    @Message("Period")
    String period();

    @Message("payable since")
    String payableSince();

    @Message("Open the next period")
    String openTheNextPeriod();

    @Message("First day, for the first period only")
    String firstDayForThe();

    @Message("Last day")
    String lastDay();

    @Message("Open")
    String open();

    @Message("It follows on the last one without a gap. It cannot be taken back.")
    String itFollowsOnThe();

    @Message("What is added to assets and expenses is positive, what is added to liabilities and income is "
            + "negative; the lines sum to zero. A second treasurer approves it.")
    String whatIsAddedTo();

    @Message("Line {number}")
    String lineNumber(String number);

    @Message("Propose")
    String propose();

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

    @Message("Number of the recalled batch")
    String numberOfTheRecalled();

    @Message("Currency")
    String currency();

    @Message("Charge …")
    String charge();

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

    @Message("Drafted")
    String drafted();

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

    @Message("Payment runs")
    String paymentRuns();

    @Message("What is due")
    String whatIsDue();

    @Message("No run was drafted yet. Draft one of what is due.")
    String noRunWasDrafted();

    @Message("Run")
    String run();

    @Message("Enter this payment for a share?")
    String enterThisPaymentFor();

    @Message("The first payment issues the share. It is entered once for each bank reference.")
    String theFirstPaymentIssues();

    @Message("Enter the payment")
    String enterThePayment182();

    @Message("Approve and post this entry?")
    String approveAndPostThis();

    @Message("A posted entry stays in the books; it can be reversed by another one.")
    String aPostedEntryStays();

    @Message("Approve and post")
    String approveAndPost();

    @Message("Has the bank paid this?")
    String hasTheBankPaid();

    @Message("The payment is booked. If the money comes back, you enter that on the same page.")
    String thePaymentIsBooked();

    @Message("Has this payment come back?")
    String hasThisPaymentCome();

    @Message("The payment is reversed in the books, and the amount is owed again.")
    String thePaymentIsReversed();

    @Message("Enter the return")
    String enterTheReturn();

    @Message("Reason")
    String reason();

    @Message("Close this period?")
    String closeThisPeriod();

    @Message("It is allotted as shown, and never opened again.")
    String itIsAllottedAs();

    @Message("Close the period")
    String closeThePeriod();

    @Message("Make the patronage capital payable?")
    String makeThePatronageCapitalPayable();

    @Message("It becomes payable to its members, the oldest period first, and is not taken back.")
    String itBecomesPayableTo();

    @Message("Make it payable")
    String makeItPayable();

    @Message("Charge this recall?")
    String chargeThisRecall();

    @Message("It is taken from what is kept back of the leaving member, and not given back.")
    String itIsTakenFrom();

    @Message("Charge")
    String charge200();

    @Message("Approve this payment run?")
    String approveThisPaymentRun();

    @Message("The bank pays what is in it. An approved run cannot be withdrawn.")
    String theBankPaysWhat();

    @Message("Approve and pay")
    String approveAndPay();

    @Message("Enter the payment of this invoice?")
    String enterThePaymentOf();

    @Message("It is booked as received for the pools of its goods, and not taken back.")
    String itIsBookedAs();

    @Message("Treasurer")
    String treasurer();

    @Message("{count} or more")
    String countOrMore(String count);

    @Message("Open amounts that the firm owes its members.")
    String openAmountsThatThe();

    @Message("Drafts of a colleague that you can approve.")
    String draftsOfAColleague();

    @Message("Entries of a colleague that you can approve.")
    String entriesOfAColleague();

    @Message("Shares")
    String shares();

    @Message("Firms that have been admitted and have to pay.")
    String firmsThatHaveBeen();

    @Message("Exits")
    String exits();

    @Message("Members that leave, with their claims.")
    String membersThatLeaveWith();

    @Message("Periods")
    String periods();
}
