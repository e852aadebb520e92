package coop.parasol.portal.partner;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service distribution, as far as a partner buys from the firm. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface PartnerClient {

    /**
     * A product that can be ordered.
     *
     * @param grades from the best down
     * @param available per grade what can be promised now
     */
    record Offer(
            String product,
            String name,
            String unit,
            List<String> grades,
            List<Price> prices,
            Map<String, Quantity> available) {}

    /** A price in force, for orders of at least that quantity; it is for a tier, a group of partners or one partner. */
    record Price(
            String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            Quantity minimumQuantity,
            UnitPrice unitPrice,
            @Nullable Instant validUntil) {

        /** An agreement is before the price of a group, and that before the price of a tier. */
        int rank() {
            if (partnerId != null) {
                return 2;
            }
            return partnerGroup != null ? 1 : 0;
        }

        public boolean isAgreed() {
            return partnerId != null;
        }
    }

    /** A partner's own terms; {@code exposure} is what open orders and unpaid invoices come to now. */
    record Partner(UUID partnerId, String name, String tier, Money creditLimit, Money exposure) {}

    /** An order; {@code lines} are absent in lists. */
    record Order(
            UUID orderId,
            String state,
            @Nullable String reference,
            Period period,
            String enteredBy,
            Instant placedAt,
            @Nullable List<OrderLine> lines,
            @Nullable Money total,
            @Nullable Refusal refusal,
            @Nullable String cancelReason,
            @Nullable List<OrderReductionClient.Recorded> reductions) {

        /** The partner's own number, or the firm's where it has none. */
        public String title() {
            return reference == null ? orderId.toString() : reference;
        }

        /** Whether the firm is about to look for goods, which takes milliseconds. */
        public boolean isAllocating() {
            return lines != null && lines.stream().anyMatch(OrderLine::allocationPending);
        }

        /** Whether something of it has not been dispatched. */
        public boolean isCancellable() {
            return lines != null && lines.stream().anyMatch(OrderLine::isOpen);
        }

        /** Whether something of it was cancelled. */
        public boolean isPartCancelled() {
            return lines != null
                    && lines.stream().anyMatch(line -> line.cancelled().isPositive());
        }

        /** What a desk of the firm has entered in the partner's name. */
        public List<OrderReductionClient.Recorded> transcribed() {
            return reductions == null
                    ? List.of()
                    : reductions.stream()
                            .filter(OrderReductionClient.Recorded::transcribed)
                            .toList();
        }

        /** Whether goods are still to come, as far as a list says. */
        public boolean isOpen() {
            return state.equals("ACCEPTED")
                    || state.equals("PART_ALLOCATED")
                    || state.equals("ALLOCATED")
                    || state.equals("DISPATCHED");
        }
    }

    /** Why the firm did not take an order. */
    record Refusal(String code, String reason) {}

    /** An order as it was typed: the service says what is wrong with it. */
    record NewOrder(@Nullable String reference, @Nullable String period, List<NewLine> lines) {}

    /** A line as it was typed; without a grade it is the best. */
    record NewLine(String product, @Nullable String grade, Amount quantity) {}

    /** A quantity as it was typed. */
    record Amount(String value, String unit) {}

    /** Why the partner cancels. */
    record Cancellation(@Nullable String reason) {}

    /** A shipment; goods and invoice are absent in lists. */
    record Shipment(
            UUID shipmentId,
            String sscc,
            UUID orderId,
            @Nullable String orderReference,
            String reference,
            String state,
            Instant dispatchedAt,
            @Nullable Instant deliveredAt,
            @Nullable List<Goods> goods,
            @Nullable UUID invoiceId,
            @Nullable String invoiceNumber) {}

    /** Goods of one lot in a shipment. */
    record Goods(
            int line,
            String product,
            String grade,
            String lot,
            Quantity quantity,
            UnitPrice unitPrice,
            @Nullable String certificateNumber) {}

    @GET
    @Path("catalogue")
    Listed<Offer> catalogue(
            @QueryParam("tier") @Nullable String tier,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("partners/{partnerId}")
    Partner partner(@PathParam("partnerId") UUID partnerId);

    @GET
    @Path("orders")
    Listed<Order> orders(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("sort") @Nullable String sort);

    /** Those of an own order number, however it is spelt. */
    @GET
    @Path("orders")
    Listed<Order> numbered(@QueryParam("reference") String reference, @QueryParam("limit") int limit);

    @GET
    @Path("orders/{orderId}")
    Order order(@PathParam("orderId") UUID orderId);

    @POST
    @Path("orders")
    Order place(@HeaderParam("Idempotency-Key") String key, NewOrder order);

    @POST
    @Path("orders/{orderId}/cancellation")
    Order cancel(
            @HeaderParam("Idempotency-Key") String key, @PathParam("orderId") UUID orderId, Cancellation cancellation);

    @GET
    @Path("shipments")
    Listed<Shipment> shipments(
            @QueryParam("state") @Nullable String state,
            @QueryParam("orderId") @Nullable UUID orderId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("shipments")
    Listed<Shipment> shipmentsOf(@QueryParam("sscc") String sscc, @QueryParam("limit") int limit);

    @GET
    @Path("shipments/{shipmentId}")
    Shipment shipment(@PathParam("shipmentId") UUID shipmentId);

    @GET
    @Path("recall-notices")
    Listed<RecallNotice> recallNotices(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("recall-notices/{noticeId}/acknowledgement")
    void acknowledge(@HeaderParam("Idempotency-Key") String key, @PathParam("noticeId") UUID noticeId);

    @POST
    @Path("recall-notices/{noticeId}/confirmation")
    void confirm(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("noticeId") UUID noticeId,
            RecallNotice.Confirmation confirmation);
}
