package coop.parasol.quality.sampling;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.Aql;
import coop.parasol.quality.sampling.rules.InspectionLevel;
import coop.parasol.quality.sampling.rules.OperatingCharacteristic;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.web.Problem;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of the sampling plans of MIL-STD-105E: anybody with an account sees how a batch would be inspected. */
@Path("/sampling-plans")
@Tag(name = "Sampling plans")
@Authenticated
public class SamplingPlanResource {

    private static final int MAX_DIGITS = 20;

    /** The lot and the limits that a plan is asked for. */
    public static class Query {

        @QueryParam("lotSize")
        @Min(1) @Max(999_999_999_999L) public long lotSize;

        @QueryParam("aql")
        public @Nullable BigDecimal aql;

        @QueryParam("level")
        @DefaultValue("II")
        public String level = "II";

        @QueryParam("severity")
        @DefaultValue("NORMAL")
        public Severity severity = Severity.NORMAL;

        @QueryParam("defectClass")
        @DefaultValue("MAJOR")
        public DefectClass defectClass = DefectClass.MAJOR;

        SamplingPlan plan() {
            BigDecimal limit = aql;
            if (limit == null
                    || limit.precision() > MAX_DIGITS
                    || Math.abs(limit.scale()) > MAX_DIGITS
                    || !Aql.isTabulated(limit)) {
                throw Problem.invalid(
                        "aql", "unknown-aql", "This is none of the AQLs of MIL-STD-105E, which go from 0.010 to 1000.");
            }
            InspectionLevel inspectionLevel = InspectionLevel.of(level)
                    .orElseThrow(() -> Problem.invalid(
                            "level", "unknown-level", "The levels are I, II, III, S-1, S-2, S-3, S-4."));
            return SamplingPlan.of(defectClass, limit, inspectionLevel, lotSize, severity);
        }
    }

    /**
     * A single sampling plan.
     *
     * @param codeLetter sample size code letter of the plan that is used, after following the table's arrows
     * @param counts whether acceptance and rejection count defective units or (above AQL 10) defects
     * @param wholeLot whether every unit of the lot is inspected
     */
    public record View(
            long lotSize,
            BigDecimal aql,
            String level,
            Severity severity,
            DefectClass defectClass,
            char codeLetter,
            int sampleSize,
            int acceptance,
            int rejection,
            Counts counts,
            boolean wholeLot) {

        static View of(Query query, SamplingPlan plan) {
            return new View(
                    query.lotSize,
                    plan.aql(),
                    query.level,
                    plan.severity(),
                    plan.defectClass(),
                    plan.letter(),
                    plan.sampleSize(),
                    plan.acceptance(),
                    plan.rejection(),
                    plan.countsDefects() ? Counts.DEFECTS : Counts.DEFECTIVE_UNITS,
                    plan.sampleSize() == query.lotSize);
        }
    }

    /** What is counted against the acceptance number. */
    public enum Counts {
        DEFECTIVE_UNITS,
        DEFECTS
    }

    /**
     * The operating characteristic curve of a plan. Qualities are in per cent nonconforming, or defects per hundred units.
     *
     * @param acceptedAt95 quality of which 95 % of the lots are accepted; its complement is the producer's risk
     * @param acceptedAt10 quality of which 10 % are still accepted, the consumer's risk
     */
    public record Curve(
            View plan,
            OperatingCharacteristic.Distribution distribution,
            List<OperatingCharacteristic.Point> points,
            double acceptedAt95,
            double acceptedAt50,
            double acceptedAt10) {}

    @GET
    @Operation(
            operationId = "getSamplingPlan",
            summary =
                    "Show the single sampling plan of a lot: code letter, sample size, acceptance and rejection number")
    public View plan(@BeanParam @Valid Query query) {
        return View.of(query, query.plan());
    }

    @GET
    @Path("/oc")
    @Operation(
            operationId = "getOperatingCharacteristic",
            summary = "Show the operating characteristic curve of a plan: how likely a lot is accepted, by its quality")
    public Curve curve(@BeanParam @Valid Query query) {
        SamplingPlan plan = query.plan();
        OperatingCharacteristic curve = new OperatingCharacteristic(plan, query.lotSize);
        return new Curve(
                View.of(query, plan),
                curve.distribution(),
                curve.curve(),
                curve.qualityAccepted(0.95),
                curve.qualityAccepted(0.50),
                curve.qualityAccepted(0.10));
    }
}
