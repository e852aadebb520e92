package coop.parasol.distribution.shipment;

import coop.parasol.contracts.Identifier;
import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.RetryOnDeadlock;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: shipments and their delivery. */
@Path("/shipments")
@Tag(name = "Shipments")
public class ShipmentResource {

    private static final SortKeys<Shipment> SORT = SortKeys.<Shipment>newestFirst(
                    "shipmentId", shipment -> shipment.shipmentId)
            .byTime("dispatchedAt")
            .byText("reference", "reference", shipment -> shipment.reference)
            .byText("sscc", "sscc", shipment -> shipment.sscc);

    private static final String DESK = "logistics-desk";

    private final DeliverShipment deliverShipment;
    private final ShipmentGoodsQuery shipmentGoods;
    private final ShipmentNames shipmentNames;
    private final Caller caller;

    ShipmentResource(
            DeliverShipment deliverShipment,
            ShipmentGoodsQuery shipmentGoods,
            ShipmentNames shipmentNames,
            Caller caller) {
        this.deliverShipment = deliverShipment;
        this.shipmentGoods = shipmentGoods;
        this.shipmentNames = shipmentNames;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"partner", DESK})
    @Transactional
    @Operation(
            summary =
                    "List shipments without their goods, newest first or sorted by dispatchedAt, reference or sscc, of one"
                            + " state, order, SSCC or number of the warehouse; a partner sees its own")
    public Page<ShipmentView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("state") Shipment.@Nullable State state,
            @QueryParam("orderId") @Nullable UUID orderId,
            @QueryParam("sscc") @Nullable String sscc,
            @QueryParam("reference") @Nullable Identifier reference) {
        Shipment.Filter filter = new Shipment.Filter(
                caller.has(DESK) ? null : caller.partner(), state, orderId, sscc, Identifier.normalOrNull(reference));
        Page<Shipment> page = SORT.page(query, sort, (place, maxRows) -> Shipment.page(place, maxRows, filter));
        ShipmentView.Names names = shipmentNames.of(page.items());
        return page.map(shipment -> ShipmentView.of(shipment, names, null, null, null));
    }

    @GET
    @Path("/{shipmentId}")
    @RolesAllowed({"partner", DESK})
    @Transactional
    @Operation(summary = "Show a shipment with its goods; a partner sees its own")
    public ShipmentView get(@PathParam("shipmentId") UUID shipmentId) {
        Shipment shipment = Shipment.<Shipment>findByIdOptional(shipmentId)
                .orElseThrow(() -> Problem.notFound("shipment", shipmentId));
        caller.requirePartnerOr(shipment.partnerId, DESK);
        Optional<Invoice> invoice = Invoice.ofShipment(shipmentId);
        return view(shipment, invoice.orElse(null));
    }

    @POST
    @Path("/{shipmentId}/delivery")
    @RolesAllowed(DESK)
    @Idempotent
    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Transactional
    @Operation(summary = "Report that a shipment has arrived; its invoice is issued")
    public Response deliver(@PathParam("shipmentId") UUID shipmentId) {
        return switch (deliverShipment.deliver(shipmentId, Cause.of(caller.actor()))) {
            case DeliverShipment.Delivered delivered ->
                Response.ok(view(delivered.shipment(), delivered.invoice())).build();
            case DeliverShipment.UnknownShipment unknown -> throw Problem.notFound("shipment", shipmentId);
        };
    }

    private ShipmentView view(Shipment shipment, @Nullable Invoice invoice) {
        return ShipmentView.of(
                shipment,
                shipmentNames.of(List.of(shipment)),
                shipmentGoods.of(shipment),
                invoice == null ? null : invoice.invoiceId,
                invoice == null ? null : invoice.number);
    }
}
