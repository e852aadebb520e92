package coop.parasol.quality.standard;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.sampling.rules.InspectionLevel;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.standard.rules.GradeRule;
import coop.parasol.quality.standard.rules.Specification;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * REST resource of drafts of standards. The path parameter of a draft is called {@code product} as in
 * {@link StandardResource}, because both share the path and only one name can stand in a place of it.
 */
@Path("/standards")
@Tag(name = "Standards")
public class StandardDraftResource {

    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_UNIT_LENGTH = 3;
    private static final int MAX_DIGITS = 20;

    private final DraftStandard draftStandard;
    private final PublishStandard publishStandard;
    private final FirmClock clock;
    private final Caller caller;

    StandardDraftResource(
            DraftStandard draftStandard, PublishStandard publishStandard, FirmClock clock, Caller caller) {
        this.draftStandard = draftStandard;
        this.publishStandard = publishStandard;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * What a product must be.
     *
     * @param product its code: letters, digits, point, dash and underscore
     * @param unit the unit in which it is counted, UN/CEFACT Recommendation 20
     * @param aql acceptable quality limits of MIL-STD-105E, table II-A, in per cent
     * @param inspectionLevel I, II (default), III, S-1, S-2, S-3 or S-4
     * @param inspectionLevels of defect classes that have another level
     * @param grades from the best down
     * @param gradeRules what a batch of a grade keeps; the last grade has none. Without rules the auditor grades
     * @param auditors how many inspect each batch independently: 1 (default) or 2
     * @param destructive whether inspected units cannot be sold (default: they can)
     * @param reinspection severity of the re-inspection after a rework, NORMAL or TIGHTENED (default)
     */
    public record DraftRequest(
            @NotNull @Pattern(
                    regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,49}",
                    message = "must be a code of up to 50 letters, digits, . _ -")
            String product,

            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = "[A-Z0-9]{2,3}", message = "must be a UN/CEFACT Recommendation 20 code such as C62") String unit,

            @Nullable @Size(max = 14) String gtin,
            @NotNull @Size(max = 50) List<@NotNull Characteristic> characteristics,
            @NotEmpty Map<DefectClass, @NotNull BigDecimal> aql,
            @Nullable String inspectionLevel,
            @Nullable @Size(max = 3) Map<DefectClass, @NotNull String> inspectionLevels,

