package coop.parasol.portal.people;

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

/** Accounts of a member's people at the service membership. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/members/{memberId}/people")
public interface PeopleClient {

    /** A person whom the member has invited; its name and address are absent once its account was removed. */
    record Colleague(
            UUID accountId,
            String subject,
            @Nullable String userName,
            @Nullable String name,
            String access,
            @Nullable String language,
            String invitedBy,
            Instant invitedAt,
            @Nullable Instant mailedAt,
            @Nullable String removedBy,
            @Nullable Instant removedAt) {

        public boolean isRemoved() {
            return removedAt != null;
        }
    }

    /** A person who is to work for the member. */
    record NewColleague(
            @Nullable String email,
            @Nullable String name,
            @Nullable String language) {}

    /** A password for the first sign-in. */
    record ColleaguePassword(String userName, String password) {}

    /** In which language a person is invited once more. */
    record ColleagueLanguage(@Nullable String language) {}

    @GET
    Listed<Colleague> colleagues(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    Colleague invite(
            @PathParam("memberId") UUID memberId,
            @HeaderParam("Idempotency-Key") String key,
            NewColleague newColleague);

    @POST
    @Path("{accountId}/invitation")
    Colleague inviteAgain(
            @PathParam("memberId") UUID memberId,
            @PathParam("accountId") UUID accountId,
            @HeaderParam("Idempotency-Key") String key,
            ColleagueLanguage colleagueLanguage);

    @POST
    @Path("{accountId}/one-time-password")
    ColleaguePassword issuePassword(@PathParam("memberId") UUID memberId, @PathParam("accountId") UUID accountId);

    @DELETE
    @Path("{accountId}")
    Colleague remove(@PathParam("memberId") UUID memberId, @PathParam("accountId") UUID accountId);
}
