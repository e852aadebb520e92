package coop.parasol.portal.member;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as pages about a member itself and the bylaws need it. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface ProfileClient {

    /** What the firm has on record of a member, as the member itself sees it. */
    record Member(
            UUID memberId,
            String name,
            String registrationNumber,
            String kind,
            String email,
            @Nullable Address address,
            @Nullable String iban,
            String state,
            Instant appliedAt,
            @Nullable Instant shareIssuedAt,
            @Nullable Instant shareCancelledAt,
            @Nullable Instant loginResetAt) {}

    /** Where it gets post. */
    record Address(
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}

    /** Where it is paid. */
    record BankAccount(@Nullable String iban) {}

    /** By which address it signs in. */
    record Email(@Nullable String email) {}

    /** By which name it goes. */
    record Name(@Nullable String name) {}

    /** A change of name or e-mail address. */
    record IdentityChange(
            String what,
            @Nullable String valueBefore,
            @Nullable String valueAfter,
            String changedBy,
            Instant changedAt) {}

    /** What desks have proposed about the bank account. */
    record BankAccountProposal(
            @Nullable String iban,
            String state,
            Instant proposedAt,
            @Nullable Instant decidedAt) {}

    /** A version of the bylaws. */
    record Version(
            int version, Instant effectiveFrom, @Nullable UUID decidedBy, Map<String, Object> bylaws) {}

    @GET
    @Path("members/{memberId}")
    RestResponse<Member> member(@PathParam("memberId") UUID memberId);

    @PUT
    @Path("members/{memberId}/address")
    Member changeAddress(@PathParam("memberId") UUID memberId, @HeaderParam("If-Match") String tag, Address address);

    @PUT
    @Path("members/{memberId}/bank-account")
    Member changeBankAccount(
            @PathParam("memberId") UUID memberId, @HeaderParam("If-Match") String tag, BankAccount account);

    @PUT
    @Path("members/{memberId}/email")
    Member changeEmail(@PathParam("memberId") UUID memberId, @HeaderParam("If-Match") String tag, Email email);

    @PUT
    @Path("members/{memberId}/name")
    Member changeName(@PathParam("memberId") UUID memberId, @HeaderParam("If-Match") String tag, Name name);

    @GET
    @Path("members/{memberId}/identity-changes")
    Listed<IdentityChange> identityChanges(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("members/{memberId}/bank-account/proposals")
    Listed<BankAccountProposal> bankAccountProposals(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("bylaws")
    Version bylaws();
}
