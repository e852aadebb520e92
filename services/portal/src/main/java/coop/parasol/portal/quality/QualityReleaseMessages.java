package coop.parasol.portal.quality;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the quality desk's pages about releases of rejected lots. */
@MessageBundle("qualityRelease")
interface QualityReleaseMessages {

    @Message("lot {lot}")
    String lot(String lot);

    @Message("State")
    String state();

    @Message("Grade")
    String grade();

    @Message("Reason")
    String reason();

    @Message("Proposed")
    String proposed();

    @Message("{time} by {who}")
    String by(String time, String who);

    @Message("Decided")
    String decided();

    @Message("by {who}")
    String by2(String who);

    @Message("The batch")
    String theBatch();

    @Message("Product")
    String product();

    @Message("Lot")
    String lot2();

    @Message("Quantity")
    String quantity();

    @Message("Why it was rejected")
    String whyItWasRejected();

    @Message("Found")
    String found();

    @Message("Inspection {n}")
    String inspection(int n);

    @Message("You have proposed it. Another person of the desk approves it.")
    String youHaveProposedIt();

    @Message(
            "When you approve it, the lot is certified, and its certificate says so. It cannot be undone, other than by a suspension or recall.")
    String whenYouApproveIt();

    @Message("Approve the release")
    String approveTheRelease();

    @Message("Withdraw the proposal")
    String withdrawTheProposal();

    @Message("All releases")
    String allReleases();

    @Message("Propose to sell a rejected lot")
    String proposeToSellA();

    @Message(
            "A second person of the desk approves it; neither of you has inspected the lot. Until then you can withdraw it.")
    String aSecondPersonOf();

    @Message("Number of the batch")
    String numberOfTheBatch();

    @Message("Kind")
    String kind();

    @Message("Concession: it deviates from the standard and is sold as such")
    String concessionItDeviatesFrom();

    @Message("Downgrade: it is sold in a lower grade")
    String downgradeItIsSold();

    @Message("Reason, which stands on the certificate")
    String reasonWhichStandsOn();

    @Message("Propose it")
    String proposeIt();

    @Message("Releases of rejected lots")
    String releasesOfRejectedLots();

    @Message("Propose one from the page of a rejected batch.")
    String proposeOneFromThe();

    @Message("Rejected batches")
    String rejectedBatches();

    @Message("No release was ever proposed.")
    String noReleaseWasEver();
}
