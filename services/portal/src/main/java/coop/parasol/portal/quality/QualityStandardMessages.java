package coop.parasol.portal.quality;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the quality desk's pages about standards. */
@MessageBundle("qualityStandard")
interface QualityStandardMessages {

    @Message("Standard of {product}")
    String standardOf(String product);

    @Message("Draft")
    String draft();

    @Message("drafted {time}")
    String drafted(String time);

    @Message("by {who}")
    String by(String who);

    @Message("version {n}")
    String version(Integer n);

    @Message("in force since {time}")
    String inForceSince(String time);

    @Message("Name")
    String name();

    @Message("Counted in")
    String countedIn();

    @Message("GTIN")
    String gtin();

    @Message("Acceptable quality limits, %")
    String acceptableQualityLimits();

    @Message("Inspection level")
    String inspectionLevel();

    @Message("Grades, the best first")
    String gradesTheBestFirst();

    @Message("Auditors for each batch")
    String auditorsForEachBatch();

    @Message("Inspection destroys units")
    String inspectionDestroysUnits();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("Re-inspection")
    String reInspection();

    @Message("Days that it keeps")
    String daysThatItKeeps();

    @Message("Characteristic")
    String characteristic();

    @Message("Kind")
    String kind();

    @Message("Defect class")
    String defectClass();

    @Message("Unit")
    String unit();

    @Message("At least")
    String atLeast();

    @Message("At most")
    String atMost();

    @Message("Rules of the grades")
    String rulesOfTheGrades();

    @Message("Grade {grade}")
    String grade(String grade);

    @Message("units that may break it: {n}")
    String unitsThatMayBreak(int n);

    @Message("What it replaces")
    String whatItReplaces();

    @Message("Version {n}, in force now:")
    String versionInForceNow(Integer n);

    @Message("There is no version of this product in force.")
    String thereIsNoVersion();

    @Message("You have drafted it. Another person of the desk publishes it.")
    String youHaveDraftedIt();

    @Message(
            "When you publish it, it is in force for every batch whose sample is drawn from then on. A published version stays; only another version replaces it.")
    String whenYouPublishIt();

    @Message("Publish the standard")
    String publishTheStandard();

    @Message("Withdraw the draft")
    String withdrawTheDraft();

    @Message("Draft the next version")
    String draftTheNextVersion();

    @Message("All standards")
    String allStandards();

    @Message("Draft a standard")
    String draftAStandard();

    @Message("A second person of the desk publishes the draft. Rows without a name are left out.")
    String aSecondPersonOf();

    @Message("Code of the product")
    String codeOfTheProduct();

    @Message("C62 for pieces, KGM for kilograms, or another code of UN/CEFACT Recommendation 20")
    String c62ForPiecesKgm();

    @Message("Acceptable quality limits and levels")
    String acceptableQualityLimitsAnd();

    @Message("Limit, %")
    String limit();

    @Message("Another inspection level")
    String anotherInspectionLevel();

    @Message("Limit of {name}")
    String limitOf(String name);

    @Message("Level of {name}")
    String levelOf(String name);

    @Message("I, II, III, S-1, S-2, S-3 or S-4")
    String iIiIiiS();

    @Message("Characteristics")
    String characteristics();

    @Message("Name of characteristic {n}")
    String nameOfCharacteristic(int n);

    @Message("Kind of characteristic {n}")
    String kindOfCharacteristic(int n);

    @Message("looked at")
    String lookedAt();

    @Message("measured")
    String measured();

    @Message("Defect class of characteristic {n}")
    String defectClassOfCharacteristic(int n);

    @Message("Unit of characteristic {n}")
    String unitOfCharacteristic(int n);

    @Message("Least value of characteristic {n}")
    String leastValueOfCharacteristic(int n);

    @Message("Greatest value of characteristic {n}")
    String greatestValueOfCharacteristic(int n);

    @Message("Grades")
    String grades();

    @Message("From the best down, with commas between them")
    String fromTheBestDown();

    @Message("Rules of the grades; without rules the auditor grades")
    String rulesOfTheGradesWithoutRules();

    @Message("Grade")
    String grade2();

    @Message("or defect class")
    String orDefectClass();

    @Message("Units that may break it")
    String unitsThatMayBreakIt();

    @Message("Grade of rule {n}")
    String gradeOfRule(int n);

    @Message("Characteristic of rule {n}")
    String characteristicOfRule(int n);

    @Message("Defect class of rule {n}")
    String defectClassOfRule(int n);

    @Message("none")
    String noneWord();

    @Message("Least value of rule {n}")
    String leastValueOfRule(int n);

    @Message("Greatest value of rule {n}")
    String greatestValueOfRule(int n);

    @Message("Units that may break rule {n}")
    String unitsThatMayBreakRule(int n);

    @Message("Re-inspection after a rework")
    String reInspectionAfterA();

    @Message("tightened")
    String tightened();

    @Message("normal")
    String normal();

    @Message("Inspected units cannot be sold")
    String inspectedUnitsCannotBe();

    @Message("Or the whole specification as JSON")
    String orTheWholeSpecification();

    @Message("Specification as JSON; what is filled in above is then left out")
    String specificationAsJsonWhat();

    @Message("Save the draft")
    String saveTheDraft();

    @Message("Standards")
    String standards();

    @Message("Drafts")
    String drafts();

    @Message("No draft waits for a second person.")
    String noDraftWaitsFor();

    @Message("In force")
    String inForce();

    @Message("Code or name")
    String codeOrName();

    @Message("Search")
    String search();

    @Message("No standard in force is like this.")
    String noStandardInForce();

    @Message("Product")
    String product();

    @Message("Version")
    String version2();

    @Message("In force since")
    String inForceSince2();

    @Message("This is not JSON: {what}")
    String thisIsNotJson(Object what);

    @Message("“{typed}” is no number; type one such as 12.5.")
    String isNoNumberType(Object typed);
}
