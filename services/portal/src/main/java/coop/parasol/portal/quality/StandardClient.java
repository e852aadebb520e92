package coop.parasol.portal.quality;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
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

    record Characteristic(
            String name,
            String kind,
            String defectClass,
            @Nullable String unit,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {}

    record GradeRule(
            String grade,
            @Nullable String characteristic,
            @Nullable String defectClass,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            int atMost) {}

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

    record PlanFound(
            String codeLetter, int sampleSize, int acceptance, int rejection, String counts, boolean wholeLot) {}

    record CurvePoint(double quality, double acceptance) {}

    record Curve(
            PlanFound plan,
            String distribution,
            List<CurvePoint> points,
            double acceptedAt95,
            double acceptedAt50,
            double acceptedAt10) {}

    record Change(Instant at, String from, String to, String reason) {}

    record Switching(
            String defectClass,
            String state,
            @Nullable Instant since,
            @Nullable String reason,
            int switchingScore,
            int acceptedInARow,
            int rejectedOnTightened,
            List<Change> changes) {}

    record RejectCause(String defect, long batches, long found) {}

    record TrendMonth(
            LocalDate month,
            long inspected,
            BigDecimal firstPassYield,
            @Nullable BigDecimal networkMedian) {}

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

    record Limits(BigDecimal lower, BigDecimal centre, BigDecimal upper) {}

    record ChartPoint(
            String lot, BigDecimal point, @Nullable BigDecimal range, boolean inControl) {}

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

    record ProductCharts(String product, List<Chart> charts) {}

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
