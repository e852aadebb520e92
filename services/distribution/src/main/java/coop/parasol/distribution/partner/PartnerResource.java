package coop.parasol.distribution.partner;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.Firm;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Partners at the border. */
@Path("/partners")
@Tag(name = "Partners")
public class PartnerResource {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Partners partners;
    private final RegisterPartner registerPartner;
    private final Firm firm;
    private final Caller caller;

    PartnerResource(Partners partners, RegisterPartner registerPartner, Firm firm, Caller caller) {
        this.partners = partners;
        this.registerPartner = registerPartner;
        this.firm = firm;
        this.caller = caller;
    }

    /** On what terms a partner orders. */
    public record Terms(
            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 alpha-2 code such as IN") String country,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as RETAIL") String tier,

            @NotNull Money creditLimit) {}

    @PUT
    @Path("/{partnerId}")
    @RolesAllowed("logistics-desk")
    @Transactional
    @Operation(summary = "Register a partner, or change its terms")
    public Response register(
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Terms terms) {
        if (!COUNTRIES.contains(terms.country())) {
            throw Problem.invalid("country", "unknown-country", "There is no country " + terms.country() + ".");
        }
        if (!firm.uses(terms.creditLimit())) {
            throw Problem.invalid("creditLimit", "wrong-currency", "The firm's currency is " + firm.currency() + ".");
        }
        if (terms.creditLimit().isNegative()) {
            throw Problem.invalid("creditLimit", "negative", "A credit limit is zero or more.");
        }
        Partner wanted = new Partner(
                partnerId, terms.name(), terms.country(), terms.tier(), terms.creditLimit(), firm.money(0), 0);
        RegisterPartner.Registered registered = registerPartner.register(wanted, ifMatch, Cause.of(caller.actor()));
        Response.ResponseBuilder answer =
                registered.created() ? Response.created(URI.create("/partners/" + partnerId)) : Response.ok();
        return answer.entity(registered.partner())
                .tag(ETags.of(registered.partner().version()))
                .build();
    }

    @GET
    @RolesAllowed({"logistics-desk", "treasurer"})
    @Transactional
    @Operation(summary = "All partners, with what they owe or have on order")
    public Page<Partner> list(@BeanParam @Valid PageQuery query) {
        return Page.of(
                partners.page(query.afterId(), query.fetch()),
                query.limit,
                partner -> partner.partnerId().toString());
    }

    @GET
    @Path("/{partnerId}")
    @RolesAllowed({"partner", "logistics-desk", "treasurer"})
    @Transactional
    @Operation(summary = "One partner; a partner sees itself only")
    public Response get(@PathParam("partnerId") UUID partnerId) {
        caller.requirePartnerOr(partnerId, "logistics-desk", "treasurer");
        Partner partner = partners.find(partnerId).orElseThrow(() -> Problem.notFound("partner", partnerId));
        return Response.ok(partner).tag(ETags.of(partner.version())).build();
    }
}
