package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a producer's pages about its quality. */
@MessageBundle("myquality")
interface RecordMessages {

    @Message("My quality")
    String title();

    @Message("How your lots have passed their first inspection, next to the median of all producers of the "
            + "network.")
    String intro();

    @Message("None of your lots has been inspected yet.")
    String none();

    @Message("Passed at first inspection")
    String firstPassYield();

    @Message("Median of the network")
    String networkMedian();

    @Message("There are too few producers for a median.")
    String noMedian();

    @Message("Inspected lots")
    String inspected();

    @Message("Reworked")
    String reworked();

    @Message("Scrapped")
    String scrapped();

    @Message("Held")
    String held();

    @Message("Trend by month")
    String trend();

    @Message("{product}: lots passed at first inspection by month; dashed: the network's median")
    String trendPicture(String product);

    @Message("Month")
    String month();

    @Message("Causes of rejections")
    String causes();

    @Message("No lot was rejected.")
    String noCauses();

    @Message("Defect")
    String defect();

    @Message("Rejected lots with it")
    String rejectedLots();

    @Message("Found")
    String foundUnits();

    @Message("How severely you are inspected")
    String severity();

    @Message("Class of defects")
    String defectClass();

    @Message("State")
    String state();

    @Message("Since")
    String since();

    @Message("Why")
    String reason();

    @Message("Switching score")
    String score();

    @Message("Inspection of this product is discontinued. Announce what you change about the cause, so that it "
            + "can be resumed.")
    String discontinued();

    @Message("Announce a corrective action")
    String announce();

    @Message("Control charts")
    String charts();

    @Message("What was measured on your lots, with the limits of your own process. A large point is out of "
            + "control.")
    String chartsIntro();

    @Message("There are no measured values yet.")
    String noCharts();

    @Message("{product}, {characteristic}: control chart of lots")
    String chartPicture(String characteristic, String product);

    @Message("preliminary limits")
    String preliminary();

    @Message("In control")
    String inControl();

    @Message("Out of control")
    String outOfControl();

    @Message("Limits of the process")
    String limits();

    @Message("Limits of the standard")
    String specification();

    @Message("Capability")
    String capability();

    @Message("Lot")
    String lot();

    @Message("Mean")
    String mean();

    @Message("Range")
    String range();

    @Message("The numbers")
    String table();

    @Message("Complaints")
    String complaints();

    @Message("What partners have complained about in your lots. Who it was is not shown.")
    String complaintsIntro();

    @Message("There are no complaints about your lots.")
    String noComplaints();

    @Message("Complaint about lot {lot}")
    String complaint(String lot);

    @Message("What is wrong")
    String description();

    @Message("Quantity")
    String quantity();

    @Message("Reported")
    String reportedAt();

    @Message("Decided")
    String decidedAt();

    @Message("Answer of the quality desk")
    String answer();

    @Message("Not decided yet")
    String notDecided();

    @Message("See the lot")
    String seeLot();

    @Message("Product")
    String product();

    @Message("Corrective actions")
    String actions();

    @Message("What the quality desk has asked you to change, and what you have announced yourself.")
    String actionsIntro();

    @Message("No corrective action is asked of you, and you have announced none.")
    String noActions();

    @Message("Corrective action for {product}")
    String action(String product);

    @Message("Asked by the quality desk")
    String request();

    @Message("The cause")
    String cause();

    @Message("Why the defects have come about.")
    String causeHint();

    @Message("What you change")
    String whatChanges();

    @Message("Who sees to it")
    String owner();

    @Message("Done and proven by")
    String dueOn();

    @Message("overdue")
    String overdue();

    @Message("Announced")
    String announcedAt();

    @Message("Decided")
    String accepted();

    @Message("The proof")
    String proof();

    @Message("What shows that it is done and works: measurements, lots, changes of the process.")
    String proofHint();

    @Message("Proven")
    String provenAt();

    @Message("Finding of the quality desk")
    String finding();

    @Message("Verified")
    String verifiedAt();

    @Message("Answer the request")
    String answerTitle();

    @Message("Send the answer")
    String sendAnswer();

    @Message("Prove that it works")
    String proveTitle();

    @Message("Send the proof")
    String sendProof();

    @Message("Announce")
    String sendAnnouncement();

    @Message("Announce a corrective action")
    String announceTitle();

    @Message("Where inspection of your product is discontinued: say what was wrong and what you have changed. The "
            + "quality desk decides whether it is resumed.")
    String announceWhat();
}
