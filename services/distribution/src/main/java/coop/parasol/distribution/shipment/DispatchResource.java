package coop.parasol.distribution.shipment;

import coop.parasol.contracts.Identifier;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.RetryOnDeadlock;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.valueextraction.Unwrapping;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: the dispatch of what is reserved for an order. */
@Path("/orders/{orderId}/dispatches")
@Tag(name = "Shipments")
public class DispatchResource {

    private static final int CONFLICT = 409;

    private final DispatchOrder dispatchOrder;
    private final ShipmentGoodsQuery shipmentGoods;
    private final ShipmentNames shipmentNames;
    private final Caller caller;

    DispatchResource(
            DispatchOrder dispatchOrder, ShipmentGoodsQuery shipmentGoods, ShipmentNames shipmentNames, Caller caller) {
        this.shipmentNames = shipmentNames;
        this.dispatchOrder = dispatchOrder;
        this.shipmentGoods = shipmentGoods;
        this.caller = caller;
    }

    /** @param reference the warehouse's own number of the dispatch, such as that of its delivery note; it names one for ever */
    public record NewDispatch(
            @NotNull(payload = Unwrapping.Skip.class) Identifier reference) {}

    @POST
    @RolesAllowed("logistics-desk")
    @Idempotent
    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Transactional
    @Operation(operationId = "dispatchOrder", summary = "Dispatch all that is reserved for an order")
    public Response dispatch(@PathParam("orderId") UUID orderId, @Valid @NotNull NewDispatch dispatch) {
        return switch (dispatchOrder.dispatch(orderId, dispatch.reference(), Cause.of(caller.actor()))) {
            case DispatchOrder.Dispatched dispatched -> {
                Shipment shipment = dispatched.shipment();
                yield (dispatched.again()
                                ? Response.ok()
                                : Response.created(URI.create("/shipments/" + shipment.shipmentId)))
                        .entity(ShipmentView.of(
                                shipment, shipmentNames.of(List.of(shipment)), shipmentGoods.of(shipment), null, null))
                        .build();
            }
            case DispatchOrder.ReferenceUsed used ->
                throw Problem.of(CONFLICT, "dispatch-exists", "reference", used(used.shipment()));
            case DispatchOrder.UnknownOrder unknown -> throw Problem.notFound("order", orderId);
            case DispatchOrder.NothingToDispatch nothing ->
                throw Problem.refused("nothing-to-dispatch", "Nothing that may be sold is reserved for this order.");
        };
    }

    /** Whose number it is already, by what stands on the papers and on the parcel. */
    private String used(Shipment shipment) {
        String order = shipmentNames.of(List.of(shipment)).orderReferences().get(shipment.orderId);
        return "Shipment " + shipment.sscc + " of order " + (order == null ? shipment.orderId : order)
                + " has the reference " + shipment.reference + " already.";
    }
}
