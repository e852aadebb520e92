package coop.parasol.membership.staff;

import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.membership.staff.rules.StaffRole;
import coop.parasol.web.AccountEmail;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.KeycloakAnswers;
import coop.parasol.web.MailLanguage;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** REST: giving rights at the firm, which one person proposes and a registrar approves who is another. */
@Path("/staff-accounts/proposals")
@Tag(name = "Staff")
@RolesAllowed({StaffAccountResource.REGISTRAR, StaffAccountResource.QUALITY_DESK})
public class StaffProposalResource {

    private static final Logger LOG = Logger.getLogger(StaffProposalResource.class);

    private final DecideStaffProposal decideStaffProposal;
    private final ManageStaffAccount manageStaffAccount;
    private final KeycloakAccounts keycloak;
    private final Caller caller;

    StaffProposalResource(
            DecideStaffProposal decideStaffProposal,
            ManageStaffAccount manageStaffAccount,
            KeycloakAccounts keycloak,
            Caller caller) {
        this.decideStaffProposal = decideStaffProposal;
        this.manageStaffAccount = manageStaffAccount;
        this.keycloak = keycloak;
        this.caller = caller;
    }

    /**
     * Who is to get which rights.
     *
     * @param email by which the person signs in
     * @param roles all that the person may do afterwards, also where it has an account already
     * @param auditorId the auditor for whom the person acts, as quality has registered it; for auditors alone
     * @param language of the invitation; the firm's where it is absent
     */
    public record NewStaffProposal(
            @NotNull @AccountEmail String email,
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(min = 1, max = 7) List<@NotNull StaffRole> roles,
            @Nullable UUID auditorId,
            @Nullable MailLanguage language) {

        private DecideStaffProposal.Rights rights(MailLanguage firmLanguage) {
            return new DecideStaffProposal.Rights(
                    email.toLowerCase(Locale.ROOT),
                    name.strip(),
                    EnumSet.copyOf(roles),
                    auditorId,
                    language == null ? firmLanguage : language);
        }
    }

    @POST
    @Idempotent
    @Transactional
    @Operation(
            operationId = "proposeStaff",
            summary =
                    "Propose rights at the firm for a person; the quality desk proposes auditors, registrars everybody")
    public Response propose(@Valid @NotNull NewStaffProposal proposal) {
        return Response.created(URI.create("/staff-accounts/proposals"))
                .entity(decided(() -> decideStaffProposal.propose(
                        proposal.rights(keycloak.firmLanguage()), StaffAccountResource.actor(caller))))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listStaffProposals",
            summary = "List the rights that were proposed, and who has decided, the newest first")
    public Page<StaffProposalView> list(@BeanParam @Valid PageQuery query) {
        return query.newestFirst(StaffProposal::newest, (StaffProposal proposal) -> proposal.id)
                .map(StaffProposalView::of);
    }

    @POST
    @Path("/{proposalId}/approval")
    @RolesAllowed(StaffAccountResource.REGISTRAR)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "approveStaff",
            summary = "Agree as a second person: the account is made, or has these rights and no others, and the person"
                    + " is invited by mail")
    public StaffProposalView approve(@PathParam("proposalId") UUID proposalId) {
        return decided(() -> decideStaffProposal.approve(proposalId, StaffAccountResource.actor(caller)));
    }

    @DELETE
    @Path("/{proposalId}")
    @Transactional
    @Operation(operationId = "withdrawStaffProposal", summary = "Withdraw proposed rights; nobody gets anything")
    public StaffProposalView withdraw(@PathParam("proposalId") UUID proposalId) {
        return decided(() -> decideStaffProposal.withdraw(proposalId, StaffAccountResource.actor(caller)));
    }

    private StaffProposalView decided(Supplier<DecideStaffProposal.Outcome> decision) {
        return switch (KeycloakAnswers.asked(decision)) {
            case DecideStaffProposal.Proposed(StaffProposal proposal) -> StaffProposalView.of(proposal);
            case DecideStaffProposal.Withdrawn(StaffProposal proposal) -> StaffProposalView.of(proposal);
            case DecideStaffProposal.Approved(StaffProposal proposal, StaffAccount account) -> {
                inviteIfPossible(account);
                yield StaffProposalView.of(proposal);
            }
            case DecideStaffProposal.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    /** The rights are given, whatever becomes of the mail; the account says whether there was one, and it can be sent again. */
    private void inviteIfPossible(StaffAccount account) {
        try {
            manageStaffAccount.invite(account.id, StaffAccountResource.actor(caller));
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf("The invitation to the account %s could not be mailed: %s", account.id, e.getMessage());
        }
    }
}
