package coop.parasol.membership.colleague;

import coop.parasol.membership.colleague.ManageColleagues.Outcome;
import coop.parasol.membership.member.Member;
import coop.parasol.web.AccountEmail;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.KeycloakAnswers;
import coop.parasol.web.MailLanguage;
import coop.parasol.web.OwnerOnly;
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
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** REST: people whom a member has invited to act for it. Their names and addresses are kept by Keycloak alone. */
@Path("/members/{memberId}/people")
@Tag(name = "Members")
@RolesAllowed("producer")
public class ColleagueResource {

    private static final Logger LOG = Logger.getLogger(ColleagueResource.class);
    private static final String REGISTRAR = "registrar";

    private final ManageColleagues manageColleagues;
    private final Caller caller;

    ColleagueResource(ManageColleagues manageColleagues, Caller caller) {
        this.manageColleagues = manageColleagues;
        this.caller = caller;
    }

    /**
     * A person who is to work for the member.
     *
     * @param email by which the person signs in
     * @param language of the invitation, and of all that Keycloak writes to the person; the firm's where it is absent
     */
    public record NewColleague(
            @NotNull @AccountEmail String email,
            @NotBlank @Size(max = 200) String name,
            @Nullable MailLanguage language) {}

    /**
     * How a colleague is invited once more.
     *
     * @param language of the mail, and of all that Keycloak writes to the person from then on; absent to leave it as it is
     */
    public record ColleagueLanguage(@Nullable MailLanguage language) {}

    /** A password for the first sign-in; shown this once. */
    public record ColleaguePassword(String userName, String password) {}

    @GET
    @RolesAllowed({REGISTRAR, "producer"})
    @Transactional
    @Operation(
            operationId = "listColleagues",
            summary = "List the people whom a member has invited, the newest first, and from when until when each could"
                    + " act for it; a producer sees its own")
    public Page<ColleagueView> list(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, REGISTRAR);
        if (Member.findByIdOptional(memberId).isEmpty()) {
            throw Problem.notFound("member", memberId);
        }
        return query.newestFirst(
                        (before, maxRows) -> Colleague.newest(memberId, before, maxRows),
                        (Colleague colleague) -> colleague.id)
                .map(this::view);
    }

    @POST
    @OwnerOnly
    @Idempotent
    @Transactional
    @Operation(
            operationId = "inviteColleague",
            summary = "Make an account by which a colleague does the member's daily work, and mail the person a link,"
                    + " valid for three days, to choose a password; where no mail can be sent, the answer has no time"
                    + " of a mail")
    public Response invite(@PathParam("memberId") UUID memberId, @Valid @NotNull NewColleague person) {
        caller.requireMember(memberId);
        Colleague made = done(() -> manageColleagues.invite(
                memberId, person.email().toLowerCase(Locale.ROOT), person.name().strip(), caller.actor()));
        mailIfPossible(made, person.language());
        return Response.created(URI.create("/members/" + memberId + "/people"))
                .entity(view(made))
                .build();
    }

    @POST
    @Path("/{accountId}/invitation")
    @OwnerOnly
    @Idempotent
    @Transactional
    @Operation(
            operationId = "inviteColleagueAgain",
            summary = "Mail a colleague once more the link, valid for three days, by which the person chooses a first"
                    + " password; refused once it has chosen one")
    public ColleagueView mail(
            @PathParam("memberId") UUID memberId,
            @PathParam("accountId") UUID accountId,
            @Valid @NotNull ColleagueLanguage chosen) {
        caller.requireMember(memberId);
        return view(accepted(KeycloakAnswers.mailed(
                () -> manageColleagues.mail(memberId, accountId, chosen.language()), KeycloakAnswers::mailNotSent)));
    }

    @POST
    @Path("/{accountId}/one-time-password")
    @OwnerOnly
    @Transactional
    @Operation(
            operationId = "issueColleaguePassword",
            summary = "Issue a one-time password, which the colleague has to change at the first sign-in; refused once"
                    + " the person has done so")
    public ColleaguePassword oneTimePassword(
            @PathParam("memberId") UUID memberId, @PathParam("accountId") UUID accountId) {
        caller.requireMember(memberId);
        return switch (KeycloakAnswers.asked(() -> manageColleagues.oneTimePassword(memberId, accountId))) {
            case ManageColleagues.Issued(String userName, String password) -> new ColleaguePassword(userName, password);
            case ManageColleagues.Refused refused -> throw Problem.of(refused.reason());
            case ManageColleagues.Done done -> throw new IllegalStateException(done.toString());
        };
    }

    @DELETE
    @Path("/{accountId}")
    @OwnerOnly
    @Transactional
    @Operation(
            operationId = "removeColleague",
            summary = "Take a colleague's account away at once: its sessions end, and nobody signs in by it any more")
    public ColleagueView remove(@PathParam("memberId") UUID memberId, @PathParam("accountId") UUID accountId) {
        caller.requireMember(memberId);
        return view(done(() -> manageColleagues.remove(memberId, accountId, caller.actor())));
    }

    /** The account is there, whatever becomes of the mail; it says whether there was one, and it can be sent again. */
    private void mailIfPossible(Colleague made, @Nullable MailLanguage language) {
        try {
            accepted(manageColleagues.mailFirst(made, language));
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf("The invitation to the account %s could not be mailed: %s", made.id, e.getMessage());
        }
    }

    private ColleagueView view(Colleague colleague) {
        return ColleagueView.of(KeycloakAnswers.asked(() -> manageColleagues.seen(colleague)));
    }

    private static Colleague done(Supplier<Outcome> call) {
        return accepted(KeycloakAnswers.asked(call));
    }

    private static Colleague accepted(Outcome outcome) {
        return switch (outcome) {
            case ManageColleagues.Done(Colleague colleague) -> colleague;
            case ManageColleagues.Refused refused -> throw Problem.of(refused.reason());
            case ManageColleagues.Issued issued ->
                throw new IllegalStateException("a password for " + issued.userName());
        };
    }
}
