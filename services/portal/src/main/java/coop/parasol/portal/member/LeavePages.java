package coop.parasol.portal.member;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.FormRedirects;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.work.ProductionWorkClient;
import coop.parasol.portal.work.Waiting;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Leaving the firm: what it would bring, what becomes of goods, the request, and following it. */
@Path("leave")
@Blocking
final class LeavePages {

    private static final int MOST = 200;

    private final LeavingClient leaving;
    private final ProductionWorkClient production;
    private final Parts parts;
    private final FormRedirects forms;

    LeavePages(
            @RestClient LeavingClient leaving,
            @RestClient ProductionWorkClient production,
            Parts parts,
            FormRedirects forms) {
        this.leaving = leaving;
        this.production = production;
        this.parts = parts;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance leave(
                LeavingClient.Preview preview,
                Part<Listed<LeavingClient.GoodsLot>> goods,
                Part<Open> open,
                FormFields form,
                boolean checking);

        static native TemplateInstance exit(
                LeavingClient.Exit exit, Part<LeavingClient.Timeline> timeline, FormFields form);

        static native TemplateInstance exitGoods(
                LeavingClient.Exit exit, Listed<LeavingClient.GoodsLot> goods, FormFields form);

        static native TemplateInstance withdrawCheck(LeavingClient.Exit exit, FormFields form);
    }

    /**
     * What of a member is to be finished before its share is valued.
     *
     * @param commitments that it has not made yet
     * @param lots of which quality has not decided yet
     */
    record Open(long commitments, long lots) {

        /** Whether there is any. */
        public boolean isAny() {
            return commitments > 0 || lots > 0;
        }
    }

    @GET
    public Response show() {
        try {
            LeavingClient.Preview preview = leaving.preview();
            UUID underWay = preview.exitId();
            return underWay == null
                    ? Response.ok(page(preview, FormFields.empty(), false)).build()
                    : to(underWay);
        } catch (ServiceProblem noShare) {
            return leaving.exits(null, MOST).items().stream()
                    .filter(LeavingClient.Exit::isUnderWay)
                    .findFirst()
                    .map(exit -> to(exit.exitId()))
                    .orElseThrow(() -> noShare);
        }
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> sent) {
        return forms.to("/leave/check", FormFields.sent(sent), this::checked);
    }

    @GET
    @Path("check/{checkId}")
    public Response check(
            @PathParam("checkId") UUID checkId, @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(checkId, typed, "/leave", this::checked);
    }

    private Response checked(FormFields form) {
        return Response.ok(preview(form, true)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response request(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            LeavingClient.Exit exit =
                    leaving.request(form.key(), new LeavingClient.Request(form.optional("reason"), choices(form)));
            return to(exit.exitId());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> preview(form, false));
        }
    }

    @GET
    @Path("{exitId}")
    public TemplateInstance exit(@PathParam("exitId") UUID exitId, @QueryParam("after") @Nullable String after) {
        Parts.Pending<LeavingClient.Timeline> timeline = parts.start(() -> leaving.timeline(exitId, after, MOST));
        RestResponse<LeavingClient.Exit> found = leaving.exit(exitId);
        return Templates.exit(found.getEntity(), timeline.await(), tagged(found));
    }

    @GET
    @Path("{exitId}/goods")
    public TemplateInstance goods(@PathParam("exitId") UUID exitId, @QueryParam("after") @Nullable String after) {
        RestResponse<LeavingClient.Exit> found = leaving.exit(exitId);
        Listed<LeavingClient.GoodsLot> goods = leaving.exitGoods(exitId, after, MOST);
        return Templates.exitGoods(found.getEntity(), goods, chosen(tagged(found), goods));
    }

    @POST
    @Path("{exitId}/goods")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@PathParam("exitId") UUID exitId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            leaving.choose(exitId, form.text("tag"), new LeavingClient.Choices(choices(form)));
            return to(exitId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    refused,
                    () -> Templates.exitGoods(
                            leaving.exit(exitId).getEntity(), leaving.exitGoods(exitId, null, MOST), form));
        }
    }

    @GET
    @Path("{exitId}/withdraw")
    public TemplateInstance withdrawCheck(@PathParam("exitId") UUID exitId) {
        RestResponse<LeavingClient.Exit> found = leaving.exit(exitId);
        return Templates.withdrawCheck(found.getEntity(), tagged(found));
    }

    @POST
    @Path("{exitId}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("exitId") UUID exitId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            leaving.withdraw(exitId, form.text("tag"));
            return to(exitId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    refused, () -> Templates.withdrawCheck(leaving.exit(exitId).getEntity(), form));
        }
    }

    @GET
    @Path("{exitId}/settlement.pdf")
    public Response settlement(@PathParam("exitId") UUID exitId) {
        return Download.of(
                leaving.statement(exitId, Language.ofReader().tag()), "application/pdf", "exit-settlement.pdf");
    }

    private TemplateInstance preview(FormFields form, boolean checking) {
        return page(leaving.preview(), form, checking);
    }

    private TemplateInstance page(LeavingClient.Preview preview, FormFields form, boolean checking) {
        Parts.Pending<Listed<LeavingClient.GoodsLot>> goods = parts.start(() -> leaving.goods(null, MOST));
        Parts.Pending<Open> open = parts.start(this::open);
        Part<Listed<LeavingClient.GoodsLot>> lots = goods.await();
        return Templates.leave(
                preview, lots, open.await(), lots.isLoaded() ? chosen(form, lots.value()) : form, checking);
    }

    private Open open() {
        Waiting.Work work = production.work();
        return new Open(
                work.of("COMMITMENT_TO_MAKE").count(),
                work.of("BATCH_UNDECIDED").count());
    }

    /** The form with the choice that each lot has where none was made in it. */
    private static FormFields chosen(FormFields form, Listed<LeavingClient.GoodsLot> goods) {
        goods.items().stream()
                .filter(lot -> form.optional(lot.field()) == null)
                .forEach(lot -> form.with(lot.field(), lot.choice()));
        return form;
    }

    /** What was chosen, lot by lot; what stays needs no word. */
    private static List<LeavingClient.Choice> choices(FormFields form) {
        return form.values().keySet().stream()
                .filter(name -> name.startsWith(LeavingClient.FIELD))
                .filter(name -> !form.has(name, "STAY"))
                .map(name -> new LeavingClient.Choice(name.substring(LeavingClient.FIELD.length()), form.text(name)))
                .toList();
    }

    private static FormFields tagged(RestResponse<LeavingClient.Exit> found) {
        return FormFields.empty().with("tag", found.getHeaderString("ETag"));
    }

    private static Response to(UUID exitId) {
        return Response.seeOther(URI.create("/leave/" + exitId)).build();
    }
}
