package coop.parasol.portal.inspection;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.math.BigDecimal;
import java.util.UUID;

/** Words of an auditor's pages. */
@MessageBundle("inspection")
interface InspectionMessages {

    @Message("My interests")
    String myInterests();

    @Message(
            "You are registered as {name}. You inspect no batch of a producer in which you have an interest; such batches are not on your list.")
    String youAreRegisteredAs(String name);

    @Message(
            "The quality desk has recorded no interest of yours. If you have one – you work for a producer, own a part of it, or belong to its family – tell the desk before you claim a batch of it.")
    String theQualityDeskHas();

    @Message("Producer {id}")
    String producer(UUID id);

    @Message("Tell the quality desk when this changes.")
    String tellTheQualityDesk();

    @Message("{product}, version {version}")
    String version(String product, int version);

    @Message("in force since {day}")
    String inForceSince(String day);

    @Message("Counted in {unit}.")
    String countedIn(String unit);

    @Message("Auditors for each batch: {n}.")
    String auditorsForEachBatch(int n);

    @Message("Inspected units are destroyed.")
    String inspectedUnitsAreDestroyed();

    @Message("{name} – acceptable quality limit {limit} %")
    String acceptableQualityLimit(String name, BigDecimal limit);

    @Message("measure: {limits}")
    String measure(String limits);

    @Message("Grades")
    String grades();

    @Message("From the best down: {grades}.")
    String fromTheBestDown(String grades);

    @Message("Inspection level {level}.")
    String inspectionLevel(String level);

    @Message("Days that it keeps: {n}.")
    String daysThatItKeeps(Integer n);

    @Message("The auditor gives the grade.")
    String theAuditorGivesThe();

    @Message("Grade {grade}")
    String grade(String grade);

    @Message("units that may break it: {n}")
    String unitsThatMayBreak(int n);

    @Message("All standards")
    String allStandards();

    @Message("Standards")
    String standards();

    @Message("Code or name")
    String codeOrName();

    @Message("Search")
    String search();

    @Message(
            "No standard in force has this text in its code or name. Search for another, or leave the field empty to see all.")
    String noStandardInForce();

    @Message("Product")
    String product();

    @Message("Name")
    String name();

    @Message("Version")
    String version2();

    @Message("In force since")
    String inForceSince2();

    @Message("Inspections")
    String inspections();

    @Message("Place")
    String place();

    @Message("Due by")
    String dueBy();

    @Message("Claims")
    String claims();

    @Message("All")
    String all();

    @Message("Claimed by me")
    String claimedByMe();

    @Message("Still free")
    String stillFree();

    @Message("Show")
    String show();

    @Message("Places")
    String places();

    @Message("{place}: batches waiting: {n}")
    String batchesWaiting(String place, long n);

    @Message("first due {day}")
    String firstDue(String day);

    @Message("Map app: {place}")
    String mapApp(String place);

    @Message("Map page: {place}")
    String mapPage(String place);

    @Message("No batch waits for you here. Choose another place, a later day or all claims to see more.")
    String noBatchWaitsFor();

    @Message("Due {day}")
    String due(String day);

    @Message("past its day")
    String pastItsDay();

    @Message("today")
    String today();

    @Message("Lot {lot}")
    String lot(String lot);

    @Message("units to inspect: {n}")
    String unitsToInspect(int n);

    @Message("re-inspection")
    String reInspection();

    @Message("others who claimed it: {n}")
    String othersWhoClaimedIt(long n);

    @Message("Mine until {time}")
    String mineUntil(String time);

    @Message("Release lot {lot}")
    String releaseLot(String lot);

    @Message("Claim lot {lot}")
    String claimLot(String lot);

    @Message("Batches that you are to inspect. Past their day: {n}.")
    String batchesThatYouAre(Object n);

    @Message("Batches that you are to inspect.")
    String batchesThatYouAreToInspect();

    @Message("Due within two days")
    String dueWithinTwoDays();

    @Message("Batches with a place that nobody has claimed yet.")
    String batchesWithAPlace();
}
