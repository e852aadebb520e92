package coop.parasol.portal.quality;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the quality desk's pages about complaints and corrective actions. */
@MessageBundle("qualityCase")
interface QualityCaseMessages {

    @Message("Complaint about lot {lot}")
    String complaintAboutLot(String lot);

    @Message("State")
    String state();

    @Message("What the partner says")
    String whatThePartnerSays();

    @Message("Defect class")
    String defectClass();

    @Message("Quantity")
    String quantity();

    @Message("Product")
    String product();

    @Message("Lot")
    String lot();

    @Message("Certificate")
    String certificate();

    @Message("Producer")
    String producer();

    @Message("Reported")
    String reported();

    @Message("Lot suspended")
    String lotSuspended();

    @Message("by this decision")
    String byThisDecision();

    @Message("Decided")
    String decided();

    @Message("Answer")
    String answer();

    @Message("Suspend the lot")
    String suspendTheLot();

    @Message("It takes effect at once and by one person. A reinstatement undoes it.")
    String itTakesEffectAt();

    @Message("Reason, which producers and partners read")
    String reasonWhichProducersAnd();

    @Message("Decide")
    String decide();

    @Message("Is the complaint right?")
    String isTheComplaintRight();

    @Message("choose")
    String choose();

    @Message("Yes, uphold it")
    String yesUpholdIt();

    @Message("No, dismiss it")
    String noDismissIt();

    @Message("Answer, which the partner reads")
    String answerWhichThePartner();

    @Message("Check the decision")
    String checkTheDecision();

    @Message("Ask the producer for a corrective action")
    String askTheProducerFor();

    @Message("All complaints")
    String allComplaints();

    @Message("Complaints")
    String complaints();

    @Message("All")
    String all();

    @Message("Open")
    String open();

    @Message("Upheld")
    String upheld();

    @Message("Dismissed")
    String dismissed();

    @Message("Show")
    String show();

    @Message("No complaint is like this. Choose all states to see more.")
    String noComplaintIsLike();

    @Message("Ask for a corrective action")
    String askForACorrective();

    @Message("What is to be changed, and why")
    String whatIsToBe();

    @Message("Answer due on")
    String answerDueOn();

    @Message("Send the request")
    String sendTheRequest();

    @Message("All corrective actions")
    String allCorrectiveActions();

    @Message("Corrective action for {product}")
    String correctiveActionFor(String product);

    @Message("What the desk asked for")
    String whatTheDeskAsked();

    @Message("Complaint")
    String complaint();

    @Message("the complaint that it is about")
    String theComplaintThatIt();

    @Message("Cause")
    String cause();

    @Message("What is changed")
    String whatIsChanged();

    @Message("Who sees to it")
    String whoSeesToIt();

    @Message("Due")
    String due();

    @Message("overdue")
    String overdue();

    @Message("Announced")
    String announced();

    @Message("Reason")
    String reason();

    @Message("Proof")
    String proof();

    @Message("Finding")
    String finding();

    @Message("Accept or refuse")
    String acceptOrRefuse();

    @Message("If you accept it, the producer’s product is inspected again, tightened.")
    String ifYouAcceptIt();

    @Message("Accept")
    String accept();

    @Message("Why it is not enough; the producer reads it and may announce another")
    String whyItIsNot();

    @Message("Refuse")
    String refuse();

    @Message("Has it worked?")
    String hasItWorked();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("What you have found")
    String whatYouHaveFound();

    @Message("Record the finding")
    String recordTheFinding();

    @Message("Corrective actions")
    String correctiveActions();

    @Message("Overdue only")
    String overdueOnly();

    @Message("No corrective action is like this. Choose all states to see more.")
    String noCorrectiveActionIs();

    @Message("Choose whether the complaint is right.")
    String chooseWhetherTheComplaint();

    @Message("Write what the partner reads.")
    String writeWhatThePartner();

    @Message("Uphold the complaint")
    String upholdTheComplaint();

    @Message("Dismiss the complaint")
    String dismissTheComplaint();

    @Message("The partner and the producer read the decision at once. It does not change any more.")
    String thePartnerAndThe();
}
