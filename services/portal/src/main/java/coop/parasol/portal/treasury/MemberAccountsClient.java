package coop.parasol.portal.treasury;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as the treasurer looks at one member: its name, what it is owed, and its entries. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface MemberAccountsClient {

    /** By which a member is known. */
    record Member(UUID memberId, String name, String registrationNumber, String state) {}

    /** Those whose name or registration number contains a text. */
    @GET
    @Path("members")
    Listed<Member> called(@QueryParam("q") String text, @QueryParam("limit") int limit);

    @GET
    @Path("members/{memberId}")
    Member member(@PathParam("memberId") UUID memberId);

    @GET
    @Path("payables")
    Listed<PaymentsClient.Payable> payables(
            @QueryParam("memberId") UUID memberId,
            @QueryParam("sort") String sort,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    /** Every entry that concerns it, newest first. */
    @GET
    @Path("members/{memberId}/statement")
    Listed<LedgerClient.Entry> entries(
            @PathParam("memberId") UUID memberId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);
}
