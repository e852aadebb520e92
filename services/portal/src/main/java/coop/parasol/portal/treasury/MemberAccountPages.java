package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** One member as the treasurer sees it: what it is and was owed, what the bank has paid of it, and its entries in the books. */
@Path("treasury/members/{memberId}")
@Blocking
final class MemberAccountPages {

    private static final int PAGE = 50;
    static final String LATEST_DUE_FIRST = "-dueOn";

    private final MemberAccountsClient membership;
    private final Parts parts;

    MemberAccountPages(@RestClient MemberAccountsClient membership, Parts parts) {
        this.membership = membership;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance memberPayables(
                MemberAccountsClient.Member member, Listed<PaymentsClient.Payable> payables);

        static native TemplateInstance memberEntries(
                MemberAccountsClient.Member member, Listed<LedgerClient.Entry> entries);
    }

    @GET
    public TemplateInstance payables(
            @PathParam("memberId") UUID memberId, @QueryParam("after") @Nullable String after) {
        var member = parts.start(() -> membership.member(memberId));
        Listed<PaymentsClient.Payable> payables = membership.payables(memberId, LATEST_DUE_FIRST, after, PAGE);
        return Templates.memberPayables(member.await().required(), payables);
    }

    @GET
    @Path("entries")
    public TemplateInstance entries(@PathParam("memberId") UUID memberId, @QueryParam("after") @Nullable String after) {
        var member = parts.start(() -> membership.member(memberId));
        Listed<LedgerClient.Entry> entries = membership.entries(memberId, after, PAGE);
        return Templates.memberEntries(member.await().required(), entries);
    }
}
