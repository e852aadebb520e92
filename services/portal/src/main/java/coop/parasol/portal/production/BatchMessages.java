package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a producer's pages about its batches. */
@MessageBundle("lots")
interface BatchMessages {

    @Message("Batches")
    String batches();

    @Message("Show")
    String show();

    @Message("Commitment of {product}")
    String commitment(String product);

    @Message("Go back and change nothing")
    String back();

    @Message("No batches are listed. Report one when you have made it, or choose another filter.")
    String noBatches();

    @Message("Report a batch")
    String reportBatch();

    @Message("Report many at once")
    String reportMany();

    @Message("Lot")
    String lot();

    @Message("Your own number; it is never used twice.")
    String lotHint();

    @Message("Product")
    String product();

    @Message("Quantity")
    String quantity();

    @Message("Made on")
    String madeOn();

    @Message("Best before")
    String bestBefore();

    @Message("Leave it empty for the latest day that the standard allows.")
    String bestBeforeHint();

    @Message("How it is made")
    String route();

    @Message("The process in your own words, for example cold process.")
    String routeHint();

    @Message("For the commitment")
    String forCommitment();

    @Message("For none")
    String noCommitment();

    @Message("Choose")
    String choose();

    @Message("State")
    String state();

    @Message("Any state")
    String anyState();

    @Message("Reason")
    String reason();

    @Message("Grade")
    String grade();

    @Message("Certificate")
    String certificate();

    @Message("Reported")
    String reportedAt();

    @Message("Lot of the brand")
    String brandLot();

    @Message("Sorted out of another batch of yours")
    String sortedFrom();

    @Message("See that batch")
    String seeThat();

    @Message("What to do")
    String whatToDo();

    @Message("This lot did not pass. It may be mended or sorted and inspected once more, or given up.")
    String rejectedWhat();

    @Message("The quality desk has suspended this lot. Do not sell or move it. You are told here when it is "
            + "decided.")
    String suspendedWhat();

    @Message("This lot is recalled. Do what the reason says, and answer the quality desk.")
    String recalledWhat();

    @Message("Quality is about to receive this lot. Open this page again in a moment.")
    String onItsWay();

    @Message("The sorting is announced: what is good is a lot of its own, this one, and is inspected again.")
    String sorted();

    @Message("Its page is being made and opens by itself in a moment.")
    String sortedWaits();

    @Message("Say how many are good, as a number above zero.")
    String goodMissing();

    @Message("This lot waits for its inspection. Keep it complete and where it can be sampled.")
    String waitingWhat();

    @Message("Inspection of this product is discontinued until a corrective action of yours is accepted.")
    String heldWhat();

    @Message("Announce a corrective action")
    String announceAction();

    @Message("This lot waits until a standard of its product is published.")
    String standardWhat();

    @Message("This lot is certified, and may be sold under its certificate.")
    String certifiedWhat();

    @Message("Inspection")
    String inspection();

    @Message("Inspected")
    String inspectedAt();

    @Message("Remarks of the auditor")
    String remarks();

    @Message("Class of defects")
    String defectClass();

    @Message("Severity")
    String severity();

    @Message("Sample")
    String sampleSize();

    @Message("Accepted up to")
    String accepted();

    @Message("Found defective")
    String found();

    @Message("Rework it")
    String rework();

    @Message("Sort it")
    String sorting();

    @Message("Give it up")
    String scrapping();

    @Message("Rework lot {lot}")
    String reworkTitle(String lot);

    @Message("You repair the whole lot. A new sample is drawn, and the lot is inspected once more; there is no "
            + "third inspection. This cannot be undone.")
    String reworkWhat();

    @Message("What you do to mend it")
    String reworkDescription();

    @Message("Sort lot {lot}")
    String sortingTitle(String lot);

    @Message("You take out what is bad. The good part becomes a lot of its own and is inspected once more; the "
            + "rest is scrapped. This cannot be undone.")
    String sortingWhat();

    @Message("Good quantity")
    String good();

    @Message("How you sort it")
    String sortingDescription();

    @Message("Give up lot {lot}")
    String scrappingTitle(String lot);

    @Message("The whole lot is scrapped and is never sold under the brand. This cannot be undone.")
    String scrappingWhat();

    @Message("Why you give it up")
    String scrappingReason();

    @Message("Go on")
    String goOn();

    @Message("Check before it is done")
    String checkTitle();

    @Message("Announce the rework")
    String doRework();

    @Message("Announce the sorting")
    String doSorting();

    @Message("Give the lot up")
    String doScrapping();

    @Message("Lots")
    String lots();

    @Message("Up to 1,000 lots at once, a lot a line. Columns: product, lot, quantity, made on, how it is made, "
            + "best before, unit, number of the commitment, own lots that went into it, bought-in material, lots of other "
            + "members, own measurements, steps. All but the first five may be empty. Several things in one cell, such as "
            + "L-12; 40 | L-13; 5, have | between them. A first line may name the columns in another order: product, lot, "
            + "quantity, madeOn, route, bestBefore, unit, commitmentId, ownLots, boughtIn, certificates, measurements, "
            + "steps.")
    String manyIntro();

    @Message("HERBAL-SOAP; 2026-W48-001; 120; 2026-11-27; cold process")
    String manyExample();

    @Message("Example")
    String example();

    @Message("A file with comma-separated values (CSV)")
    String file();

    @Message("Or paste the lines of a spreadsheet")
    String lines();

    @Message("Mend these lines, and send them again")
    String linesRefused();

    @Message("Choose a file, or paste at least one line.")
    String noLines();

    @Message("These are more than {most} lines. Send them in parts.")
    String tooManyLines(int most);

    @Message("The first line names what is no column: {columns}. Call the columns as they stand above.")
    String unknownColumns(String columns);

    @Message("What became of each line")
    String answers();

    @Message("All lines are reported.")
    String allReported();

    @Message("Lines that were refused: {refused}. The others are reported; below, only the refused ones are kept "
            + "to be mended.")
    String someRefused(long refused);

    @Message("Line")
    String line();

    @Message("Answer")
    String answer();

    @Message("Reported")
    String nowReported();

    @Message("Was reported before")
    String reportedBefore();

    @Message("Refused")
    String refused();

    @Message("Report the lots")
    String reportLots();

    @Message(
            "This lot is scrapped. It is not inspected any more and is never sold under the brand; keep it apart from goods that are sold.")
    String scrappedWhat();

    @Message("How it was mended")
    String reworked();

    @Message("Labels to print (PDF)")
    String labels();
}
