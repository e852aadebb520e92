package coop.parasol.production.proposal;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.capacity.DeclaredCapacities;
import coop.parasol.production.capacity.DeclaredCapacities.ProductWeek;
import coop.parasol.production.commitment.ChangeCommitment;
import coop.parasol.production.commitment.CommitMore;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.member.Member;
import coop.parasol.production.proposal.ProposeCommitments.Proposal;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: what the firm proposes to a producer of what nobody has committed yet. A proposal binds nobody; the producer commits it, or not. */
@Path("/commitment-proposals")
@Tag(name = "Commitments")
@RolesAllowed("producer")
public class ProposalResource {

    /** Stands between week and product in a cursor; no week has one. */
    private static final char SEPARATOR = '@';

    private final ProposeCommitments proposals;
    private final DeclaredCapacities capacities;
    private final CommittedQuantities commitments;
    private final CommitMore commitMore;
    private final PlanningFreeze freeze;
    private final Caller caller;

    ProposalResource(
            ProposeCommitments proposals,
            DeclaredCapacities capacities,
            CommittedQuantities commitments,
            CommitMore commitMore,
            PlanningFreeze freeze,
            Caller caller) {
        this.proposals = proposals;
        this.capacities = capacities;
        this.commitments = commitments;
        this.commitMore = commitMore;
        this.freeze = freeze;
        this.caller = caller;
    }

    /**
     * What is proposed to the caller.
     *
     * @param wanted by partners, of the grade in the week
     * @param uncovered of it, which nobody has committed yet
     * @param freeCapacity what the caller has declared for the product and week, and not committed
     * @param counted of its commitments in the last quarter
     * @param delivered of what counted
     * @param proposed what is left for the caller of an equal part of what is wanted, at most the free capacity as far as it has
     *     delivered what counted
     * @param route by which the caller has last committed to make the product; absent if it never has
     */
    public record ProposalView(
            UUID memberId,
            String product,
            String grade,
            Period period,
            Quantity wanted,
            Quantity uncovered,
            Quantity freeCapacity,
            Quantity counted,
            Quantity delivered,
            Quantity proposed,
            @Nullable String route) {}

    /**
     * A proposal that is accepted.
     *
     * @param quantity that is committed, at most what is proposed at the moment
     * @param route the process by which the caller makes it, in its own words; an open commitment of the same route is raised
     */
    public record ProposalAcceptance(
            @NotBlank @Size(max = 100) String product,
            @NotBlank @Size(max = 100) String grade,
            @NotNull Period period,
            @NotNull Quantity quantity,
            @NotBlank @Size(max = 200) String route) {}

    /**
     * The commitment that an accepted proposal is in.
     *
     * @param quantity of the whole commitment
     */
    public record AcceptedView(
            UUID commitmentId, String product, String grade, Period period, Quantity quantity, String route) {

        static AcceptedView of(Commitment commitment) {
            return new AcceptedView(
                    commitment.id,
                    commitment.product,
                    commitment.grade,
                    commitment.week(),
                    commitment.committed(),
                    commitment.route);
        }
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCommitmentProposals",
            summary = "List what the firm proposes to you of what nobody has committed yet, by week and product",
            description =
                    "What is wanted of a week that is not frozen is divided among the producers that have declared a"
                            + " capacity for it or committed, as it would count at the freeze: in equal parts, at most what each has"
                            + " committed or could make, as far as it has delivered before what counted. What is left of your part over"
                            + " what you have committed is proposed to you. A page is of so many weeks and products of yours, and may"
                            + " propose less or more.")
    public Page<ProposalView> list(@BeanParam @Valid PageQuery query) {
        UUID member = caller.member();
        Period firstOpen = freeze.firstOpen();
        Page<ProductWeek> page = query.byText(
                (after, maxRows) -> capacities.page(member, firstOpen, behind(after, firstOpen), maxRows),
                each -> each.period() + String.valueOf(SEPARATOR) + each.product());
        List<Proposal> proposed = proposals.of(member, page.items());
        Map<String, String> routes = commitments.lastRoutes(
                member, proposed.stream().map(each -> each.goods().product()).collect(Collectors.toSet()));
        List<ProposalView> views = proposed.stream()
                .map(each -> view(member, each, routes.get(each.goods().product())))
                .toList();
        return new Page<>(views, page.next());
    }

    @POST
    @Path("/acceptance")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "acceptCommitmentProposal",
            summary = "Accept what the firm proposes to you, whole or in part: you commit it")
    public Response accept(@Valid @NotNull ProposalAcceptance acceptance) {
        UUID member = caller.member();
        Member locked = Member.lock(member).orElseThrow(() -> Problem.of(ChangeCommitment.NOT_ACTIVE));
        ProductWeek goods = new ProductWeek(acceptance.product(), acceptance.period());
        BigDecimal proposed = proposals.of(member, goods).stream()
                .filter(each -> each.grade().equals(acceptance.grade()))
                .filter(each -> each.unit().equals(acceptance.quantity().unit()))
                .map(Proposal::proposed)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        freeze.refusalToChange(acceptance.period()).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        if (acceptance.quantity().value().compareTo(proposed) > 0) {
            throw Problem.refused(
                    "proposal-changed",
                    "At the moment " + proposed.stripTrailingZeros().toPlainString() + " is proposed to you of grade "
                            + acceptance.grade() + " for " + acceptance.period()
                            + "; you may commit more by yourself.");
        }
        CommitMore.Outcome outcome = commitMore.commit(
                locked,
                new GoodsOfWeek(acceptance.product(), acceptance.grade(), acceptance.period()),
                acceptance.quantity(),
                acceptance.route().strip(),
                Cause.of(caller.actor()));
        return switch (outcome) {
            case CommitMore.Committed committed ->
                Response.created(URI.create("/commitments/" + committed.commitment().id))
                        .entity(AcceptedView.of(committed.commitment()))
                        .build();
            case CommitMore.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private static ProposalView view(UUID member, Proposal proposal, @Nullable String route) {
        String product = proposal.goods().product();
        return new ProposalView(
                member,
                product,
                proposal.grade(),
                proposal.goods().period(),
                Quantity.ofSum(proposal.wanted(), proposal.unit()),
                Quantity.ofSum(proposal.uncovered(), proposal.unit()),
                Quantity.ofSum(proposal.freeCapacity(), proposal.unit()),
                Quantity.ofSum(proposal.reliability().counted(), proposal.unit()),
                Quantity.ofSum(proposal.reliability().delivered(), proposal.unit()),
                Quantity.ofSum(proposal.proposed(), proposal.unit()),
                route);
    }

    private static ProductWeek behind(String cursor, Period firstOpen) {
        if (cursor.isEmpty()) {
            return new ProductWeek("", firstOpen);
        }
        int week = cursor.indexOf(SEPARATOR);
        try {
            return new ProductWeek(cursor.substring(week + 1), Period.parse(cursor.substring(0, Math.max(week, 0))));
        } catch (IllegalArgumentException e) {
            throw PageQuery.malformed();
        }
    }
}
