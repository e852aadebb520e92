package coop.parasol.portal.pricing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages about advances, of the pricing desk and of members. */
@MessageBundle("advances")
public interface AdvanceMessages {

    @Message("Advances")
    String title();

    @Message("What you were paid in advance for certified goods. Settlements deduct it when they pay for the goods.")
    String intro();

    @Message("Paid in advance")
    String granted();

    @Message("Deducted by settlements")
    String recovered();

    @Message("Not deducted any more, since goods were not sold")
    String declaredDue();

    @Message(
            "What of it was not paid to you yet is not paid. The rest you owe; it is taken off what the firm pays you next.")
    String declaredDueMeans();

    @Message("Still to be deducted")
    String outstanding();

    @Message("Of that, deducted by your next settlement")
    String dueNext();

    @Message("No batch of yours was certified under a rate of advances yet.")
    String none();

    @Message("Product")
    String product();

    @Message("Grade")
    String grade();

    @Message("Week of the commitment")
    String week();

    @Message("Decision")
    String decision();

    @Message("Quantity with an advance")
    String quantityWithAdvance();

    @Message("Rate")
    String rate();

    @Message("Advance")
    String amount();

    @Message("Decided")
    String decided();

    @Message("Batch")
    String batch();

    @Message("Advances on these goods")
    String ofAdvances();

    @Message("To be deducted")
    String dueNow();

    @Message("Deducted here")
    String deductedNow();

    @Message("Rates of advances")
    String rates();

    @Message(
            "A rate is a share of the lowest price that any tier pays. A colleague approves it; it holds for what is certified from then on.")
    String ratesIntro();

    @Message("Highest rate by the bylaws")
    String maximumRate();

    @Message("Limit of all advances by the bylaws")
    String limit();

    @Message("Outstanding of all members")
    String allOutstanding();

    @Message("Room that is left")
    String room();

    @Message("Used of the limit")
    String used();

    @Message("No rate was proposed yet.")
    String noRates();

    @Message("State")
    String state();

    @Message("Proposed")
    String proposed();

    @Message("Approved")
    String approved();

    @Message("A second person approves it.")
    String aSecondPersonApproves();

    @Message("Propose a rate")
    String proposeARate();

    @Message("Rate in per cent; 0 ends advances")
    String ratePercent();

    @Message("Weeks to look back")
    String weeksBack();

    @Message("Simulate")
    String simulate();

    @Message("What it would have advanced")
    String whatItWould();

    @Message("Batches certified")
    String batchesCertified();

    @Message("Batches with an advance")
    String batchesWithAdvance();

    @Message("Batches of which it is not known what counts")
    String batchesWithoutCounts();

    @Message("Quantity certified")
    String quantityCertified();

    @Message("Advances in all")
    String wouldHaveAdvanced();

    @Message("Used of the limit, with what is outstanding now")
    String usedThen();

    @Message("Approve …")
    String approve();

    @Message("Approve this rate?")
    String approveThisRate();

    @Message(
            "What is certified from now on gets advances by it, within what counts of commitments and the limit. What was certified before stays as it is.")
    String whatIsCertifiedFromNow();

    @Message("Approve")
    String approveIt();

    @Message("Proposals of a colleague that you may approve.")
    String proposalsOfAColleague();

    @Message("Rate of advances: {product}")
    String rateOf(String product);

    @Message("Withdraw")
    String withdraw();

    @Message("Withdrawn")
    String withdrawn();
}
