package coop.parasol.portal.quality;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.math.BigDecimal;

/** Words of the quality desk's pages about producers. */
@MessageBundle("qualityProducer")
interface QualityProducerMessages {

    @Message("Control charts of {name}")
    String controlChartsOfProducer(String name);

    @Message("No characteristic of this producer was measured yet.")
    String noCharacteristicOfThis();

    @Message("in control")
    String inControl();

    @Message("out of control")
    String outOfControl();

    @Message("preliminary limits")
    String preliminaryLimits();

    @Message("Units a lot: {n}.")
    String unitsALot(int n);

    @Message("Standard: at least {lower}.")
    String standardAtLeast(BigDecimal lower);

    @Message("Standard: at most {upper}.")
    String standardAtMost(BigDecimal upper);

    @Message("The same as a table")
    String theSameAsA();

    @Message("Lot")
    String lot();

    @Message("Value")
    String value();

    @Message("Range")
    String range();

    @Message("In control")
    String inControl2();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("Quality of this producer")
    String qualityOfThisProducer();

    @Message("Sampling plan")
    String samplingPlan();

    @Message("Units in the lot")
    String unitsInTheLot();

    @Message("Acceptable quality limit, %")
    String acceptableQualityLimit();

    @Message("Inspection level")
    String inspectionLevel();

    @Message("Severity")
    String severity();

    @Message("normal")
    String normal();

    @Message("tightened")
    String tightened();

    @Message("reduced")
    String reduced();

    @Message("Defect class")
    String defectClass();

    @Message("Show the plan")
    String showThePlan();

    @Message("{#if n == 1}Take {n} unit{#else}Take {n} units{/if}; accept up to {accepted}, reject from {rejected}")
    String takeUnitsAcceptUp(int n, int accepted, int rejected);

    @Message("Code letter {letter}. It counts {what}.")
    String codeLetterItCounts(String letter, String what);

    @Message("A lot is accepted with 95 % if {q95} % have a defect, with 50 % at {q50} %, with 10 % at {q10} %.")
    String aLotIsAccepted(double q95, double q50, double q10);

    @Message("Across: per cent of units with a defect. Up: how likely the lot is accepted.")
    String acrossPerCentOf();

    @Message("Units with a defect, %")
    String unitsWithADefect();

    @Message("Accepted")
    String accepted();

    @Message("Quality of {name}")
    String qualityOfProducer(String name);

    @Message("Control charts")
    String controlCharts();

    @Message("Batches")
    String batches();

    @Message("Ask for a corrective action")
    String askForACorrective();

    @Message("No batch of this producer was inspected yet.")
    String noBatchOfThis();

    @Message("inspection discontinued")
    String inspectionDiscontinued();

    @Message("First-pass yield")
    String firstPassYield();

    @Message("median of all producers {median}")
    String medianOfAllProducers(String median);

    @Message("inspected {inspected}, accepted at once {first}, reworked {reworked}, scrapped {scrapped}, held {held}")
    String inspectedAcceptedAtOnce(long inspected, long first, long reworked, long scrapped, long held);

    @Message("Rejected for {defect}")
    String rejectedFor(String defect);

    @Message("batches: {batches}, found: {found}")
    String batchesFound(long batches, long found);

    @Message("Solid: this producer. Dashed: the median of all producers.")
    String solidThisProducerDashed();

    @Message("Month")
    String month();

    @Message("Inspected")
    String inspected();

    @Message("Median")
    String median();

    @Message("How severely {product} is inspected")
    String howSeverelyIsInspected(String product);

    @Message("Now")
    String now();

    @Message("Since")
    String since();

    @Message("Why")
    String why();

    @Message("Score (30: reduced)")
    String score30Reduced();

    @Message("Accepted in a row (5: normal)")
    String acceptedInARow();

    @Message("Rejected when tightened (5: discontinued)")
    String rejectedWhenTightened5();

    @Message("Tighten an inspection")
    String tightenAnInspection();

    @Message("Product")
    String product();

    @Message("all")
    String all();

    @Message("Reason, which the producer reads")
    String reasonWhichTheProducer();

    @Message("Check what it does")
    String checkWhatItDoes();

    @Message("How likely a lot is accepted, by how many of its units have a defect")
    String howLikelyALot();

    @Message("First-pass yield of {product} by month, beside the median of all producers")
    String firstPassYieldOf(Object product);

    @Message("Upper limit")
    String upperLimit();

    @Message("Centre")
    String centre();

    @Message("Lower limit")
    String lowerLimit();

    @Message("Control chart of {name}")
    String controlChartOf(Object name);

    @Message("Say why; the producer reads it.")
    String sayWhyTheProducer();

    @Message("Tighten the inspection of {product}")
    String tightenTheInspectionOf(Object product);

    @Message(
            "The next batches of this producer are inspected more severely at once. It becomes normal again by the switching rules alone.")
    String theNextBatchesOf();

    @Message("Tighten")
    String tighten();

    @Message("Reason")
    String reason();
}
