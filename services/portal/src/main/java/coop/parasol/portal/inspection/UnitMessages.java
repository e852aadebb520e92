package coop.parasol.portal.inspection;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages on which an inspection is recorded. */
@MessageBundle("inspectionUnits")
interface UnitMessages {

    @Message("Totals of lot {lot}")
    String totalsOfLot(String lot);

    @Message(
            "Look at all units of the sample ({n}) and say how many failed. Units that were recorded one by one are replaced by these totals.")
    String lookAtAllUnits(Integer n);

    @Message("{name}: how many of the {n} units")
    String howManyOfThe(String name, int n);

    @Message("(every defect counts, not every unit)")
    String everyDefectCountsNot();

    @Message("Save the totals")
    String saveTheTotals();

    @Message("Your inspection is submitted, or the batch awaits none; nothing can be changed here.")
    String yourInspectionIsSubmitted();

    @Message("Back to the tasks, without saving")
    String backToTheTasks();

    @Message("Instruments, grade and remarks")
    String instrumentsGradeAndRemarks();

    @Message("Lot {lot}, {product}")
    String lot(String lot, String product);

    @Message("The quality desk has registered no instrument; nothing is entered here.")
    String theQualityDeskHas();

    @Message("none")
    String noneWord();

    @Message("calibration has run out")
    String calibrationHasRunOut();

    @Message("Measured on")
    String measuredOn();

    @Message("Grade")
    String grade();

    @Message("The best first. The standard leaves the grade to you.")
    String theBestFirstThe();

    @Message("choose")
    String choose();

    @Message("The grade follows from the standard's rules.")
    String theGradeFollowsFrom();

    @Message("Remarks")
    String remarks();

    @Message("Save")
    String save();

    @Message("Photos and documents")
    String photosAndDocuments();

    @Message("Remove {name}")
    String remove(String name);

    @Message("No photo or document is attached yet.")
    String noPhotoOrDocument();

    @Message("No photo or document of yours is attached yet.")
    String noPhotoOrDocumentOfYours();

    @Message("Photo or document")
    String photoOrDocument();

    @Message("JPEG, PNG or PDF, up to 5 MB.")
    String jpegPngOrPdf();

    @Message("What it shows")
    String whatItShows();

    @Message("Attach")
    String attach();

    @Message("Back to the tasks")
    String backToTheTasks2();

    @Message("Units of lot {lot}, page {page} of {pages}")
    String unitsOfLotPage(String lot, int page, int pages);

    @Message(
            "A unit is good if you tick nothing. Tick what fails, type what you measure. Nothing is final before you submit.")
    String aUnitIsGood();

    @Message("Unit {n}")
    String unit(long n);

    @Message("Fails: {name}")
    String fails(String name);

    @Message("how many")
    String howMany();

    @Message("Outside its limits: counts as a defect")
    String outsideItsLimitsCounts();

    @Message("Looked at")
    String lookedAt();

    @Message("Save and go on")
    String saveAndGoOn();

    @Message("Save and finish")
    String saveAndFinish();

    @Message("All the others on this page are good: save and go on")
    String allTheOthersOn();

    @Message("Save and stop")
    String saveAndStop();

    @Message("Say how many were found, as a number; 0 if none.")
    String sayHowManyWere();

    @Message("not looked at")
    String notLookedAt();

    @Message("a value is missing")
    String aValueIsMissing();

    @Message("good")
    String good();

    @Message("with a defect")
    String withADefect();

    @Message("Choose or take a photo first.")
    String chooseOrTakeA();

    @Message("Unit {n}, {characteristic}: “{typed}” is no number; type one such as 12.5.")
    String isNoNumberType(long n, String characteristic, Object typed);
}
