package coop.parasol.portal.registrar;

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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** How a member signs in and where it is paid, at the service membership: what a desk proposes and a second person approves. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface MemberAccessClient {

    /** A new password that is proposed or was approved. */
    record Reset(
            UUID resetId,
            @Nullable String reason,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /** Why a member needs a new password. */
    record LoginReset(@Nullable String reason) {}

    /** One registrar's part of a new password. */
    record PasswordPart(String userName, String part, boolean first) {}

    /** A password for the first sign-in. */
    record OneTimePassword(String userName, String password) {}

    /** In which language a person is invited. */
    record InvitationLanguage(@Nullable String language) {}

    /** An invitation that was mailed. */
    record Invitation(String sentTo, Instant validUntil) {}

    /** A bank account that is proposed or was approved. */
    record BankAccountProposal(
            UUID proposalId,
            @Nullable UUID exitId,
            @Nullable String iban,
            @Nullable String proof,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /** Where a member is to be paid, and what proves it. */
    record NewBankAccount(@Nullable String iban, @Nullable String proof) {}

    @GET
    @Path("members/{memberId}/account/resets")
    Listed<Reset> resets(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("members/{memberId}/account/resets")
    Reset proposeReset(
            @PathParam("memberId") UUID memberId, @HeaderParam("Idempotency-Key") String key, LoginReset loginReset);

    @POST
    @Path("members/{memberId}/account/resets/{resetId}/approval")
    Reset approveReset(
            @PathParam("memberId") UUID memberId,
            @PathParam("resetId") UUID resetId,
            @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("members/{memberId}/account/resets/{resetId}")
    Reset withdrawReset(@PathParam("memberId") UUID memberId, @PathParam("resetId") UUID resetId);

    @POST
    @Path("members/{memberId}/account/resets/{resetId}/password-part")
    PasswordPart passwordPart(@PathParam("memberId") UUID memberId, @PathParam("resetId") UUID resetId);

    @POST
    @Path("members/{memberId}/account/one-time-password")
    OneTimePassword oneTimePassword(@PathParam("memberId") UUID memberId);

    @POST
    @Path("members/{memberId}/account/invitation")
    Invitation invite(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("Idempotency-Key") String key,
            InvitationLanguage invitationLanguage);

    @GET
    @Path("members/{memberId}/bank-account/proposals")
    Listed<BankAccountProposal> bankAccounts(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("members/{memberId}/bank-account/proposals")
    BankAccountProposal proposeBankAccount(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("Idempotency-Key") String key,
            NewBankAccount newBankAccount);

    @POST
    @Path("members/{memberId}/bank-account/proposals/{proposalId}/approval")
    BankAccountProposal approveBankAccount(
            @PathParam("memberId") UUID memberId,
            @PathParam("proposalId") UUID proposalId,
            @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("members/{memberId}/bank-account/proposals/{proposalId}")
    BankAccountProposal withdrawBankAccount(
            @PathParam("memberId") UUID memberId, @PathParam("proposalId") UUID proposalId);
}
