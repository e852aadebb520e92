package coop.parasol.portal.inspection;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.util.UUID;

/** Words of the page of one inspection, with its tasks and its check. */
@MessageBundle("inspectionTasks")
interface TaskMessages {

    @Message("Check the inspection of lot {lot}")
    String checkTheInspectionOf(String lot);

    @Message("When you submit, this does not change any more, and the plans decide about this lot of {product}"
            + " (quantity {quantity}) as soon as all required inspections are there.")
    String whenYouSubmitThis(String quantity, String product);

    @Message("{#if n == 1}Totals of {n} unit{#else}Totals of {n} units{/if}")
    String totalsOfUnits(Integer n);

    @Message("Defect class")
    String defectClass();

    @Message("Found")
    String found();

    @Message("Accepted up to")
    String acceptedUpTo();

    @Message("Units in all: {all}; good: {good}; with a defect: {bad}")
    String unitsInAllGood(Integer all, long good, long bad);

    @Message("Characteristic")
    String characteristic();

    @Message("Units looked at")
    String unitsLookedAt();

    @Message("Failing")
    String failing();

    @Message("Grade")
    String grade();

    @Message("Measured on")
    String measuredOn();

    @Message("Remarks")
    String remarks();

    @Message("Submit the inspection")
    String submitTheInspection();

    @Message("It cannot be submitted yet: look at the tasks for what is missing.")
    String itCannotBeSubmitted();

    @Message("Nothing is recorded yet. Record the units first.")
    String nothingIsRecordedYet();

    @Message("Back to the tasks")
    String backToTheTasks();

    @Message("Inspection of lot {lot}")
    String inspectionOfLot(String lot);

    @Message("Product")
    String product();

    @Message("Quantity")
    String quantity();

    @Message("State")
    String state();

    @Message("Place")
    String place();

    @Message("Open {place} in the map app")
    String openInTheMap(String place);

    @Message("Due")
    String due();

    @Message("Claimed by you until")
    String claimedByYouUntil();

    @Message("What was reworked")
    String whatWasReworked();

    @Message("What to do")
    String whatToDo();

    @Message("Claim the batch")
    String claimTheBatch();

    @Message("Done")
    String done();

    @Message("Release the batch")
    String releaseTheBatch();

    @Message("Not claimed")
    String notClaimed();

    @Message("While you hold it, nobody else submits in your place.")
    String whileYouHoldIt();

    @Message("Claim it")
    String claimIt();

    @Message("Take out these units and look at them")
    String takeOutTheseUnits();

    @Message("Totals entered")
    String totalsEntered();

    @Message("Done: units {n}")
    String doneUnits(long n);

    @Message("Untouched")
    String untouched();

    @Message("Begun")
    String begun();

    @Message("Good: {good}. With a defect: {bad}. A value is missing: {incomplete}. Not looked at: {untouched}.")
    String goodWithADefect(long good, long bad, long incomplete, long untouched);

    @Message("Record the units")
    String recordTheUnits();

    @Message("Enter totals only")
    String enterTotalsOnly();

    @Message("Instruments, grade and remarks")
    String instrumentsGradeAndRemarks();

    @Message("The grade is missing")
    String theGradeIsMissing();

    @Message("Nothing is missing")
    String nothingIsMissing();

    @Message("Without an instrument so far: {names}.")
    String withoutAnInstrumentSo(String names);

    @Message("Enter instruments, grade and remarks")
    String enterInstrumentsGradeAnd();

    @Message("Photos and documents")
    String photosAndDocuments();

    @Message("Optional")
    String optional();

    @Message("Add or see photos")
    String addOrSeePhotos();

    @Message("Check and submit")
    String checkAndSubmit();

    @Message("Ready")
    String ready();

    @Message("Not possible yet")
    String notPossibleYet();

    @Message("It becomes possible when every unit has what its plans ask for, and the grade is given where the standard"
            + " leaves it to you.")
    String itBecomesPossibleWhen();

    @Message("Your draft was saved {time}.")
    String yourDraftWasSaved(String time);

    @Message("You have submitted your inspection")
    String youHaveSubmittedYour();

    @Message("Submitted {time} under number {id}. It does not change any more.")
    String submittedUnderNumberIt(String time, UUID id);

    @Message("The batch is not decided yet: another auditor has to submit too, or the quality desk looks at a draft.")
    String theBatchIsNot();

    @Message("Result")
    String result();

    @Message("Decided {time}.")
    String decided(String time);

    @Message("Certificate")
    String certificate();

    @Message("Units with a defect, which are not sold")
    String unitsWithADefect();

    @Message("Plans")
    String plans();

    @Message("Acceptable quality limit, %")
    String acceptableQualityLimit();

    @Message("Severity")
    String severity();

    @Message("Units")
    String units();

    @Message("Rejected from")
    String rejectedFrom();

    @Message("My work list")
    String myWorkList();

    @Message("The inspection was saved again since this page was made. These are its numbers now.")
    String theInspectionWasSaved();
}
