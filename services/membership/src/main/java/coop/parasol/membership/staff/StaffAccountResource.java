package coop.parasol.membership.staff;

import coop.parasol.membership.staff.DecideStaffProposal.Actor;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.KeycloakAnswers;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** REST: accounts of the people who work for the firm, as they were given by two persons and are taken away by one. */
@Path("/staff-accounts")
@Tag(name = "Staff")
@RolesAllowed({StaffAccountResource.REGISTRAR, StaffAccountResource.QUALITY_DESK})
public class StaffAccountResource {

    static final String REGISTRAR = "registrar";
    static final String QUALITY_DESK = "quality-desk";

    private final ManageStaffAccount manageStaffAccount;
    private final Caller caller;

    StaffAccountResource(ManageStaffAccount manageStaffAccount, Caller caller) {
        this.manageStaffAccount = manageStaffAccount;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listStaffAccounts",
            summary = "List the accounts of desks and auditors, removed ones as well, the newest first")
    public Page<StaffAccountView> list(@BeanParam @Valid PageQuery query) {
        return query.newestFirst(StaffAccount::newest, (StaffAccount account) -> account.id)
                .map(StaffAccountView::of);
    }

    @POST
    @Path("/{accountId}/invitation")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "inviteStaff",
            summary = "Mail a person once more the link, valid for three days, by which it chooses its first password;"
                    + " refused once it has chosen one")
    public StaffAccountView invite(@PathParam("accountId") UUID accountId) {
        return done(KeycloakAnswers.mailed(
                () -> manageStaffAccount.invite(accountId, actor(caller)), StaffAccountResource::invitationNotSent));
    }

    @POST
    @Path("/{accountId}/removal")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "removeStaffAccount",
            summary =
                    "Take an account away at once: its sessions end, and nobody signs in by it any more; never that of"
                            + " the last registrar")
    public StaffAccountView remove(@PathParam("accountId") UUID accountId) {
        return done(KeycloakAnswers.asked(() -> manageStaffAccount.remove(accountId, actor(caller))));
    }

    private static StaffAccountView done(ManageStaffAccount.Outcome outcome) {
        return switch (outcome) {
            case ManageStaffAccount.Done done -> StaffAccountView.of(done.account());
            case ManageStaffAccount.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    static Actor actor(Caller caller) {
        return new Actor(caller.actor(), caller.has(REGISTRAR));
    }

    private static Problem invitationNotSent() {
        return Problem.refused(
                "invitation-not-sent",
                "The mail could not be sent. See that the firm's mail server is set and takes mail, and send it"
                        + " again.");
    }
}