            @NotEmpty @Size(max = 10) List<
                            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "must be upper case such as A") String>
                    grades,

            @Nullable @Size(max = 100) List<@NotNull @Valid GradeRuleRequest> gradeRules,
            @Nullable @Min(1) @Max(36_500) Integer shelfLifeDays,
            @Nullable @Min(1) @Max(2) Integer auditors,
            @Nullable Boolean destructive,
            @Nullable Severity reinspection) {

        Specification specification() {
            Map<DefectClass, BigDecimal> limits = new TreeMap<>();
            aql.forEach((defectClass, limit) -> limits.put(defectClass, plain(limit)));
            return new Specification(
                    name.strip(),
                    unit,
                    gtin,
                    characteristics.stream().map(StandardDraftResource::plain).toList(),
                    limits,
                    inspectionLevel == null ? InspectionLevel.II.text() : inspectionLevel,
                    inspectionLevels == null ? Map.of() : new TreeMap<>(inspectionLevels),
                    grades,
                    gradeRules == null
                            ? List.of()
                            : gradeRules.stream().map(GradeRuleRequest::rule).toList(),
                    shelfLifeDays,
                    auditors == null ? 1 : auditors,
                    destructive != null && destructive,
                    reinspection == null ? Severity.TIGHTENED : reinspection);
        }
    }

    /**
     * One condition that a batch of a grade keeps: limits of a variable, or how many units may have a defect.
     *
     * @param atMost units of the sample that may break it; none if absent
     */
    public record GradeRuleRequest(
            @NotBlank @Size(max = 20) String grade,
            @Nullable @Size(max = 200) String characteristic,
            @Nullable DefectClass defectClass,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable @Min(0) @Max(100_000) Integer atMost) {

        GradeRule rule() {
            return new GradeRule(
                    grade,
                    characteristic,
                    defectClass,
                    plainOrNull(lower),
                    plainOrNull(upper),
                    atMost == null ? 0 : atMost);
        }
    }

    @POST
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "draftStandard",
            summary =
                    "Draft the standard of a product, or its next version, which a second person publishes. If exactly this"
                            + " specification is in force, it is answered with 200 and nothing is drafted")
    public Response draft(@Valid @NotNull DraftRequest request) {
        Specification specification = request.specification();
        List<Problem.FieldError> errors = specification.errors().stream()
                .map(error -> new Problem.FieldError(error.field(), error.code(), error.detail()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return switch (draftStandard.draft(request.product(), specification, caller.actor())) {
            case DraftStandard.Drafted(StandardDraft draft) ->
                Response.created(URI.create("/standards/" + draft.id))
                        .entity(StandardResource.View.of(draft))
                        .build();
            case DraftStandard.InForceAlready(Standard standard) ->
                Response.ok(StandardResource.View.of(standard)).build();
            case DraftStandard.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @POST
    @Path("/{product}/approval")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "approveStandard",
            summary =
                    "Publish a draft of another person, named by its standardId: it is the version in force from now on")
    public Response approve(@PathParam("product") String standardId) {
        StandardDraft draft = openDraft(standardId);
        caller.requireSecondPerson(draft.draftedBy);
        return switch (publishStandard.publish(draft, Cause.of(caller.actor()))) {
            case PublishStandard.Published(Standard standard) ->
                Response.ok(StandardResource.View.of(standard)).build();
            case PublishStandard.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @DELETE
    @Path("/{product}")
    @RolesAllowed("quality-desk")
    @Transactional
    @Operation(
            operationId = "withdrawStandard",
            summary = "Withdraw a draft, named by its standardId; a published version cannot be withdrawn")
    public StandardResource.View withdraw(@PathParam("product") String standardId) {
        StandardDraft draft = openDraft(standardId);
        draft.withdraw(caller.actor(), clock.now());
        return StandardResource.View.of(draft);
    }

    private static StandardDraft openDraft(String standardId) {
        StandardDraft draft = StandardResource.id(standardId)
                .flatMap((UUID id) -> StandardDraft.lock(id))
                .orElseThrow(() -> Problem.notFound("draft of a standard", standardId));
        if (draft.state != StandardDraft.State.DRAFT) {
            throw Problem.refused("not-a-draft", "The draft is " + draft.state + " already.");
        }
        return draft;
    }

    private static Characteristic plain(Characteristic characteristic) {
        if (characteristic.name() == null
                || characteristic.name().isBlank()
                || characteristic.name().length() > MAX_NAME_LENGTH
                || characteristic.kind() == null
                || characteristic.defectClass() == null
                || (characteristic.unit() != null && characteristic.unit().length() > MAX_UNIT_LENGTH)) {
            throw Problem.invalid(
                    "characteristics",
                    "characteristic-incomplete",
                    "A characteristic has a name of up to 200 characters, a kind, a defect class and, if it is measured,"
                            + " a unit code of up to 3 characters.");
        }
        return new Characteristic(
                characteristic.name().strip(),
                characteristic.kind(),
                characteristic.defectClass(),
                characteristic.unit(),
                plainOrNull(characteristic.lower()),
                plainOrNull(characteristic.upper()));
    }

    private static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal number) {
        return number == null ? null : plain(number);
    }

    /** Without trailing zeros, so that the same standard is equal however it is written; with a bound on its digits. */
    private static BigDecimal plain(BigDecimal number) {
        if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
            throw Problem.invalid("characteristics", "too-many-digits", "A limit has at most 20 digits.");
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
