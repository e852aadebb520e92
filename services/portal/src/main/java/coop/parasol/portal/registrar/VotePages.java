package coop.parasol.portal.registrar;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Votes of the members, and the registrar's proposal of an admission. */
@Path("registrar/votes")
@Blocking
final class VotePages {

    private static final List<String> STATES = List.of("ANNOUNCED", "OPEN", "CARRIED", "REJECTED", "WITHDRAWN");
    private static final int PAGE = 50;

    private final RegistrarMessages words = Words.of(RegistrarMessages.class);
    private final BylawsClient bylaws;
    private final MembersClient members;

    VotePages(@RestClient BylawsClient bylaws, @RestClient MembersClient members) {
        this.bylaws = bylaws;
        this.members = members;
    }

    @CheckedTemplate(basePath = "registrar")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance votes(
                Listed<BylawsClient.Proposal> proposals, List<String> states, String state, ListOrder order);

        static native TemplateInstance vote(BylawsClient.Proposal proposal, String seen);

        static native TemplateInstance proposeVote(FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        ListOrder order = ListOrder.of(
                ListAddress.of("/registrar/votes").with("state", chosen).more(), sort);
        return Templates.votes(
                bylaws.proposals(after, PAGE, chosen, order.chosen()), STATES, chosen == null ? "" : chosen, order);
    }

    @GET
    @Path("{proposalId}")
    public TemplateInstance show(@PathParam("proposalId") UUID proposalId) {
        var proposal = bylaws.proposal(proposalId);
        return Templates.vote(proposal.getEntity(), proposal.getHeaderString(HttpHeaders.ETAG));
    }

    @GET
    @Path("propose")
    public TemplateInstance form(@QueryParam("member") UUID member) {
        String title = words.admissionOfName(members.member(member).getEntity().name());
        return Templates.proposeVote(
                FormFields.empty().with("subjectId", member).with("title", title));
    }

    @POST
    @Path("propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            BylawsClient.Proposal made = bylaws.propose(
                    form.key(),
                    new BylawsClient.ProposalDraft(
                            "ADMISSION",
                            form.optional("title"),
                            form.optional("text"),
                            form.optional("subjectId"),
                            null,
                            null));
            return Done.at("/registrar/votes/" + made.proposalId(), made.proposalId());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.proposeVote(form));
        }
    }

    @POST
    @Path("{proposalId}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("proposalId") UUID proposalId, MultivaluedMap<String, String> sent) {
        bylaws.withdraw(proposalId, FormFields.sent(sent).text("seen"));
        return Done.at("/registrar/votes/" + proposalId);
    }
}
