package coop.parasol.portal.logistics;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.order.OrderLine;
import coop.parasol.portal.order.OrderReductionClient;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Orders, shipments and stock at the service distribution. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface LogisticsClient {

    /** An order of a partner. */
    record Order(
            UUID orderId,
            String state,
            UUID partnerId,
            @Nullable String partnerName,
            @Nullable String reference,
            Period period,
            String enteredBy,
            Instant placedAt,
            @Nullable List<OrderLine> lines,
            @Nullable Money total,
            @Nullable Refusal refusal,
            @Nullable String cancelReason,
            @Nullable List<OrderReductionClient.Recorded> reductions) {}

    /** Why an order was refused. */
    record Refusal(String code, String reason) {}

    /** The delivery note of a dispatch. */
    record NewDispatch(@Nullable String reference) {}

    /** Goods on their way to a partner. */
    record Shipment(
            UUID shipmentId,
            String sscc,
            UUID orderId,
            @Nullable String orderReference,
            String reference,
            UUID partnerId,
            @Nullable String partnerName,
            String state,
            Instant dispatchedAt,
            @Nullable Instant deliveredAt,
            @Nullable List<ShippedGoods> goods,
            @Nullable UUID invoiceId,
            @Nullable String invoiceNumber) {}

    /** Units of a lot in a shipment. */
    record ShippedGoods(
            String product, String grade, UUID batchId, String lot, Quantity quantity, UnitPrice unitPrice) {}

    /** A batch and where its units are. */
    record Batch(
            UUID batchId,
            String lot,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String grade,
            @Nullable LocalDate bestBefore,
            Quantity certified,
            Quantity onHand,
            Quantity reserved,
            Quantity dispatched,
            Quantity delivered,
            Quantity returned,
            Quantity destroyed,
            Quantity setAside,
            Quantity takenBack,
            Quantity consumed,
            Quantity consumptionDue,
            String owner,
            String certificateState) {}

    /** What a check of the stock has found. */
    record Check(
            Instant checkedAt,
            boolean conserved,
            long batches,
            String certified,
            String onHand,
            String reserved,
            String dispatched,
            String delivered,
            String returned,
            String destroyed,
            String setAside,
            String takenBack,
            String consumed,
            long batchesBroken,
            long reservationsBroken,
            long shipmentsBroken,
            long linesBroken,
            long creditBroken,
            long stockIdle,
            long allocationsLate) {}

    /** A partner with its terms. */
    record Partner(
            UUID partnerId,
            String name,
            String country,
            String tier,
            @Nullable String partnerGroup,
            Money creditLimit,
            Money exposure,
            long version) {}

    /** The terms of a partner. */
    record PartnerTerms(
            @Nullable String name,
            @Nullable String country,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable Sum creditLimit) {}

    /** An amount as it was typed: the service says what is wrong with it. */
    record Sum(@Nullable String amount, @Nullable String currency) {}

    @GET
    @Path("orders")
    Listed<Order> orders(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("partnerId") @Nullable String partnerId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("orders/{orderId}")
    Order order(@PathParam("orderId") UUID orderId);

    @POST
    @Path("orders/{orderId}/dispatches")
    Shipment dispatch(
            @PathParam("orderId") UUID orderId, @HeaderParam("Idempotency-Key") String key, NewDispatch newDispatch);

    @GET
    @Path("shipments")
    Listed<Shipment> shipments(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("sscc") @Nullable String sscc,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("shipments/{shipmentId}")
    Shipment shipment(@PathParam("shipmentId") UUID shipmentId);

    @POST
    @Path("shipments/{shipmentId}/delivery")
    Shipment arrived(@PathParam("shipmentId") UUID shipmentId, @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("stock")
    Listed<Batch> stock(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("product") @Nullable String product,
            @QueryParam("lot") @Nullable String lot,
            @QueryParam("certificateState") @Nullable String certificateState,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("stock/check")
    Check check();

    @POST
    @Path("stock/check")
    Check checkNow(@HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("partners")
    Listed<Partner> partners(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("partners/{partnerId}")
    RestResponse<Partner> partner(@PathParam("partnerId") UUID partnerId);

    @PUT
    @Path("partners/{partnerId}")
    Partner setPartner(
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("If-Match") @Nullable String seen,
            PartnerTerms partnerTerms);
}
