package coop.parasol.portal.quality;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the quality desk's pages about batches and certificates. */
@MessageBundle("qualityBatch")
interface QualityBatchMessages {

    @Message("Lot {lot}")
    String lot(String lot);

    @Message("Product")
    String product();

    @Message("Quantity")
    String quantity();

    @Message("State")
    String state();

    @Message("Producer")
    String producer();

    @Message("Reported")
    String reported();

    @Message("Its producer may correct it until")
    String correctedUntil();

    @Message("Best before")
    String bestBefore();

    @Message("Grade")
    String grade();

    @Message("Certificate")
    String certificate();

    @Message("Suspended")
    String suspended();

    @Message("by this decision")
    String byThisDecision();

    @Message("Reason")
    String reason();

    @Message("Plans")
    String plans();

    @Message("Defect class")
    String defectClass();

    @Message("Acceptable quality limit, %")
    String acceptableQualityLimit();

    @Message("Severity")
    String severity();

    @Message("Units")
    String units();

    @Message("Accepted up to")
    String acceptedUpTo();

    @Message("Rejected from")
    String rejectedFrom();

    @Message("Found")
    String found();

    @Message("Inspections")
    String inspections();

    @Message("Nobody has begun to inspect it.")
    String nobodyHasBegunTo();

    @Message("Auditor")
    String auditor();

    @Message("Inspection")
    String inspection();

    @Message("Saved")
    String saved();

    @Message("Submitted")
    String submitted();

    @Message("Remarks")
    String remarks();

    @Message("Assign an auditor")
    String assignAnAuditor();

    @Message("Assign the batch")
    String assignTheBatch();

    @Message("End this auditor’s claim")
    String endThisAuditorsClaim();

    @Message("Close the inspection")
    String closeTheInspection();

    @Message("All required inspections are submitted, and another auditor has a draft. If you let the plans decide now,"
            + " what the draft says so far counts as well.")
    String allRequiredInspectionsAre();

    @Message("Let the plans decide now")
    String letThePlansDecide();

    @Message("Other decisions")
    String otherDecisions();

    @Message("Suspend or recall this lot")
    String suspendOrRecallThis();

    @Message("Propose to sell it under a concession")
    String proposeToSellIt();

    @Message("Why the batch is given up")
    String whyTheBatchIs();

    @Message("Give up the batch")
    String giveUpTheBatch();

    @Message("Batches")
    String batches();

    @Message("All")
    String all();

    @Message("Lot")
    String lot2();

    @Message("Waits for the desk")
    String waitsForTheDesk();

    @Message("Show")
    String show();

    @Message("No batch is like this. Leave fields empty to see more.")
    String noBatchIsLike();

    @Message("waits for the desk")
    String waitsForTheDesk2();

    @Message("Certificates")
    String certificates();

    @Message("No certificate is like this. Leave fields empty to see more.")
    String noCertificateIsLike();

    @Message("Issued")
    String issued();

    @Message("Give up lot {lot}")
    String giveUpLot(Object lot);

    @Message("The batch is scrapped. It cannot be inspected or sold any more.")
    String theBatchIsScrapped();

    @Message("Give it up")
    String giveItUp();

    @Message("Signed by")
    String signed();

    @Message("Lot of the brand")
    String brandLot();

    @Message("Lot, the producer’s or the brand’s")
    String lotOrBrandLot();

    @Message("Nobody inspects it until it is reinstated.")
    String notInspectedUntil();

    @Message("Grade {grade}; proposed by {who}.")
    String proposedAndDecided(String grade, String who);

    @Message("Decided by {who}.")
    String decidedBy(String who);

    @Message("Release")
    String releases();
}
