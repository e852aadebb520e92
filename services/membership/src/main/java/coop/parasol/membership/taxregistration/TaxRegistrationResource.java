package coop.parasol.membership.taxregistration;

import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.firm.rules.TaxNumberFormat;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.taxregistration.TaxRegistrations.TaxRegistration;
import coop.parasol.membership.taxregistration.rules.TaxRegistrationRules.Wanted;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.CountryCode;
import coop.parasol.web.Idempotent;
import coop.parasol.web.OwnerOnly;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: how a member is registered for tax; it enters that itself, or the registrar does. */
@Path("/members/{memberId}/tax-registrations")
@Tag(name = "Members")
@RolesAllowed({"registrar", "producer"})
public class TaxRegistrationResource {

    private static final String REGISTRAR = "registrar";

    private final TaxRegistrations registrations;
    private final MemberRegister members;
    private final Caller caller;

    TaxRegistrationResource(TaxRegistrations registrations, MemberRegister members, Caller caller) {
        this.registrations = registrations;
        this.members = members;
        this.caller = caller;
    }

    /**
     * How the member is registered from a day on.
     *
     * @param country ISO 3166-1 alpha-2, whose registration it is
     * @param number as the tax office has given it; not where it is not registered
     * @param address as it stands in the registration; printed on the member's documents
     * @param validFrom today or later
     * @param validUntil last day, if it is known
     * @param selfBillingAgreedOn when the member has agreed that the firm draws up its invoices
     */
    public record NewTaxRegistration(
            @NotNull TaxScheme scheme,
            @NotNull @CountryCode String country,
            @Nullable @Size(max = 40) String number,
            @Nullable @Size(max = 300) String address,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate selfBillingAgreedOn) {

        Wanted wanted() {
            return new Wanted(
                    scheme,
                    country,
                    number == null || number.isBlank() ? null : TaxNumberFormat.normalize(number),
                    address == null || address.isBlank() ? null : address.strip(),
                    validFrom,
                    validUntil,
                    selfBillingAgreedOn);
        }
    }

    /**
     * A registration as it was entered.
     *
     * @param number absent where it has none, or once it was erased, as the address
     */
    public record TaxRegistrationView(
            UUID registrationId,
            UUID memberId,
            TaxScheme scheme,
            String country,
            @Nullable String number,
            @Nullable String address,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate selfBillingAgreedOn,
            String enteredBy,
            Instant enteredAt) {

        static TaxRegistrationView of(TaxRegistration one) {
            return new TaxRegistrationView(
                    one.registrationId(),
                    one.memberId(),
                    one.scheme(),
                    one.country(),
                    one.number(),
                    one.address(),
                    one.validFrom(),
                    one.validUntil(),
                    one.selfBillingAgreedOn(),
                    one.enteredBy(),
                    one.enteredAt());
        }
    }

    @POST
    @OwnerOnly
    @Idempotent
    @Transactional
    @Operation(summary = "Enter how a member is registered for tax from a day on, today at the earliest")
    public Response enter(@PathParam("memberId") UUID memberId, @Valid @NotNull NewTaxRegistration wanted) {
        caller.requireMemberOr(memberId, REGISTRAR);
        Member member = Member.lock(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        if (member.erasedAt != null) {
            throw Problem.refused("erased", "What is personal of the member was erased.");
        }
        return switch (registrations.enter(memberId, wanted.wanted(), Cause.of(caller.actor()))) {
            case TaxRegistrations.Entered entered ->
                Response.created(URI.create("/members/" + memberId + "/tax-registrations"))
                        .entity(TaxRegistrationView.of(entered.registration()))
                        .build();
            case TaxRegistrations.Refused refused ->
                throw Problem.invalid(
                        refused.objection().field(),
                        refused.objection().code(),
                        refused.objection().sentence());
        };
    }

    @GET
    @Transactional
    @Operation(summary = "List how a member is and was registered for tax, oldest first; a producer sees its own")
    public Page<TaxRegistrationView> list(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, REGISTRAR);
        if (!members.exists(memberId)) {
            throw Problem.notFound("member", memberId);
        }
        return query.byId(
                        (after, maxRows) -> registrations.list(memberId, after, maxRows),
                        TaxRegistration::registrationId)
                .map(TaxRegistrationView::of);
    }
}
