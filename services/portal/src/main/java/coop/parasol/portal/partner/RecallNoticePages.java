package coop.parasol.portal.partner;

import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.FormRedirects;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The recalls of lots of which a partner was sent something: to be acknowledged, and confirmed when the goods are off sale. */
@Path("recall-notices")
@Blocking
final class RecallNoticePages {

    private static final int PAGE = 50;
    private static final int MOST = 200;
    private final PartnerClient distribution;
    private final FormRedirects forms;
    private final RecallNoticeMessages words = Words.of(RecallNoticeMessages.class);

    RecallNoticePages(@RestClient PartnerClient distribution, FormRedirects forms) {
        this.distribution = distribution;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance recallNotices(Listed<RecallNotice> notices);

        static native TemplateInstance recallNotice(RecallNotice notice, FormFields form, String done);

        static native TemplateInstance checkConfirmation(RecallNotice notice, FormFields form, String withdrawn);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        return Templates.recallNotices(distribution.recallNotices(after, PAGE));
    }

    @GET
    @Path("{noticeId}")
    public TemplateInstance show(@PathParam("noticeId") UUID noticeId, @QueryParam("done") @Nullable String done) {
        return Templates.recallNotice(find(noticeId), FormFields.empty(), done == null ? "" : done);
    }

    @POST
    @Path("{noticeId}/acknowledge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response acknowledge(@PathParam("noticeId") UUID noticeId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        return done(noticeId, form, () -> distribution.acknowledge(form.key(), noticeId), "acknowledged");
    }

    /** Shows what is about to be confirmed, which is not changed afterwards. */
    @POST
    @Path("{noticeId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("noticeId") UUID noticeId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        RecallNotice notice = find(noticeId);
        BigDecimal withdrawn = TypedNumber.of(form.text("withdrawn"));
        if (withdrawn == null) {
            form.refuse("withdrawn", words.withdrawnMissing());
        } else if (withdrawn.compareTo(notice.quantity().value()) > 0) {
            form.refuse("withdrawn", words.moreThanYouGot(Formats.text(notice.quantity())));
        }
        if (form.isRefused()) {
            return form.incomplete(() -> Templates.recallNotice(notice, form, ""));
        }
        return forms.to("/recall-notices/" + noticeId + "/check", form, typed -> checked(notice, typed));
    }

    @GET
    @Path("{noticeId}/check/{checkId}")
    public Response check(
            @PathParam("noticeId") UUID noticeId,
            @PathParam("checkId") UUID checkId,
            @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(checkId, typed, "/recall-notices/" + noticeId, form -> checked(find(noticeId), form));
    }

    private static Response checked(RecallNotice notice, FormFields form) {
        return Response.ok(Templates.checkConfirmation(notice, form, form.text("withdrawn")))
                .build();
    }

    @POST
    @Path("{noticeId}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("noticeId") UUID noticeId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        BigDecimal withdrawn = TypedNumber.of(form.text("withdrawn"));
        if (withdrawn == null) {
            return check(noticeId, sent);
        }
        return done(
                noticeId,
                form,
                () -> distribution.confirm(form.key(), noticeId, new RecallNotice.Confirmation(withdrawn)),
                "confirmed");
    }

    private Response done(UUID noticeId, FormFields form, Runnable call, String done) {
        try {
            call.run();
            return Response.seeOther(URI.create("/recall-notices/" + noticeId + "?done=" + done))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.recallNotice(find(noticeId), form, ""));
        }
    }

    /** The newest notices are those that somebody looks at; there are never so many. */
    private RecallNotice find(UUID noticeId) {
        return distribution.recallNotices(null, MOST).items().stream()
                .filter(notice -> notice.noticeId().equals(noticeId))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
