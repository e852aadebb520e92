package coop.parasol.portal.quality;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.page.SwitchingReason;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service quality, as far as the pages about standards, plans and producers need it. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface StandardClient {

    /** What is looked at or measured on a unit, with its limits. */
    record Characteristic(
            String name,
            String kind,
            String defectClass,
            @Nullable String unit,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {}

    /** What a lot has to keep to so that it is of a grade. */
    record GradeRule(
            String grade,
            @Nullable String characteristic,
            @Nullable String defectClass,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            int atMost) {}

    /** A version of a product's standard, published or a draft. */
    record Standard(
            @Nullable UUID standardId,
            String product,
            String state,
            @Nullable Integer version,
            String name,
            String unit,
            @Nullable String gtin,
            List<Characteristic> characteristics,
            Map<String, BigDecimal> aql,
            String inspectionLevel,
            Map<String, String> inspectionLevels,
            List<String> grades,
            List<GradeRule> gradeRules,
            @Nullable Integer shelfLifeDays,
            int auditors,
            boolean destructive,
            String reinspection,
            @Nullable String draftedBy,
            @Nullable Instant draftedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {

        public boolean isDraft() {
            return state.equals("DRAFT");
        }
    }

    /** The sampling plan of MIL-STD-105E for a size of lot. */
    record PlanFound(
            String codeLetter, int sampleSize, int acceptance, int rejection, String counts, boolean wholeLot) {}

    /** With which probability a lot of this share of defectives is accepted. */
    record CurvePoint(double quality, double acceptance) {

        /** The per cent of units with a defect, to two decimals. */
        public double defective() {
            return Curve.rounded(quality);
        }
    }

    /** The operating characteristic of a sampling plan. */
    record Curve(
            PlanFound plan,
            String distribution,
            List<CurvePoint> points,
            double acceptedAt95,
            double acceptedAt50,
            double acceptedAt10) {

        /** To two decimals, as a person reads them. */
        static double rounded(double percent) {
            return BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_UP).doubleValue();
        }

        public double at95() {
            return rounded(acceptedAt95);
        }

        public double at50() {
            return rounded(acceptedAt50);
        }

        public double at10() {
            return rounded(acceptedAt10);
        }
    }

    /** One switch between normal, tightened and reduced inspection, and why. */
    record Change(
            Instant at,
            String from,
            String to,
            String reason,
            @Nullable SwitchingReason why) {

        /** Why, in the reader's language. */
        public String reasonText() {
            return SwitchingReason.of(reason, why);
        }
    }

    /** How a producer's lots are sampled in one class of defects. */
    record Switching(
            String defectClass,
            String state,
            @Nullable Instant since,
            @Nullable String reason,
            @Nullable SwitchingReason why,
            int switchingScore,
            int acceptedInARow,
            int rejectedOnTightened,
            List<Change> changes) {

        /** Why, in the reader's language. */
        public String reasonText() {
            return SwitchingReason.of(reason, why);
        }
    }

    /** A defect for which batches were rejected, and how often. */
    record RejectCause(String defect, long batches, long found) {}

    /** A month of a producer's inspections beside the network's median. */
    record TrendMonth(
            LocalDate month,
            long inspected,
            BigDecimal firstPassYield,
            @Nullable BigDecimal networkMedian) {}

    /** What the inspections of a producer found in one product. */
    record ProductQuality(
            @Nullable String memberName,
            String product,
            long inspected,
            long acceptedFirst,
            long reworked,
            long scrapped,
            long held,
            @Nullable BigDecimal firstPassYield,
            @Nullable BigDecimal networkMedian,
            boolean discontinued,
            List<Switching> switching,
            List<RejectCause> rejectsByDefect,
            List<TrendMonth> trend) {}

    /** Control limits of a chart (ISO 7870-2) with its centre. */
    record Limits(BigDecimal lower, BigDecimal centre, BigDecimal upper) {}

    /** One lot on a control chart. */
    record ChartPoint(
            String lot, BigDecimal point, @Nullable BigDecimal range, boolean inControl) {}

    /** The control chart of a measured characteristic. */
    record Chart(
            String characteristic,
            @Nullable String unit,
            int subgroupSize,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            boolean preliminary,
            boolean inControl,
            Limits limits,
            @Nullable BigDecimal cp,
            @Nullable BigDecimal cpk,
            List<ChartPoint> points) {}

    /** The control charts of one product. */
    record ProductCharts(@Nullable String memberName, String product, List<Chart> charts) {}

    /** The desk's demand that a producer's lots be sampled tightened. */
    record Tightening(
            @Nullable String product,
            @Nullable String defectClass,
            @Nullable String reason) {}

    @GET
    @Path("standards")
    Listed<Standard> standards(
            @QueryParam("q") @Nullable String text,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    /** By a product's code, or a draft by its id. */
    @GET
    @Path("standards/{product}")
    Standard standard(@PathParam("product") String product, @QueryParam("version") @Nullable Integer version);

    /** With a specification as JSON. */
    @POST
    @Path("standards")
    Standard draft(@HeaderParam("Idempotency-Key") String key, Map<String, Object> specification);

    @POST
    @Path("standards/{standardId}/approval")
    Standard approve(@PathParam("standardId") String standardId, @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("standards/{standardId}")
    Standard withdraw(@PathParam("standardId") String standardId);

    @GET
    @Path("sampling-plans/oc")
    Curve curve(
            @QueryParam("lotSize") String lotSize,
            @QueryParam("aql") String aql,
            @QueryParam("level") @Nullable String level,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("defectClass") @Nullable String defectClass);

    @GET
    @Path("producers/{memberId}/quality")
    Listed<ProductQuality> producer(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("producers/{memberId}/control-charts")
    Listed<ProductCharts> charts(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("producers/{memberId}/tightening")
    void tighten(
            @PathParam("memberId") UUID memberId, @HeaderParam("Idempotency-Key") String key, Tightening tightening);
}
