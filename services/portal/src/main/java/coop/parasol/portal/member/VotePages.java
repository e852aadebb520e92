package coop.parasol.portal.member;

import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What members vote on: the list, one proposal, the vote itself, making a proposal and withdrawing it. */
@Path("votes")
@Blocking
final class VotePages {

    private static final int PAGE = 50;
    private static final String QUORUM = "quorum";
    private static final long WHOLE = 10_000;
    private static final List<String> KINDS = List.of("FREE_TEXT", "BYLAW_CHANGE", "ADMISSION", "EXPULSION", "SURPLUS");

    private final VoteClient votes;
    private final ProfileClient profile;
    private final ProposalSubjects subjects;
    private final Parts parts;
    private final Person person;

    VotePages(
            @RestClient VoteClient votes,
            @RestClient ProfileClient profile,
            ProposalSubjects subjects,
            Parts parts,
            Person person) {
        this.subjects = subjects;
        this.votes = votes;
        this.profile = profile;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance votes(Listed<VoteClient.Proposal> proposals, ListOrder order);

        static native TemplateInstance proposal(
                VoteClient.Proposal proposal,
                Part<Listed<VoteClient.Voter>> ballots,
                List<BylawChange> changes,
                @Nullable String missedQuorum,
                FormFields form,
                Viewer viewer);

        static native TemplateInstance voteCheck(
                VoteClient.Proposal proposal, List<BylawChange> changes, FormFields form);

        static native TemplateInstance propose(
                FormFields form, List<String> kinds, Part<ProposalSubjects.Subjects> subjects, List<BylawField> bylaws);
    }

    /**
     * Who looks at a proposal.
     *
     * @param own whether it is the viewer's proposal
     * @param voted whether the viewer is among those who have voted
     * @param justVoted whether it has been at this moment
     */
    record Viewer(boolean own, boolean voted, boolean justVoted) {}

    /** A bylaw as it is and as it would be. */
    record BylawChange(String label, String before, String after) {}

    @GET
    public TemplateInstance list(
            @QueryParam("sort") @Nullable String sort, @QueryParam("after") @Nullable String after) {
        ListOrder order = ListOrder.of("/votes?", sort);
        return Templates.votes(votes.proposals(after, PAGE, order.chosen()), order);
    }

    @GET
    @Path("{proposalId}")
    public TemplateInstance show(
            @PathParam("proposalId") UUID proposalId, @QueryParam("voted") @Nullable String voted) {
        return page(proposalId, FormFields.empty(), voted != null);
    }

    @POST
    @Path("{proposalId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("proposalId") UUID proposalId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        if (form.optional("choice") == null) {
            form.refuse("choice", Words.of(VoteMessages.class).chooseFirst());
            return form.incomplete(() -> page(proposalId, form, false));
        }
        Parts.Pending<ProfileClient.Version> bylaws = parts.start(profile::bylaws);
        VoteClient.Proposal proposal = votes.proposal(proposalId).getEntity();
        return Response.ok(
                        Templates.voteCheck(proposal, changes(proposal, bylaws.await()), form),
                        "text/html;charset=UTF-8")
                .build();
    }

    @POST
    @Path("{proposalId}/vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response vote(@PathParam("proposalId") UUID proposalId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            votes.vote(proposalId, new VoteClient.Ballot(form.optional("choice")));
            return Response.seeOther(URI.create("/votes/" + proposalId + "?voted=1"))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(proposalId, form, false));
        }
    }

    @POST
    @Path("{proposalId}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("proposalId") UUID proposalId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            votes.withdraw(proposalId, form.text("tag"));
            return Response.seeOther(URI.create("/votes/" + proposalId)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(proposalId, form, false));
        }
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return proposePage(FormFields.empty().with("kind", KINDS.getFirst()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Map<String, Object> changes = form.has("kind", "BYLAW_CHANGE")
                ? BylawField.changes(form, profile.bylaws().bylaws())
                : null;
        if (form.isRefused()) {
            return form.incomplete(() -> proposePage(form));
        }
        try {
            VoteClient.Proposal made = votes.propose(
                    form.key(),
                    new VoteClient.Draft(
                            form.optional("kind"),
                            form.optional("title"),
                            form.optional("text"),
                            ProposalSubjects.chosen(form),
                            changes,
                            form.has("secret", "true") ? Boolean.TRUE : null));
            return Response.seeOther(URI.create("/votes/" + made.proposalId())).build();
        } catch (ServiceProblem refused) {
            String subject = ProposalSubjects.field(form.text("kind"));
            return form.refusedBy(
                    FieldPaths.renamed(refused, field -> field.equals("subjectId") ? subject : field),
                    () -> proposePage(form));
        }
    }

    private TemplateInstance proposePage(FormFields form) {
        Part<ProposalSubjects.Subjects> about = parts.load(subjects::all);
        Part<List<BylawField>> fields =
                parts.load(() -> BylawField.of(profile.bylaws().bylaws(), form));
        return Templates.propose(form, KINDS, about, fields.isLoaded() ? fields.value() : List.of());
    }

    private TemplateInstance page(UUID proposalId, FormFields form, boolean voted) {
        UUID self = person.memberId();
        Parts.Pending<Listed<VoteClient.Voter>> ballots = parts.start(() -> votes.ballots(proposalId, null, PAGE));
        Parts.Pending<ProfileClient.Version> bylaws = parts.start(profile::bylaws);
        RestResponse<VoteClient.Proposal> found = votes.proposal(proposalId);
        VoteClient.Proposal proposal = found.getEntity();
        Part<Listed<VoteClient.Voter>> voters = ballots.await();
        boolean among = voters.isLoaded()
                && voters.value().items().stream()
                        .anyMatch(voter -> voter.memberId().equals(self));
        boolean own = self != null && self.equals(proposal.proposedByMember());
        Part<ProfileClient.Version> inForce = bylaws.await();
        return Templates.proposal(
                proposal,
                voters,
                changes(proposal, inForce),
                missedQuorum(proposal, inForce),
                form.with("tag", found.getHeaderString("ETag")),
                new Viewer(own, among || voted, voted));
    }

    /** The part of the members that has to vote, where a proposal is lost because fewer have; null where it is not. */
    private static @Nullable String missedQuorum(VoteClient.Proposal proposal, Part<ProfileClient.Version> inForce) {
        Long electorate = proposal.electorate();
        return proposal.isRejected()
                        && electorate != null
                        && inForce.isLoaded()
                        && inForce.value().bylaws().get(QUORUM) instanceof Number quorum
                        && proposal.turnout() * WHOLE < electorate * quorum.longValue()
                ? BylawRow.text(QUORUM, quorum)
                : null;
    }

    private static List<BylawChange> changes(VoteClient.Proposal proposal, Part<ProfileClient.Version> inForce) {
        Map<String, Object> before = inForce.isLoaded() ? inForce.value().bylaws() : Map.of();
        Map<String, Object> proposed = proposal.changes();
        return proposed == null
                ? List.of()
                : proposed.entrySet().stream()
                        .map(change -> new BylawChange(
                                Formats.bylaw(change.getKey()),
                                BylawRow.text(change.getKey(), before.get(change.getKey())),
                                BylawRow.text(change.getKey(), change.getValue())))
                        .toList();
    }
}
