package coop.parasol.distribution.partner;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
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

/** REST: partners and the terms on which they order. */
@Path("/partners")
@Tag(name = "Partners")
public class PartnerResource {

    private static final SortKeys<Partner> SORT = SortKeys.<Partner>oldestFirst(
                    "partnerId", partner -> partner.partnerId)
            .byText("name", "name", partner -> partner.name)
            .byNumber("creditLimit", "creditLimit", partner -> partner.creditLimit)
            .byNumber("exposure", "exposure", partner -> partner.exposure);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final RegisterPartner registerPartner;
    private final FirmCurrency currency;
    private final Caller caller;

    PartnerResource(RegisterPartner registerPartner, FirmCurrency currency, Caller caller) {
        this.registerPartner = registerPartner;
        this.currency = currency;
        this.caller = caller;
    }

    /**
     * On what terms a partner orders.
     *
     * @param country ISO 3166-1 alpha-2
     * @param tier whose prices it pays, such as {@code RETAIL}
     * @param partnerGroup whose prices it gets before those of its tier, such as {@code NORTHERN-CHAIN}; absent where it is in none
     * @param creditLimit how much open orders and unpaid invoices may come to together
     */
    public record PartnerTerms(
            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 alpha-2 code such as IN") String country,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as RETAIL") String tier,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as NORTHERN-CHAIN") String partnerGroup,

            @NotNull Money creditLimit) {}

    @PUT
    @Path("/{partnerId}")
    @RolesAllowed("logistics-desk")
    @Transactional
    @Operation(summary = "Register a partner, or change its terms")
    public Response register(
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PartnerTerms terms) {
        if (!COUNTRIES.contains(terms.country())) {
            throw Problem.invalid("country", "unknown-country", "There is no country " + terms.country() + ".");
        }
        if (!currency.matches(terms.creditLimit())) {
            throw Problem.invalid("creditLimit", "wrong-currency", "The firm's currency is " + currency.code() + ".");
        }
        if (terms.creditLimit().isNegative()) {
            throw Problem.invalid("creditLimit", "negative", "A credit limit is zero or more.");
        }
        RegisterPartner.Outcome outcome = registerPartner.register(
                new RegisterPartner.PartnerTerms(
                        partnerId,
                        terms.name(),
                        terms.country(),
                        terms.tier(),
                        terms.partnerGroup(),
                        terms.creditLimit()),
                ETags.expectedVersion(ifMatch),
                Cause.of(caller.actor()));
        return switch (outcome) {
            case RegisterPartner.Registered registered -> {
                Response.ResponseBuilder answer =
                        registered.created() ? Response.created(URI.create("/partners/" + partnerId)) : Response.ok();
                yield answer(answer, registered.partner());
            }
            case RegisterPartner.ChangedMeanwhile changed -> throw Problem.changedMeanwhile(changed.version());
        };
    }

    private Response answer(Response.ResponseBuilder answer, Partner partner) {
        return answer.entity(PartnerView.of(partner, currency))
                .tag(ETags.of(partner.version))
                .build();
    }

    @GET
    @RolesAllowed({"logistics-desk", "treasurer", "pricing-desk"})
    @Transactional
    @Operation(
            summary =
                    "List all partners, with what they owe or have on order, by their ids or sorted by name, creditLimit"
                            + " or exposure")
    public Page<PartnerView> list(@BeanParam @Valid PageQuery query, @BeanParam @Valid SortQuery sort) {
        return SORT.page(query, sort, Partner::page).map(partner -> PartnerView.of(partner, currency));
    }

    @GET
    @Path("/{partnerId}")
    @RolesAllowed({"partner", "logistics-desk", "treasurer"})
    @Transactional
    @Operation(summary = "Show a partner with its terms; a partner sees itself only")
    public Response get(@PathParam("partnerId") UUID partnerId) {
        caller.requirePartnerOr(partnerId, "logistics-desk", "treasurer");
        Partner partner =
                Partner.<Partner>findByIdOptional(partnerId).orElseThrow(() -> Problem.notFound("partner", partnerId));
        return answer(Response.ok(), partner);
    }
}
