package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Members that leave, what each exit waits for, and the reversal of one that was recorded by mistake. */
@Path("registrar/exits")
@Blocking
final class ExitPages {

    private static final List<String> STATES =
            List.of("REQUESTED", "BINDING", "CLEARED", "VALUED", "PAID", "ENDED", "WITHDRAWN");
    private static final int PAGE = 50;
    private static final Set<String> RECORDED = Set.of("DEATH", "DISSOLUTION");
    private static final Set<String> BEFORE_VALUATION = Set.of("REQUESTED", "BINDING", "CLEARED");

    private final RegistrarMessages words = Words.of(RegistrarMessages.class);
    private final ExitsClient exits;
    private final Parts parts;

    ExitPages(@RestClient ExitsClient exits, Parts parts) {
        this.exits = exits;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance exits(
                Listed<ExitsClient.Exit> exits, List<String> states, String state, ListOrder order);

        static native TemplateInstance exit(
                ExitsClient.Exit exit, Part<ExitsClient.Timeline> timeline, boolean reversible, FormFields form);
    }

    private static String home(UUID exitId) {
        return "/registrar/exits/" + exitId;
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        ListOrder order = ListOrder.of(
                ListAddress.of("/registrar/exits").with("state", chosen).more(), sort);
        return Templates.exits(
                exits.exits(after, PAGE, chosen, order.chosen()), STATES, chosen == null ? "" : chosen, order);
    }

    @GET
    @Path("{exitId}")
    public TemplateInstance show(@PathParam("exitId") UUID exitId, @QueryParam("after") @Nullable String after) {
        return page(exitId, after, FormFields.empty());
    }

    private TemplateInstance page(UUID exitId, @Nullable String after, FormFields form) {
        var timeline = parts.start(() -> exits.timeline(exitId, after, PAGE));
        ExitsClient.Exit exit = exits.exit(exitId);
        boolean reversible = RECORDED.contains(exit.kind()) && BEFORE_VALUATION.contains(exit.state());
        return Templates.exit(exit, timeline.await(), reversible, form);
    }

    @GET
    @Path("{exitId}/statement.pdf")
    public Response statement(@PathParam("exitId") UUID exitId) {
        return Response.ok(exits.statement(exitId, Language.ofReader().tag()), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"exit-" + exitId + ".pdf\"")
                .build();
    }

    @POST
    @Path("{exitId}/reversal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(@PathParam("exitId") UUID exitId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            exits.proposeReversal(exitId, form.key(), new ExitsClient.TerminationReversal(form.optional("reason")));
            return Done.at(home(exitId));
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(exitId, null, form));
        }
    }

    @POST
    @Path("{exitId}/reversal/withdrawal")
    public Response withdraw(@PathParam("exitId") UUID exitId) {
        exits.withdrawReversal(exitId);
        return Done.at(home(exitId));
    }

    @POST
    @Path("{exitId}/reversal/check")
    public Response check(@PathParam("exitId") UUID exitId) {
        ExitsClient.Exit exit = exits.exit(exitId);
        String reason = exit.reversal() == null ? null : exit.reversal().reason();
        return Check.of(
                        words.reverseThisExit(),
                        words.theMemberStaysIf(),
                        home(exitId) + "/reversal/approval",
                        words.approve205(),
                        home(exitId))
                .fact(words.member(), exit.memberName())
                .fact(words.document(), exit.document())
                .fact(words.whyItIsReversed(), reason)
                .page();
    }

    @POST
    @Path("{exitId}/reversal/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("exitId") UUID exitId, MultivaluedMap<String, String> sent) {
        exits.approveReversal(exitId, FormFields.sent(sent).key());
        return Done.at(home(exitId), exitId);
    }
}
