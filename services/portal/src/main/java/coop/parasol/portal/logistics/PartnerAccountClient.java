package coop.parasol.portal.logistics;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
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

/** Accounts of partners' people at the service distribution. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/partners/{partnerId}/accounts")
interface PartnerAccountClient {

    /** A person who orders for a partner; its name and address are absent once its account was removed. */
    record Account(
            UUID accountId,
            @Nullable String userName,
            @Nullable String name,
            String access,
            @Nullable String language,
            String madeBy,
            Instant madeAt) {}

    /** A person who is to order for a partner. */
    record AccountDraft(
            @Nullable String email,
            @Nullable String name,
            @Nullable String language) {}

    /** A password for the first sign-in. */
    record OneTimePassword(String userName, String password) {}

    /** In which language a person is invited. */
    record InvitationLanguage(@Nullable String language) {}

    /** An invitation that was mailed. */
    record Invitation(String sentTo, Instant validUntil) {}

    @GET
    Listed<Account> accounts(
            @PathParam("partnerId") UUID partnerId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    Account make(
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("Idempotency-Key") String key,
            AccountDraft accountDraft);

    @POST
    @Path("{accountId}/invitation")
    Invitation invite(
            @PathParam("partnerId") UUID partnerId,
            @PathParam("accountId") UUID accountId,
            @HeaderParam("Idempotency-Key") String key,
            InvitationLanguage invitationLanguage);

    @POST
    @Path("{accountId}/one-time-password")
    OneTimePassword issuePassword(@PathParam("partnerId") UUID partnerId, @PathParam("accountId") UUID accountId);
}
