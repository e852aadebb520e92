package coop.parasol.membership.identity;

import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.login.OwnPassword;
import coop.parasol.membership.member.BuyInPrice;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.MemberIdentity;
import coop.parasol.membership.member.MemberView;
import coop.parasol.messaging.Cause;
import coop.parasol.web.AccountEmail;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.KeycloakAnswers;
import coop.parasol.web.OwnerOnly;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** By which name a member goes and by which e-mail address it signs in, over REST. */
@Path("/members/{memberId}")
@Tag(name = "Members")
@RolesAllowed({"registrar", "producer"})
public class IdentityResource {

    private static final String REGISTRAR = "registrar";

    private final ChangeIdentity changeIdentity;
    private final MemberIdentity identity;
    private final OwnPassword ownPassword;
    private final BuyInPrice buyInPrice;
    private final FirmCurrency currency;
    private final Caller caller;

    IdentityResource(
            ChangeIdentity changeIdentity,
            MemberIdentity identity,
            OwnPassword ownPassword,
            BuyInPrice buyInPrice,
            FirmCurrency currency,
            Caller caller) {
        this.changeIdentity = changeIdentity;
        this.identity = identity;
        this.ownPassword = ownPassword;
        this.buyInPrice = buyInPrice;
        this.currency = currency;
        this.caller = caller;
    }

    /** @param name of the firm, as it is registered now */
    public record NewName(@NotBlank @Size(max = 200) String name) {}

    /** @param email becomes the name of its account, whose password stays; of one membership at a time */
    public record NewEmail(@NotNull @AccountEmail String email) {}

    @PUT
    @Path("/name")
    @OwnerOnly
    @Transactional
    @Operation(
            operationId = "changeMemberName",
            summary =
                    "Change by which name a member goes; the change is recorded and told, what was issued before keeps"
                            + " the earlier name")
    @APIResponseSchema(value = MemberView.class, responseCode = "200")
    public Response rename(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewName name) {
        Member member = lock(memberId, ifMatch);
        return answer(member, changeIdentity.rename(member, name.name().strip(), Cause.of(caller.actor())));
    }

    @PUT
    @Path("/email")
    @OwnerOnly
    @Transactional
    @Operation(
            operationId = "changeMemberEmail",
            summary =
                    "Change by which e-mail address a member signs in; its password stays, and the change is recorded. The"
                            + " registrar may until the member has a password of its own")
    @APIResponseSchema(value = MemberView.class, responseCode = "200")
    public Response changeEmail(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewEmail email) {
        requireMayChangeEmail(memberId);
        changeIdentity.lockAddresses();
        Member member = lock(memberId, ifMatch);
        return answer(member, changeIdentity.changeEmail(member, email.email(), Cause.of(caller.actor())));
    }

    @GET
    @Path("/identity-changes")
    @Transactional
    @Operation(
            operationId = "listIdentityChanges",
            summary = "List who has changed a member's name and e-mail address, and when; a producer sees its own")
    public Page<MemberIdentity.Change> changes(
            @PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, REGISTRAR);
        return query.byId(
                (after, maxRows) -> identity.changes(memberId, after, maxRows), MemberIdentity.Change::changeId);
    }

    /** Who could change the address of another's account alone could have a new password sent to it. */
    private void requireMayChangeEmail(UUID memberId) {
        caller.requireMemberOr(memberId, REGISTRAR);
        if (caller.memberId().filter(memberId::equals).isPresent()) {
            return;
        }
        switch (ownPassword.of(memberId)) {
            case NONE -> {}
            case CHOSEN ->
                throw Problem.refused(
                        "already-signed-in",
                        "The member has a password of its own, so it changes its address itself. If it has lost its"
                                + " password, two registrars give it a new one first.");
            case UNKNOWN -> throw KeycloakAnswers.unavailable();
        }
    }

    private Member lock(UUID memberId, @Nullable String ifMatch) {
        caller.requireMemberOr(memberId, REGISTRAR);
        Member member = Member.lock(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        ETags.requireMatch(ifMatch, member.version);
        return member;
    }

    private Response answer(Member member, Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw Problem.of(refusal.get());
        }
        return Response.ok(MemberView.of(member, currency, buyInPrice.buyInPrice()))
                .tag(ETags.of(member.version))
                .build();
    }
}
