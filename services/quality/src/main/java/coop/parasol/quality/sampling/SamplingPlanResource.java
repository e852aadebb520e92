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

/** The tables of MIL-STD-105E to ask: anybody who makes, audits or buys sees what a batch faces. */
@Path("/sampling-plans")
@Tag(name = "Sampling plans")
@Authenticated
public class SamplingPlanResource {

    /** Which plan is asked for. */
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
            if (limit == null || limit.precision() > 20 || Math.abs(limit.scale()) > 20 || !Aql.isOne(limit)) {
                throw Problem.invalid("aql", "unknown-aql", "MIL-STD-105E has the AQLs 0.010 to 1000 of its tables.");
            }
            InspectionLevel inspectionLevel = InspectionLevel.of(level)
                    .orElseThrow(
                            () -> Problem.invalid("level", "unknown-level", "Take I, II, III, S-1, S-2, S-3 or S-4."));
            return SamplingPlan.of(defectClass, limit, inspectionLevel, lotSize, severity);
        }
    }

    /**
     * A single sampling plan.
     *
     * @param codeLetter of the plan that is used, after following arrows
     * @param counts whether acceptance and rejection count defective units or (above AQL 10) defects
     * @param wholeLot whether the sample is the lot
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
     * The curve of a plan. Qualities in per cent nonconforming, or defects per hundred units.
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
    @Operation(summary = "The plan of a lot: sample size, acceptance and rejection number")
    public View plan(@BeanParam @Valid Query query) {
        return View.of(query, query.plan());
    }

    @GET
    @Path("/oc")
    @Operation(summary = "The plan's operating characteristic: how likely a lot of which quality is accepted")
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
