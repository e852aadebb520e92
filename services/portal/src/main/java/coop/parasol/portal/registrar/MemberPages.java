package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The members of the firm, and what a desk sees of one. */
@Path("registrar/members")
@Blocking
final class MemberPages {

    private static final int PAGE = 50;
    private static final List<String> STATES =
            List.of("APPLIED", "ADMITTED", "ACTIVE", "LEAVING", "LEFT", "REFUSED", "EXPELLED");

    private final MembersClient members;
    private final Parts parts;

    MemberPages(@RestClient MembersClient members, Parts parts) {
        this.members = members;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance members(
                Listed<MembersClient.Member> members, List<String> states, String state, String q, ListOrder order);

        static native TemplateInstance member(
                MembersClient.Member member,
                Part<MembersClient.Equity> equity,
                Part<MembersClient.ShareCertificate> certificate);

        static native TemplateInstance invoice(MembersClient.Invoice invoice, UUID memberId);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("q") @Nullable String name,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = state == null ? "" : state;
        String typed = name == null ? "" : name.strip();
        String address = "/registrar/members?state=" + encoded(chosen) + "&q=" + encoded(typed) + "&";
        ListOrder order = ListOrder.of(address, sort);
        return Templates.members(
                members.members(
                        after, PAGE, chosen.isEmpty() ? null : chosen, typed.isEmpty() ? null : typed, order.chosen()),
                STATES,
                chosen,
                typed,
                order);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @GET
    @Path("{memberId}")
    public TemplateInstance show(@PathParam("memberId") UUID memberId) {
        var equity = parts.start(() -> members.equity(memberId));
        var certificate = parts.start(() -> members.certificate(memberId));
        return Templates.member(members.member(memberId).getEntity(), equity.await(), certificate.await());
    }

    @GET
    @Path("{memberId}/invoice")
    public TemplateInstance invoice(@PathParam("memberId") UUID memberId) {
        return Templates.invoice(members.invoice(memberId), memberId);
    }
}
