package coop.parasol.portal.pricing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages on which price lists are drafted, read from files, changed as a whole and compared. */
@MessageBundle("priceLists")
public interface PriceListMessages {

    @Message("Product, grade, tier, from quantity, unit, unit price, and if you like the days from and until which it "
            + "is valid, such as 2026-12-01, and for how many units the price is: 1, 100 or 1000. Or with a first line that "
            + "names the columns: product, grade, tier, partnerGroup, partnerId, minimumQuantity, unit, unitPrice, per, "
            + "validFrom, validUntil. Separated by commas, semicolons or tabs, as a spreadsheet copies them.")
    String columnsOfPrices();

    @Message("Standard costs, one a line")
    String standardCosts();

    @Message(
            "Product, grade, cost of a unit, and if you like for how many units it is: 1, 100 or 1000. No price may be below "
                    + "it without a reason.")
    String columnsOfCosts();

    @Message("Why prices are below the standard cost")
    String whyBelowCost();

    @Message("Whoever publishes the list sees it.")
    String whyBelowCostHint();

    @Message("Lines that are wrong")
    String linesThatAreWrong();

    @Message("Nothing of the list is stored until all its lines are right.")
    String nothingIsStored();

    @Message("Line")
    String lineOfTheFile();

    @Message("Column")
    String column();

    @Message("Code")
    String code();

    @Message("What is wrong")
    String whatIsWrong();

    @Message("For whom")
    String whomItIsFor();

    @Message("Valid until")
    String validUntil();

    @Message("Cost of a unit")
    String unitCost();

    @Message("Change all prices by a percentage")
    String changeAllPrices();

    @Message("Makes a draft of the prices in force with every price changed; a colleague publishes it.")
    String changeMakesADraft();

    @Message("Percent, such as 3.5 or -2")
    String percent();

    @Message("Rounded to a multiple of")
    String grid();

    @Message("Such as 0.05; half is rounded up.")
    String gridHint();

    @Message("Empty for all tiers. Prices of groups and of single partners are changed only where you name them.")
    String allTiers();

    @Message("Or a group of partners")
    String orGroup();

    @Message("Or one partner")
    String orPartner();

    @Message("Compared with the prices in force")
    String comparedWithInForce();

    @Message("A price that is missing in the draft stays in force.")
    String missingStays();

    @Message("In force")
    String before();

    @Message("Draft")
    String after();

    @Message("Change")
    String change();

    @Message("Prices as a file (CSV)")
    String asAFile();

    @Message("Standard costs")
    String standardCostsOfList();

    @Message("No single partner")
    String noPartner();

    @Message("The pools of the last 52 weeks by this draft")
    String lastSeason();

    @Message(
            "What partners have accepted and paid, priced anew by the draft: for the same partner, grade and ordered quantity. Where the draft has no price that would apply, what was received stays. Margin, costs and carry are those of the pool.")
    String lastSeasonIntro();

    @Message("No pool of these products was settled in the last 52 weeks.")
    String noPoolsLastSeason();

    @Message("Pools as a file")
    String poolsAsFile();

    @Message("Pool price")
    String poolPriceWas();

    @Message("By the draft")
    String poolPriceWould();

    @Message("Sold and paid")
    String soldUnits();

    @Message("Of it priced anew")
    String repricedUnits();

    @Message("Receipts")
    String receiptsWere();

    @Message("Receipts by the draft")
    String receiptsWould();

    @Message("You have typed lines and chosen a file. Send one of the two.")
    String fileOrLines();

    @Message("The file is no CSV in UTF-8, or it is longer than 1 MB. Save the spreadsheet as CSV UTF-8.")
    String fileIsNoCsv();

    @Message("New tiers")
    String newTiers();

    @Message(
            "Tiers of this list that no partner has yet, such as EXPORT. A tier that is neither known nor named here is refused.")
    String newTiersHint();
}
