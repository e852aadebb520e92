package coop.parasol.portal.pricing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pricing desk's pages. */
@MessageBundle("pricing")
public interface PricingMessages {

    @Message("Draft a price list")
    String draftAPriceList();

    @Message("A colleague publishes it; until then you can withdraw it.")
    String aColleaguePublishesIt();

    @Message("Prices, one a line")
    String pricesOneALine();

    @Message("Or a file with such lines")
    String orAFileWith();

    @Message("Currency")
    String currency();

    @Message("How much a grade counts in a pool, one a line")
    String howMuchAGrade();

    @Message("Product, grade, factor. The first grade has the factor 1.")
    String productGradeFactorThe();

    @Message("Draft")
    String draft();

    @Message("Draft a settlement")
    String draftASettlement();

    @Message("The draft shows how the pool would be divided. A colleague settles it.")
    String theDraftShowsHow();

    @Message("Product")
    String product();

    @Message("Week, such as 2026-W48")
    String weekSuchAs2026();

    @Message("Costs that are recovered from the pool, one a line")
    String costsThatAreRecovered();

    @Message(
            "What was paid for, the document that proves it, the amount: Freight, BILL-17, 300.00. Separated by commas, "
                    + "semicolons or tabs. Nothing where there are none; of a supplement only what is new.")
    String costsHint();

    @Message("What proves it")
    String evidence();

    @Message("Paid before")
    String paidBefore();

    @Message("Paid now")
    String paidNow();

    @Message("Charged after a recall")
    String charged();

    @Message("Earned of the pool")
    String earned();

    @Message("Supplement {number}")
    String supplement(int number);

    @Message(
            "More has come in for a pool that was settled: it is divided anew over all its goods and receipts, and each "
                    + "producer gets what it has earned less what it was paid before.")
    String aSupplementIs();

    @Message("Price list")
    String priceList();

    @Message("State")
    String state();

    @Message("Drafted")
    String drafted();

    @Message("Published by")
    String publishedBy();

    @Message("Published")
    String published();

    @Message("A second person publishes it.")
    String aSecondPersonPublishes();

    @Message("Publish …")
    String publish();

    @Message("Withdraw")
    String withdraw();

    @Message("Prices")
    String prices();

    @Message("Grade")
    String grade();

    @Message("Tier")
    String tier();

    @Message("From quantity")
    String fromQuantity();

    @Message("Unit price")
    String unitPrice();

    @Message("Valid from")
    String validFrom();

    @Message("when published")
    String whenPublished();

    @Message("How much a grade counts in a pool")
    String howMuchAGradeCounts();

    @Message("Factor")
    String factor();

    @Message("Price lists")
    String priceLists();

    @Message("No price list was drafted yet.")
    String noPriceListWas();

    @Message("Prices in force")
    String pricesInForce();

    @Message("Show")
    String show();

    @Message("No such price is in force. Draft a price list; a colleague publishes it.")
    String noSuchPriceIs();

    @Message("Pool")
    String pool();

    @Message("Settled by")
    String settledBy();

    @Message("Settled")
    String settled();

    @Message("Units, counted by grade")
    String unitsCountedByGrade();

    @Message("Pool price")
    String poolPrice();

    @Message("A second person settles it.")
    String aSecondPersonSettles();

    @Message("Settle …")
    String settle();

    @Message("From receipts to payout")
    String fromReceiptsToPayout();

    @Message("How the receipts of the pool are divided")
    String howTheReceiptsOf();

    @Message("The same as a table")
    String theSameAsA();

    @Message("What")
    String what();

    @Message("Amount")
    String amount();

    @Message("For each producer")
    String forEachProducer();

    @Message("Nobody has a part of it.")
    String nobodyHasAPart();

    @Message("Member")
    String member();

    @Message("Grades")
    String grades();

    @Message("Gross")
    String gross();

    @Message("Advances")
    String advances();

    @Message("To be paid")
    String toBePaid();

    @Message("Sales value")
    String salesValue();

    @Message("Settlements of pools")
    String settlementsOfPools();

    @Message("Producers’ statements")
    String producersStatements();

    @Message("No pool was settled yet. A pool is settled when what was sold of it is paid.")
    String noPoolWasSettled();

    @Message("Week")
    String week();

    @Message("Receipts")
    String receipts();

    @Message("No pool was settled yet.")
    String noPoolWasSettledYet();

    @Message("Line {number}: {what}")
    String lineNumberWhat(String number, String what);

    @Message("Publish this price list?")
    String publishThisPriceList();

    @Message("Partners order at these prices from the day on which they are valid. A published price is "
            + "replaced by a later list, not taken back.")
    String partnersOrderAtThese();

    @Message("Publish")
    String publish65();

    @Message("Pricing desk")
    String pricingDesk();

    @Message("Drafts of a colleague that you can publish.")
    String draftsOfAColleague();

    @Message("Settlements")
    String settlements();

    @Message("Drafts of a colleague that you can settle.")
    String draftsOfAColleagueThat();

    @Message("Carried in")
    String carriedIn();

    @Message("Margin")
    String margin();

    @Message("Costs")
    String costs();

    @Message("Payout")
    String payout();

    @Message("Carried on")
    String carriedOn();

    @Message("Settle this pool?")
    String settleThisPool();

    @Message("Every producer gets its statement, and is owed its part. It is not taken back.")
    String everyProducerGetsIts();

    @Message("Settle")
    String settle77();

    @Message("Producers")
    String producers();

    @Message("Withdrawn")
    String withdrawn();
}
