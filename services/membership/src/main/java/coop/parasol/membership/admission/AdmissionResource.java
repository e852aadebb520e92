package coop.parasol.membership.admission;

import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.member.BuyInPrice;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.MemberView;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST resource of the registrar's decision on an application. */
@Path("/members/{memberId}")
@Tag(name = "Members")
@RolesAllowed("registrar")
public class AdmissionResource {

    private final DecideApplication decideApplication;
    private final BuyInPrice buyInPrice;
    private final FirmCurrency currency;
    private final Caller caller;

    AdmissionResource(
            DecideApplication decideApplication, BuyInPrice buyInPrice, FirmCurrency currency, Caller caller) {
        this.decideApplication = decideApplication;
        this.buyInPrice = buyInPrice;
        this.currency = currency;
        this.caller = caller;
    }

    /** Why a firm is not admitted. */
    public record RefusalRequest(
            @NotBlank @Size(max = 2000) @Multiline String reason) {}

    @POST
    @Path("/admission")
    @Idempotent
    @Transactional
    @Operation(operationId = "admitMember", summary = "Admit a firm; its share is issued when its price has come in")
    public Response admit(@PathParam("memberId") UUID memberId) {
        Member member = applied(memberId);
        requireNoVote();
        return switch (decideApplication.admit(member, Cause.of(caller.actor()))) {
            case DecideApplication.Admitted admitted ->
                Response.ok(view(member)).build();
            case DecideApplication.AddressUnconfirmed unconfirmed ->
                throw Problem.refused(
                        "address-unconfirmed",
                        "The firm has not confirmed its e-mail address by the link that was mailed to it.");
            case DecideApplication.RegistrationTaken taken ->
                throw Problem.refused("registration-taken", "Another member has this registration number.");
            case DecideApplication.EmailTaken taken ->
                throw Problem.refused("email-taken", "Another member has an account with this e-mail address.");
            case DecideApplication.ShareWorthless worthless ->
                throw Problem.refused("share-worthless", "A share is worth nothing now; members have to decide first.");
        };
    }

    @POST
    @Path("/refusal")
    @Idempotent
    @Transactional
    @Operation(operationId = "refuseApplication", summary = "Refuse an application; the firm may apply again")
    public Response refuse(@PathParam("memberId") UUID memberId, @Valid @NotNull RefusalRequest refusal) {
        Member member = applied(memberId);
        requireNoVote();
        decideApplication.refuse(member, refusal.reason(), false, Cause.of(caller.actor()));
        return Response.ok(view(member)).build();
    }

    private void requireNoVote() {
        if (decideApplication.needsVote()) {
            throw Problem.refused(
                    "vote-needed",
                    "By the bylaws the members decide: open a vote with POST /proposals, kind ADMISSION.");
        }
    }

    private static Member applied(UUID memberId) {
        Member member = Member.lock(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        if (member.state != MemberState.APPLIED) {
            throw Problem.refused("not-applied", "The member is " + member.state + ".");
        }
        return member;
    }

    private MemberView view(Member member) {
        return MemberView.of(member, currency, buyInPrice.buyInPrice());
    }
}
