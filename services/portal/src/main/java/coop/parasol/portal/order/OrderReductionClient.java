package coop.parasol.portal.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service distribution, as far as less of a line is wanted or delivered than was ordered. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface OrderReductionClient {

    /**
     * What a line would cost if less of it were wanted.
     *
     * @param debit what would be charged at once for what was invoiced before, as a part of {@code amountOfRest}
     */
    record Rest(
            int line,
            String product,
            String grade,
            Quantity wanted,
            Quantity rest,
            UnitPrice unitPrice,
            UnitPrice unitPriceOfRest,
            Money amount,
            Money amountOfRest,
            Money debit) {

        public boolean isDearer() {
            return unitPriceOfRest.compareTo(unitPrice) > 0;
        }

        public boolean isDebited() {
            return !debit.isZero();
        }
    }

    /** What the lines of an order would cost that are not dispatched in full, if the rest of it were cancelled. */
    record RestOfOrder(List<Rest> lines) {

        /** Those whose units get dearer. */
        public List<Rest> dearer() {
            return lines.stream().filter(Rest::isDearer).toList();
        }
    }

    /** A quantity as it was typed. */
    record Amount(String value, String unit) {}

    /**
     * What a partner wants of a line, as it was typed: the service says what is wrong with it.
     *
     * @param partnerReference by which the partner has said so; where a desk transcribes it
     */
    record Reduction(
            Amount quantity,
            @Nullable String reason,
            @Nullable String partnerReference) {}

    /** What the firm delivers of a line, as it was typed: the service says what is wrong with it. */
    record Shortfall(Amount quantity, @Nullable String reason) {}

    /** Less of a line that is on record, and who has entered it. */
    record Recorded(
            int line,
            Quantity wanted,
            String cause,
            boolean transcribed,
            @Nullable String partnerReference,
            String reason,
            String enteredBy,
            Instant reducedAt) {

        public boolean isOfFirm() {
            return cause.equals("FIRM");
        }
    }

    @GET
    @Path("orders/{orderId}/lines/{line}/price-of-rest")
    Rest priceOfRest(
            @PathParam("orderId") UUID orderId,
            @PathParam("line") int line,
            @QueryParam("quantity") @Nullable String quantity);

    @GET
    @Path("orders/{orderId}/price-of-rest")
    RestOfOrder priceOfRest(@PathParam("orderId") UUID orderId);

    @POST
    @Path("orders/{orderId}/lines/{line}/reductions")
    void reduce(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("orderId") UUID orderId,
            @PathParam("line") int line,
            Reduction reduction);

    @POST
    @Path("orders/{orderId}/lines/{line}/shortfalls")
    void fallShort(
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("orderId") UUID orderId,
            @PathParam("line") int line,
            Shortfall shortfall);
}
