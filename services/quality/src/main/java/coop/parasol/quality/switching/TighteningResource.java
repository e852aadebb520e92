package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.switching.rules.Switching;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource by which the quality desk tightens inspection. There is none that loosens it. */
@Path("/producers/{memberId}/tightening")
@Tag(name = "Producers")
public class TighteningResource {

    private final TightenInspection tightenInspection;
    private final Caller caller;

    TighteningResource(TightenInspection tightenInspection, Caller caller) {
        this.tightenInspection = tightenInspection;
        this.caller = caller;
    }

    /**
     * What is inspected more severely from now on.
     *
     * @param defectClass absent for all
     * @param reason which the producer sees
     */
    public record Tightening(
            @NotBlank @Size(max = 50) String product,
            @Nullable DefectClass defectClass,
            @NotBlank @Size(max = 1000) @Multiline String reason) {}

    /** How each defect class of a producer's product is inspected now. */
    public record SeriesView(UUID memberId, String product, Map<DefectClass, Switching.State> switching) {

        static SeriesView of(InspectionSeries series) {
            return new SeriesView(
                    series.memberId,
                    series.product,
                    Arrays.stream(DefectClass.values())
                            .collect(Collectors.toMap(
                                    Function.identity(),
                                    each -> series.switching.of(each).state(),
                                    (one, other) -> one,
                                    TreeMap::new)));
        }
    }

    @POST
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Tighten the inspection of a producer's product at once, by one person; it becomes normal again by the"
                            + " switching rules alone")
    public SeriesView tighten(@PathParam("memberId") UUID memberId, @Valid @NotNull Tightening tightening) {
        TightenInspection.Outcome outcome = tightenInspection.tighten(
                memberId,
                tightening.product(),
                tightening.defectClass(),
                tightening.reason().strip(),
                Cause.of(caller.actor()));
        return switch (outcome) {
            case TightenInspection.Tightened(InspectionSeries series) -> SeriesView.of(series);
            case TightenInspection.Refused refused -> throw Problem.of(refused.reason());
        };
    }
}
