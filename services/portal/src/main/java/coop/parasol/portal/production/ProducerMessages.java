package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a producer's first page and its pages about orders and commitments. */
@MessageBundle("producer")
interface ProducerMessages {

    @Message("Outlook")
    String outlook();

    @Message("Batches")
    String batches();

    @Message("Quality")
    String quality();

    @Message("Your work")
    String yourWork();

    @Message("Still wanted")
    String wanted();

    @Message("Wanted: {product}")
    String wantedOf(String product);

    @Message("would count for week {week} if you commit it, as orders and commitments are now.")
    String wantedText(int week);

    @Message("Nothing more would count for the next weeks that are open.")
    String nothingWanted();

    @Message("To make")
    String toMake();

    @Message("open commitments; due this week or before: {due}. Report the batches when they are made.")
    String dueText(long due);

    @Message("open commitments, all for later weeks.")
    String laterText();

    @Message("Rejected lots")
    String rejectedLots();

    @Message("lots did not pass. See why, and decide whether to rework, sort or scrap.")
    String rejectedText();

    @Message("What partners have ordered by week and expect to order beyond that, what members have committed for it,"
            + " and what nobody makes yet. Stock that an earlier week needs is not shown to a later one."
            + " Would still count is how much more of your commitments would count as things are now, however much others"
            + " have committed.")
    String outlookIntro();

    @Message("{product}: orders and forecasts against commitments by week")
    String outlookPicture(String product);

    @Message("No orders are open. Look again when partners have ordered, or look at another product.")
    String noOutlook();

    @Message("Orders")
    String orders();

    @Message("Forecasts beyond orders")
    String forecasts();

    @Message("Orders and forecasts")
    String ordersAndForecasts();

    @Message("Certified stock")
    String stock();

    @Message("Commitments")
    String commitments();

    @Message("Not covered")
    String uncovered();

    @Message("Would still count")
    String wouldCount();

    @Message("Week")
    String week();

    @Message("All products")
    String allProducts();

    @Message("Show")
    String show();

    @Message("Commit")
    String commit();

    @Message("Commit {product} for week {week}")
    String commitFor(String product, int week);

    @Message("A commitment says how much of a product you will make for a week. You can change or release it as "
            + "long as it is open.")
    String commitIntro();

    @Message("My commitments")
    String myCommitments();

    @Message("You have committed nothing yet. Look at the outlook for what is wanted.")
    String noCommitments();

    @Message("See what is wanted")
    String toOutlook();

    @Message("Reported")
    String reported();

    @Message("Commitment of {product}")
    String commitment(String product);

    @Message("Change the quantity")
    String changeCommitment();

    @Message("Not below what you have reported.")
    String changeHint();

    @Message("Release it")
    String releaseCommitment();

    @Message("Release the commitment of {product}?")
    String releaseTitle(String product);

    @Message("What you have not reported is released, and others may commit it. What you have reported stays. You "
            + "can commit again, if it is still wanted.")
    String releaseWhat();

    @Message("Release now")
    String releaseNow();

    @Message("Report a batch for it")
    String reportForIt();

    @Message("Go back and change nothing")
    String back();

    @Message("Product")
    String product();

    @Message("Quantity")
    String quantity();

    @Message("How it is made")
    String route();

    @Message("The process in your own words, for example cold process.")
    String routeHint();

    @Message("Choose")
    String choose();

    @Message("State")
    String state();

    @Message("planning frozen")
    String frozen();

    @Message("W{week}")
    String weekBrief(int week);

    @Message(
            "The planning of this week is frozen: the commitment is not changed, released or shared any more. You can hand it over to another member.")
    String frozenWhat();

    @Message("Grades of {product}:")
    String gradesOf(String product);
}
