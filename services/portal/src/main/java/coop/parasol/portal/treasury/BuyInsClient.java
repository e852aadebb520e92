package coop.parasol.portal.treasury;

import coop.parasol.contracts.Money;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The prices of shares and charges to holdbacks, at the service membership. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface BuyInsClient {

    /** A firm that has been admitted. */
    record Member(
            UUID memberId,
            String name,
            String registrationNumber,
            String state,
            @Nullable Money buyInDue,
            @Nullable Instant admittedAt,
            @Nullable Instant shareIssuedAt) {}

    /** The invoice for a share. */
    record Invoice(
            String number,
            LocalDate issuedOn,
            UUID memberId,
            String name,
            String registrationNumber,
            Money price,
            Money outstanding,
            List<BuyInPart> instalments) {}

    /** One instalment of the price of a share. */
    record BuyInPart(
            int number,
            Money amount,
            @Nullable LocalDate dueOn,
            @Nullable Instant paidAt,
            @Nullable Money setOff) {}

    /** A payment for a share. */
    record BuyIn(@Nullable Sum amount, @Nullable String bankReference) {}

    /** An amount as it was typed: the service says what is wrong with it. */
    record Sum(@Nullable String amount, @Nullable String currency) {}

    /** What was charged to the holdback of a leaving member. */
    record RecallCharge(
            UUID chargeId,
            UUID batchId,
            Money amount,
            @Nullable String narrative,
            Instant chargedAt,
            String chargedBy) {}

    /** A recall to charge to a holdback. */
    record Charge(
            @Nullable String batchId,
            @Nullable Sum amount,
            @Nullable String narrative) {}

    @GET
    @Path("members")
    Listed<Member> members(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("state") @Nullable String state);

    @GET
    @Path("members/{memberId}/buy-in-invoice")
    Invoice invoice(@PathParam("memberId") UUID memberId);

    @POST
    @Path("members/{memberId}/buy-in")
    Member enter(@PathParam("memberId") UUID memberId, @HeaderParam("Idempotency-Key") String key, BuyIn buyIn);

    @GET
    @Path("exits/{exitId}/recall-charges")
    Listed<RecallCharge> charges(
            @PathParam("exitId") UUID exitId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("exits/{exitId}/recall-charges")
    RecallCharge charge(@PathParam("exitId") UUID exitId, @HeaderParam("Idempotency-Key") String key, Charge charge);
}
