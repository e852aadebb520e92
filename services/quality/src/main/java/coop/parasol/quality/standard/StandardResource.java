package coop.parasol.quality.standard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import coop.parasol.border.Caller;
import coop.parasol.border.Idempotent;
import coop.parasol.border.Page;
import coop.parasol.border.PageQuery;
import coop.parasol.border.Problem;
import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.sampling.rules.Aql;
import coop.parasol.quality.sampling.rules.InspectionLevel;
import coop.parasol.quality.standard.rules.Definition;
import io.quarkus.security.Authenticated;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Standards at the border. */
@Path("/standards")
@Tag(name = "Standards")
public class StandardResource {

    private final PublishStandard publishStandard;
    private final Caller caller;

    StandardResource(PublishStandard publishStandard, Caller caller) {
        this.publishStandard = publishStandard;
        this.caller = caller;
    }

    /**
     * What a product must be.
     *
     * @param product its code, letters, digits, point, dash and underscore
     * @param unit UN/CEFACT Recommendation 20
     * @param aql acceptable quality limits of MIL-STD-105E table II-A, per cent
     * @param inspectionLevel I, II (default), III, S-1, S-2, S-3 or S-4
     * @param grades from the best down
     */
    public record Wanted(
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

            @NotEmpty @Size(max = 10) List<
                            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,19}", message = "must be upper case such as A") String>
                    grades,

            @Nullable @Min(1) @Max(36_500) Integer shelfLifeDays) {}

    /** A version of a standard. */
    public record View(
            String product,
            int version,
            @JsonUnwrapped Definition definition,
            String publishedBy,
            Instant publishedAt) {

        static View of(Standard standard) {
            return new View(
                    standard.product, standard.version, standard.content, standard.publishedBy, standard.publishedAt);
        }
    }

    @POST
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Publish a standard, or its next version; the same content again is the same version")
    public Response publish(@Valid @NotNull Wanted wanted) {
        Definition definition = definition(wanted);
        Cause cause = Cause.of(caller.actor());
        PublishStandard.Published published = publishStandard.publish(wanted.product(), definition, cause);
        Standard standard = published.standard();
        if (!published.isNew()) {
            return Response.ok(View.of(standard)).build();
        }
        return Response.created(URI.create("/standards/" + standard.product + "?version=" + standard.version))
                .entity(View.of(standard))
                .build();
    }

    @GET
    @Authenticated
    @Transactional
    @Operation(summary = "Standards in force; q looks for words in code and name")
    public Page<View> list(@QueryParam("q") @DefaultValue("") String words, @BeanParam @Valid PageQuery query) {
        return Page.of(
                        Standard.page(words, query.afterText(), query.fetch()),
                        query.limit,
                        standard -> standard.product)
                .map(View::of);
    }

    @GET
    @Path("/{product}")
    @Authenticated
    @Transactional
    @Operation(summary = "The standard of a product, the newest version unless another is asked for")
    public View get(@PathParam("product") String product, @QueryParam("version") @Nullable Integer version) {
        Optional<Standard> standard = version == null ? Standard.current(product) : Standard.of(product, version);
        return standard.map(View::of).orElseThrow(() -> Problem.notFound("standard", product));
    }

    private static Definition definition(Wanted wanted) {
        Map<DefectClass, BigDecimal> aql = new TreeMap<>();
        wanted.aql().forEach((defectClass, limit) -> aql.put(defectClass, plain(limit)));
        Definition definition = new Definition(
                wanted.name().strip(),
                wanted.unit(),
                wanted.gtin(),
                wanted.characteristics().stream().map(StandardResource::plain).toList(),
                aql,
                wanted.inspectionLevel() == null ? InspectionLevel.II.text() : wanted.inspectionLevel(),
                wanted.grades(),
                wanted.shelfLifeDays());
        aql.forEach((defectClass, limit) -> {
            if (!Aql.isOne(limit)) {
                throw Problem.invalid(
                        "aql." + defectClass,
                        "unknown-aql",
                        "MIL-STD-105E has no AQL " + limit + "; it has 0.010 to 1000.");
            }
        });
        if (InspectionLevel.of(definition.inspectionLevel()).isEmpty()) {
            throw Problem.invalid("inspectionLevel", "unknown-level", "Take I, II, III, S-1, S-2, S-3 or S-4.");
        }
        List<Problem.FieldError> flaws = definition.flaws().stream()
                .map(flaw -> new Problem.FieldError(flaw.field(), flaw.code(), flaw.detail()))
                .toList();
        if (!flaws.isEmpty()) {
            throw Problem.invalid(flaws);
        }
        return definition;
    }

    private static Characteristic plain(Characteristic characteristic) {
        if (characteristic.name() == null
                || characteristic.name().isBlank()
                || characteristic.name().length() > 200
                || characteristic.kind() == null
                || characteristic.defectClass() == null
                || (characteristic.unit() != null && characteristic.unit().length() > 3)) {
            throw Problem.invalid(
                    "characteristics",
                    "incomplete",
                    "A characteristic has a name, a kind, a defect class and a unit code.");
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
        if (number.precision() > 20 || Math.abs(number.scale()) > 20) {
            throw Problem.invalid("characteristics", "too-many-digits", "A limit has at most 20 digits.");
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
