package coop.parasol.portal.partner;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.order.OrderReductionClient;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A partner's orders: the list, one with where each line is, and cancelling what has not been dispatched. */
@Path("orders")
@Blocking
final class OrderPages {

    private static final int PAGE = 50;
    private static final int MOST = 200;
    private static final List<String> STATES = List.of(
            "ACCEPTED",
            "PART_ALLOCATED",
            "ALLOCATED",
            "DISPATCHED",
            "DELIVERED",
            "INVOICED",
            "PAID",
            "CANCELLED",
            "REFUSED");

    private final PartnerClient distribution;
    private final OrderReductionClient reductions;
    private final Parts parts;
    private final Person person;
    private final OrderMessages words = Words.of(OrderMessages.class);

    OrderPages(
            @RestClient PartnerClient distribution,
            @RestClient OrderReductionClient reductions,
            Parts parts,
            Person person) {
        this.distribution = distribution;
        this.reductions = reductions;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance orders(
                Listed<PartnerClient.Order> orders, List<String> states, String state, ListOrder order);

        static native TemplateInstance order(
                PartnerClient.Order order,
                ProductNames names,
                Part<List<PartnerClient.Shipment>> shipments,
                boolean own,
                String done);

        static native TemplateInstance cancelOrder(
                PartnerClient.Order order,
                ProductNames names,
                Part<OrderReductionClient.RestOfOrder> rest,
                FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = state == null || !STATES.contains(state) ? "" : state;
        ListOrder order =
                ListOrder.of(ListAddress.of("/orders").with("state", chosen).more(), sort);
        return Templates.orders(
                distribution.orders(chosen.isEmpty() ? null : chosen, after, PAGE, order.chosen()),
                STATES,
                chosen,
                order);
    }

    @GET
    @Path("{orderId}")
    public TemplateInstance show(@PathParam("orderId") UUID orderId, @QueryParam("done") @Nullable String done) {
        Parts.Pending<Listed<PartnerClient.Offer>> catalogue =
                parts.start(() -> distribution.catalogue(null, null, MOST));
        Parts.Pending<List<PartnerClient.Shipment>> shipments = parts.start(() -> shipmentsOf(orderId));
        PartnerClient.Order order = distribution.order(orderId);
        return Templates.order(
                order,
                ProductNames.of(catalogue.await()),
                shipments.await(),
                order.enteredBy().equals(person.subject()),
                done == null ? "" : done);
    }

    private List<PartnerClient.Shipment> shipmentsOf(UUID orderId) {
        return distribution.shipments(null, orderId, null, MOST, null).items();
    }

    /** What would be cancelled, before it is. */
    @GET
    @Path("{orderId}/cancel")
    public TemplateInstance cancelForm(@PathParam("orderId") UUID orderId) {
        return cancelPage(orderId, FormFields.empty());
    }

    @POST
    @Path("{orderId}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("orderId") UUID orderId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (form.text("reason").isEmpty()) {
            form.refuse("reason", words.whyMissing());
            return form.incomplete(() -> cancelPage(orderId, form));
        }
        try {
            distribution.cancel(form.key(), orderId, new PartnerClient.Cancellation(form.optional("reason")));
            return Response.seeOther(URI.create("/orders/" + orderId + "?done=cancelled"))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> cancelPage(orderId, form));
        }
    }

    private TemplateInstance cancelPage(UUID orderId, FormFields form) {
        Parts.Pending<Listed<PartnerClient.Offer>> catalogue =
                parts.start(() -> distribution.catalogue(null, null, MOST));
        Parts.Pending<OrderReductionClient.RestOfOrder> rest = parts.start(() -> reductions.priceOfRest(orderId));
        return Templates.cancelOrder(
                distribution.order(orderId), ProductNames.of(catalogue.await()), rest.await(), form);
    }
}
