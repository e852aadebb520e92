package coop.parasol.portal.treasury;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the treasurer's pages. */
@MessageBundle("treasury")
public interface TreasuryMessages {
    @Message("Account")
    String account();

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

    @Message("Show")
    String show();

    @Message("Bank statements")
    String bankStatements();

    @Message("Prices of shares that are outstanding")
    String pricesOfSharesThat();

    @Message("Partners’ invoices")
    String partnersInvoices();

    @Message("Bank reference")
    String bankReference();

    @Message("Books")
    String books();

    @Message("Journal")
    String journal();

    @Message("Firm")
    String firm();

    @Message("Invoice")
    String invoice();

    @Message("Due on")
    String dueOn();

    @Message("Paid")
    String paid();

    @Message("Amount received")
    String amountReceived();

    @Message("Enter …")
    String enter();

    @Message("Draft")
    String draft();

    @Message("Lines")
    String lines();

    @Message("Reverse")
    String reverse();

    @Message("State")
    String state();

    @Message("Sum")
    String sum();

    @Message("Manual entries")
    String manualEntries();

    @Message("What for")
    String whatFor();

    @Message("Proposed by")
    String proposedBy();

    @Message("Manual entry")
    String manualEntry();

    @Message("A second treasurer approves it.")
    String aSecondTreasurerApproves();

    @Message("Approve …")
    String approve();

    @Message("Payable")
    String payable();

    @Message("Member")
    String member();

    @Message("Payment run")
    String paymentRun();

    @Message("Bank account")
    String bankAccount();

    @Message("Returned")
    String returned();

    @Message("History")
    String history();

    @Message("Payables")
    String payables();

    @Message("Surplus")
    String surplus();

    @Message("Capital revolves")
    String capitalRevolves();

    @Message("To the indivisible reserve")
    String toTheIndivisibleReserve();

    @Message("Limited returns")
    String limitedReturns();

    @Message("Bonuses")
    String bonuses();

    @Message("Of it in cash")
    String ofItInCash();

    @Message("Members")
    String members();

    @Message("Members: what they are owed, and their entries")
    String membersInTheBooks();

    @Message("Period")
    String period();

    @Message("Last day")
    String lastDay();

    @Message("Open")
    String open();

    @Message("Propose")
    String propose();

    @Message("Number of the recalled batch")
    String numberOfTheRecalled();

    @Message("Currency")
    String currency();

    @Message("Charge …")
    String charge();

    @Message("Drafted")
    String drafted();

    @Message("Payment runs")
    String paymentRuns();

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

    @Message("The close that a colleague has proposed, which you can approve.")
    String closesOfAColleague();

    @Message("Invoices whose payment has not come in.")
    String invoicesThatAreNotPaid();

    @Message("Amounts that are due, and in no payment run yet.")
    String openAmountsThatThe();

    @Message("Drafts of a colleague that you can approve.")
    String draftsOfAColleague();

    @Message("Entries of a colleague that you can approve.")
    String entriesOfAColleague();

    @Message("Invoices that a transfer has paid")
    String paymentsOfInvoices();

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
