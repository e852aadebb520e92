package coop.parasol.distribution.shipment;

import coop.parasol.distribution.invoice.Invoice;
import coop.parasol.distribution.invoice.IssueInvoice;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shipments at the border. */
@Path("/shipments")
@Tag(name = "Shipments")
public class ShipmentResource {

    private static final String DESK = "logistics-desk";

    private final DeliverShipment deliverShipment;
    private final IssueInvoice issueInvoice;
    private final Shipments shipments;
    private final Caller caller;

    ShipmentResource(DeliverShipment deliverShipment, IssueInvoice issueInvoice, Shipments shipments, Caller caller) {
        this.deliverShipment = deliverShipment;
        this.issueInvoice = issueInvoice;
        this.shipments = shipments;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"partner", DESK})
    @Transactional
    @Operation(summary = "Shipments without their goods, newest first; a partner sees its own")
    public Page<ShipmentView> list(@BeanParam @Valid PageQuery query) {
        UUID whose = caller.has(DESK) ? null : caller.partner();
        return Page.of(
                        shipments.page(whose, query.afterId(), query.fetch()),
                        query.limit,
                        shipment -> shipment.shipmentId().toString())
                .map(shipment -> ShipmentView.of(shipment, null, null, null));
    }

    @GET
    @Path("/{shipmentId}")
    @RolesAllowed({"partner", DESK})
    @Transactional
    @Operation(summary = "One shipment with its goods")
    public ShipmentView get(@PathParam("shipmentId") UUID shipmentId) {
        Shipment shipment = shipments.find(shipmentId).orElseThrow(() -> Problem.notFound("shipment", shipmentId));
        caller.requirePartnerOr(shipment.partnerId(), DESK);
        Optional<Invoice> invoice = issueInvoice.ofShipment(shipmentId);
        return ShipmentView.of(
                shipment,
                shipment.shipped(),
                invoice.map(Invoice::invoiceId).orElse(null),
                invoice.map(Invoice::invoiceNumber).orElse(null));
    }

    @POST
    @Path("/{shipmentId}/delivery")
    @RolesAllowed(DESK)
    @Idempotent
    @Transactional
    @Operation(summary = "Report that a shipment has arrived; its invoice is issued")
    public Response deliver(@PathParam("shipmentId") UUID shipmentId) {
        DeliverShipment.Delivered delivered = deliverShipment
                .deliver(shipmentId, Cause.of(caller.actor()))
                .orElseThrow(() -> Problem.notFound("shipment", shipmentId));
        Shipment shipment = delivered.shipment();
        Invoice invoice = delivered.invoice();
        return Response.ok(ShipmentView.of(shipment, shipment.shipped(), invoice.invoiceId(), invoice.invoiceNumber()))
                .build();
    }
}
