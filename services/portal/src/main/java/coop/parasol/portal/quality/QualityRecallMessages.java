package coop.parasol.portal.quality;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the quality desk's pages about suspensions and recalls. */
@MessageBundle("qualityRecall")
interface QualityRecallMessages {

    @Message("class {name}")
    String classWord(String name);

    @Message("State")
    String state();

    @Message("Number")
    String number();

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

    @Message("Lots")
    String lots();

    @Message("Product")
    String product();

    @Message("Characteristic of the standard")
    String characteristicOfTheStandard();

    @Message("Certified from")
    String certifiedFrom();

    @Message("Certified before")
    String certifiedBefore();

    @Message("What it would concern now")
    String whatItWouldConcern();

    @Message(
            "Certified batches: {n}. Batches without a certificate yet: {undecided}; of those suspended now: {suspended}. Producers concerned: {producers}.")
    String certifiedBatchesBatchesWithout(long n, long undecided, long suspended, int producers);

    @Message("Not found: {lots}. Check how these lots are written.")
    String notFoundCheckHow(String lots);

    @Message("Made of these lots")
    String madeOf();

    @Message(
            "These lots were made of lots that the decision concerns, as their producers say. It does not concern them:"
                    + " name them as well if they are to be held back.")
    String madeOfWhat();

    @Message("Lot of the brand")
    String brandLot();

    @Message("State now")
    String stateNow();

    @Message("Batches")
    String batches();

    @Message("Quantity")
    String quantity();

    @Message("You have proposed it. Another person of the desk approves it.")
    String youHaveProposedIt();

    @Message(
            "When you approve it, partners are told to take the goods back and the certificates end. It cannot be undone.")
    String whenYouApproveIt();

    @Message("Approve this recall?")
    String approveThisRecall();

    @Message("Approve the recall")
    String approveTheRecall();

    @Message("Withdraw the proposal")
    String withdrawTheProposal();

    @Message("How far it is")
    String howFarItIs();

    @Message("Done")
    String done();

    @Message("Under way")
    String underWay();

    @Message(
            "Certificates selected: {selected}; changed: {changed}; left as they were: {unchanged}. Batches without a certificate: {undecided}.")
    String certificatesSelectedChangedLeft(int selected, int changed, int unchanged, int undecided);

    @Message("Certificate")
    String certificate();

    @Message("Lot")
    String lot();

    @Message("Changed")
    String changed();

    @Message("not yet")
    String notYet();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("All suspensions and recalls")
    String allSuspensionsAndRecalls();

    @Message("Check what it concerns")
    String checkWhatItConcerns();

    @Message("What")
    String what();

    @Message("Certified through")
    String certifiedThrough();

    @Message("A second person of the desk approves the recall. Until then nothing changes, and you can withdraw it.")
    String aSecondPersonOf();

    @Message("It takes effect at once. A reinstatement undoes it.")
    String itTakesEffectAt();

    @Message("It takes effect at once. A suspension undoes it.")
    String itTakesEffectAtOnceA();

    @Message("If the number of batches has changed by then, nothing happens and you see the new number.")
    String ifTheNumberOf();

    @Message("Propose the recall")
    String proposeTheRecall();

    @Message("Suspend these batches")
    String suspendTheseBatches();

    @Message("Reinstate these batches")
    String reinstateTheseBatches();

    @Message("Back, without doing it")
    String backWithoutDoingIt();

    @Message("Suspend, reinstate or recall")
    String suspendReinstateOrRecall();

    @Message(
            "A suspension holds batches at once; a reinstatement undoes it. A recall is proposed here and approved by a second person; it cannot be undone. You see which batches it concerns before anything happens.")
    String aSuspensionHoldsBatches();

    @Message("What to do")
    String whatToDo();

    @Message("Suspend")
    String suspend();

    @Message("Reinstate")
    String reinstate();

    @Message("Propose a recall")
    String proposeARecall();

    @Message("Class of the recall")
    String classOfTheRecall();

    @Message("Only for a recall")
    String onlyForARecall();

    @Message("none")
    String noneWord();

    @Message("I: may harm seriously")
    String iMayHarmSeriously();

    @Message("II: may harm for a time")
    String iiMayHarmFor();

    @Message("III: does not harm, but breaks the standard")
    String iiiDoesNotHarm();

    @Message("Reason, which producers and partners read")
    String reasonWhichProducersAnd();

    @Message("Which batches: all that fit everything you fill in")
    String whichBatchesAllThat();

    @Message("See which batches it concerns")
    String seeWhichBatchesIt();

    @Message("Suspensions and recalls")
    String suspensionsAndRecalls();

    @Message("Nothing was ever suspended or recalled.")
    String nothingWasEverSuspended();

    @Message("Certificates")
    String certificates();

    @Message("Say why; producers and partners read it.")
    String sayWhyProducersAnd();

    @Message("A recall has a class; a suspension and a reinstatement have none.")
    String aRecallHasA();

    @Message("This is no day; write it as 2026-11-30.")
    String thisIsNoDay();

    @Message("Producers that it hits:")
    String producersItHits();

    @Message("Producer")
    String producer();

    @Message("One a line: the producer’s lot, or the brand’s that stands on the goods")
    String lotsOneALine();

    @Message("Batches without a certificate")
    String withoutCertificate();

    @Message("It would concern no batch, so there is nothing to decide.")
    String concernsNothing();

    @Message("Choose other batches")
    String chooseOthers();
}
