package coop.parasol.portal.pricing;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Final closings of pools: one person proposes on the page of a settlement, a second closes. */
@Path("pricing/closings")
@Blocking
final class PoolClosingPages {

    private static final List<String> STATES = List.of("PROPOSED", "CLOSED", "WITHDRAWN");
    private static final int PAGE = 50;
    private static final String HOME = "/pricing/closings";

    private final PoolClosingMessages words = Words.of(PoolClosingMessages.class);
    private final PoolClosingClient closings;
    private final PricingClient pricing;

    PoolClosingPages(@RestClient PoolClosingClient closings, @RestClient PricingClient pricing) {
        this.closings = closings;
        this.pricing = pricing;
    }

    @CheckedTemplate(basePath = "pricing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance closings(
                Listed<PoolClosingClient.Closing> closings, List<String> states, String state, String more);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        return Templates.closings(
                closings.closings(chosen, after, PAGE),
                STATES,
                chosen == null ? "" : chosen,
                ListAddress.of(HOME).with("state", chosen).more());
    }

    @POST
    @Path("of/{settlementId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(@PathParam("settlementId") UUID settlementId, MultivaluedMap<String, String> sent) {
        PricingClient.Settlement pool = pricing.settlement(settlementId);
        closings.propose(
                FormFields.sent(sent).key(),
                new PoolClosingClient.NewClosing(pool.product(), pool.period().toString()));
        return Done.at("/pricing/settlements/" + settlementId);
    }

    @POST
    @Path("{closingId}/check")
    public Response check(@PathParam("closingId") UUID closingId) {
        PoolClosingClient.Closing closing = closings.closing(closingId);
        return Check.of(
                        words.closeThisPool(),
                        words.afterIt(),
                        HOME + "/" + closingId + "/approval",
                        words.closeIt(),
                        HOME)
                .fact(words.pool(), closing.product())
                .fact(words.week(), closing.period().toString())
                .fact(words.proposed(), DeskFormats.actor(closing.proposedBy()))
                .page();
    }

    @POST
    @Path("{closingId}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("closingId") UUID closingId, MultivaluedMap<String, String> sent) {
        closings.approve(closingId, FormFields.sent(sent).key());
        return Done.at(HOME, DeskFormats.brief(closingId));
    }

    @POST
    @Path("{closingId}/withdrawal")
    public Response withdraw(@PathParam("closingId") UUID closingId) {
        closings.withdraw(closingId);
        return Done.at(HOME, DeskFormats.brief(closingId));
    }
}
