package coop.parasol.portal.firm;

import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.FormRedirects;
import coop.parasol.portal.mail.ConfirmationMails;
import coop.parasol.portal.page.Country;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.PublicPage;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Applying for membership in two steps, with a look at everything before it is sent. Nothing is stored before; what was typed so
 * far is in the page, and in a link that can be kept.
 */
@Path("join")
@Blocking
@PublicPage
final class JoinPages {

    /** What a link keeps: not the bank account, because links are written down in many places. */
    private static final List<String> KEPT = List.of(
            "name",
            "registrationNumber",
            "kind",
            "email",
            "capabilities",
            "address.street",
            "address.postalCode",
            "address.city",
            "address.country");

    private final MembershipApplicationClient membership;
    private final ConfirmationMails mails;
    private final FormRedirects forms;
    private final JoinMessages words = Words.of(JoinMessages.class);

    JoinPages(@RestClient MembershipApplicationClient membership, ConfirmationMails mails, FormRedirects forms) {
        this.membership = membership;
        this.mails = mails;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "firm")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance join(FormFields form);

        static native TemplateInstance joinDetails(FormFields form, List<Country> countries, String link);

        static native TemplateInstance joinAll(FormFields form, List<Country> countries);

        static native TemplateInstance joinCheck(FormFields form, String country, String link);

        static native TemplateInstance joined(UUID number, String mail, boolean again, FormFields form);
    }

    /** The first step; a link that was kept has what was typed. */
    @GET
    public TemplateInstance firm(@Context UriInfo page) {
        FormFields form = FormFields.empty();
        MultivaluedMap<String, String> kept = page.getQueryParameters();
        KEPT.forEach(name -> form.with(name, kept.getFirst(name)));
        return Templates.join(form);
    }

    @POST
    @Path("details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response details(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        TypedApplication.checkFirm(form, words);
        if (form.isRefused()) {
            return form.incomplete(() -> Templates.join(form));
        }
        return forms.to("/join/details", form, JoinPages::detailsPage);
    }

    /** The second step, whenever the browser comes back to it. */
    @GET
    @Path("details/{formId}")
    public Response details(
            @PathParam("formId") UUID formId, @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(formId, typed, "/join", JoinPages::detailsPage);
    }

    private static Response detailsPage(FormFields form) {
        return Response.ok(Templates.joinDetails(form, Country.all(), link(form)))
                .build();
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent).with("idempotency-key", UUID.randomUUID());
        TypedApplication.checkFirm(form, words);
        boolean isFirmWrong = form.isRefused();
        TypedApplication.checkDetails(form, words);
        if (form.isRefused()) {
            return form.incomplete(() -> isFirmWrong
                    ? Templates.joinAll(form, Country.all())
                    : Templates.joinDetails(form, Country.all(), link(form)));
        }
        return forms.to("/join/check", form, JoinPages::checkPage);
    }

    @GET
    @Path("check/{formId}")
    public Response check(@PathParam("formId") UUID formId, @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(formId, typed, "/join", JoinPages::checkPage);
    }

    private static Response checkPage(FormFields form) {
        String country = form.text("address.country");
        return Response.ok(Templates.joinCheck(form, country.isEmpty() ? "" : Country.name(country), link(form)))
                .build();
    }

    /** Everything on one page, to be changed before it is sent. */
    @POST
    @Path("change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> sent) {
        return forms.to("/join/change", FormFields.sent(sent), JoinPages::changePage);
    }

    @GET
    @Path("change/{formId}")
    public Response change(
            @PathParam("formId") UUID formId, @CookieParam(FormRedirects.COOKIE) @Nullable String typed) {
        return forms.shown(formId, typed, "/join", JoinPages::changePage);
    }

    private static Response changePage(FormFields form) {
        return Response.ok(Templates.joinAll(form, Country.all())).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            MembershipApplicationClient.Applicant applicant = membership.apply(form.key(), application(form));
            return mailed(applicant.memberId(), form.text("email"), false);
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    FieldPaths.renamed(refused, JoinPages::field), () -> Templates.joinAll(form, Country.all()));
        }
    }

    /** Mails the link and leads to the page that says so, whose address has a code, and not the address of the mail. */
    private Response mailed(UUID application, String email, boolean again) {
        ConfirmationMails.Outcome outcome = mails.send(application, email, Language.ofReader());
        return Response.seeOther(UriBuilder.fromPath("/join/done")
                        .queryParam("number", application)
                        .queryParam("mail", outcome.name())
                        .queryParam("again", again)
                        .queryParam("code", mails.code(application, email))
                        .build())
                .build();
    }

    @GET
    @Path("done")
    public Response done(
            @QueryParam("number") @Nullable UUID number,
            @QueryParam("mail") @DefaultValue("NOT_ASKED") String mail,
            @QueryParam("again") boolean again,
            @QueryParam("code") @DefaultValue("") String code) {
        return number == null
                ? Response.seeOther(URI.create("/join")).build()
                : Response.ok(Templates.joined(
                                number, mail, again, FormFields.empty().with("code", code)))
                        .build();
    }

    /** Mails the link once more, to the address of the application and to no other. */
    @POST
    @Path("done/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mailAgain(@PathParam("number") UUID number, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (mails.isAddressOf(number, form.text("email"), form.text("code"))) {
            return mailed(number, form.text("email"), true);
        }
        form.refuse("email", words.notTheAddress());
        return form.incomplete(() -> Templates.joined(number, "", false, form));
    }

    private static MembershipApplicationClient.Application application(FormFields form) {
        List<String> capabilities = form.text("capabilities")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        MembershipApplicationClient.Address address = new MembershipApplicationClient.Address(
                form.optional("address.street"),
                form.optional("address.postalCode"),
                form.optional("address.city"),
                form.optional("address.country"));
        boolean hasAddress = address.street() != null
                || address.postalCode() != null
                || address.city() != null
                || address.country() != null;
        return new MembershipApplicationClient.Application(
                form.optional("name"),
                form.optional("registrationNumber"),
                form.optional("kind"),
                form.optional("email"),
                capabilities,
                hasAddress ? address : null,
                form.optional("iban"),
                Language.ofReader().name());
    }

    /** The lines of one box are a list in what is sent. */
    static String field(String path) {
        return path.startsWith("capabilities") ? "capabilities" : path;
    }

    private static String link(FormFields form) {
        return KEPT.stream()
                .filter(name -> !form.text(name).isEmpty())
                .map(name -> name + "=" + URLEncoder.encode(form.text(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/join?", ""));
    }
}
