package coop.parasol.distribution.account;

import coop.parasol.distribution.account.PartnerAccounts.Account;
import coop.parasol.distribution.partner.PartnerNames;
import coop.parasol.firm.FirmClock;
import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.keycloak.KnownAccount;
import coop.parasol.messaging.Ids;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: accounts by which people of a partner sign in. Their names and addresses are kept by Keycloak alone. */
@Path("/partners/{partnerId}/accounts")
@Tag(name = "Partners")
@RolesAllowed("logistics-desk")
public class PartnerAccountResource {

    /** Of one partner, whose accounts are asked for one by one. */
    private static final int MAX_ACCOUNTS = 50;

    private static final int CONFLICT = 409;

    private final PartnerNames partners;
    private final PartnerAccounts accounts;
    private final KeycloakPartners keycloakPartners;
    private final KeycloakAccounts keycloak;
    private final FirmClock clock;
    private final Caller caller;

    PartnerAccountResource(
            PartnerNames partners,
            PartnerAccounts accounts,
            KeycloakPartners keycloakPartners,
            KeycloakAccounts keycloak,
            FirmClock clock,
            Caller caller) {
        this.partners = partners;
        this.accounts = accounts;
        this.keycloakPartners = keycloakPartners;
        this.keycloak = keycloak;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * A person who is to order for the partner.
     *
     * @param email by which the person signs in
     * @param language of Keycloak's pages and mails for the person; absent where they follow the browser
     */
    public record NewAccount(
            @NotNull @AccountEmail String email,
            @NotBlank @Size(max = 200) String name,
            @Nullable MailLanguage language) {}

    /** How far a person has come with an account. */
    public enum Access {
        /** no password, or a one-time one for the first sign-in */
        NOT_SIGNED_IN,
        /** a password that the person has chosen */
        OWN_PASSWORD,
        /** disabled or removed at Keycloak by an administrator */
        DISABLED
    }

    /**
     * An account of a partner.
     *
     * @param userName by which the person signs in; absent once the account was removed
     * @param name of the person, as Keycloak knows it
     * @param language in which Keycloak writes to the person; absent where none was chosen
     * @param madeBy who has made it
     */
    public record AccountView(
            UUID accountId,
            @Nullable String userName,
            @Nullable String name,
            Access access,
            @Nullable MailLanguage language,
            String madeBy,
            Instant madeAt) {}

    /** A password for the first sign-in; shown this once. */
    public record OneTimePassword(String userName, String password) {}

    /**
     * How a person is invited.
     *
     * @param language of the mail, and of all that Keycloak writes to the person from then on; absent to leave it as it is
     */
    public record InvitationLanguage(@Nullable MailLanguage language) {}

    /**
     * A link was mailed.
     *
     * @param sentTo the address, by which the person signs in
     * @param validUntil when the link ends
     */
    public record Invitation(String sentTo, Instant validUntil) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listPartnerAccounts",
            summary =
                    "List the accounts of a partner's people in the order in which they were made, and whether each has"
                            + " signed in")
    public Page<AccountView> list(@PathParam("partnerId") UUID partnerId, @BeanParam @Valid PageQuery query) {
        requirePartner(partnerId);
        return query.byId((after, maxRows) -> accounts.page(partnerId, after, maxRows), Account::accountId)
                .map(this::view);
    }

    @POST
    @Idempotent
    @Transactional
    @Operation(
            operationId = "makePartnerAccount",
            summary =
                    "Make an account by which a person of a partner signs in and orders; the same address again is the"
                            + " same account")
    public Response make(@PathParam("partnerId") UUID partnerId, @Valid @NotNull NewAccount person) {
        requirePartner(partnerId);
        if (accounts.count(partnerId) >= MAX_ACCOUNTS) {
            throw Problem.refused("too-many-accounts", "The partner has " + MAX_ACCOUNTS + " accounts already.");
        }
        UUID subject = KeycloakAnswers.asked(() -> keycloakPartners.make(
                        partnerId, person.email().toLowerCase(Locale.ROOT), person.name(), person.language()))
                .orElseThrow(() -> Problem.of(
                        CONFLICT,
                        "address-taken",
                        "email",
                        "Somebody who is not of this partner signs in by this address already."));
        UUID accountId = Ids.next();
        Account account = accounts.store(new Account(accountId, partnerId, subject, caller.actor(), clock.now(), null));
        Response.ResponseBuilder answer = account.accountId().equals(accountId)
                ? Response.created(URI.create("/partners/" + partnerId + "/accounts/" + accountId))
                : Response.ok();
        return answer.entity(view(account)).build();
    }

    @POST
    @Path("/{accountId}/one-time-password")
    @Transactional
    @Operation(
            operationId = "issuePartnerPassword",
            summary =
                    "Issue a one-time password, which the person has to change at the first sign-in; refused once it has"
                            + " done so")
    public OneTimePassword oneTimePassword(
            @PathParam("partnerId") UUID partnerId, @PathParam("accountId") UUID accountId) {
        Account account = accounts.lock(partnerId, accountId).orElseThrow(() -> Problem.notFound("account", accountId));
        Optional<KnownAccount> known = KeycloakAnswers.asked(() -> keycloak.find(account.subject()));
        requireNotSignedIn(account, known);
        String password = UUID.randomUUID().toString();
        Instant issuedAt = KeycloakAnswers.asked(() -> keycloak.setOneTimePassword(account.subject(), password));
        accounts.markOneTimePassword(accountId, issuedAt);
        return new OneTimePassword(known.orElseThrow().userName(), password);
    }

    @POST
    @Path("/{accountId}/invitation")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "invitePartnerPerson",
            summary =
                    "Mail the person a link, valid for three days, by which it chooses its first password; refused once it has"
                            + " chosen one")
    public Invitation invite(
            @PathParam("partnerId") UUID partnerId,
            @PathParam("accountId") UUID accountId,
            @Valid @NotNull InvitationLanguage chosen) {
        Account account = accounts.lock(partnerId, accountId).orElseThrow(() -> Problem.notFound("account", accountId));
        Optional<KnownAccount> known = KeycloakAnswers.asked(() -> keycloak.find(account.subject()));
        requireNotSignedIn(account, known);
        return KeycloakAnswers.mailed(
                () -> {
                    keycloak.invite(account.subject(), chosen.language());
                    return new Invitation(
                            known.orElseThrow().userName(), clock.now().plus(KeycloakAccounts.INVITATION_VALID));
                },
                KeycloakAnswers::mailNotSent);
    }

    private static void requireNotSignedIn(Account account, Optional<KnownAccount> known) {
        switch (access(account, known)) {
            case NOT_SIGNED_IN -> {}
            case DISABLED ->
                throw Problem.refused(
                        "account-disabled",
                        "The account is disabled. Whoever keeps the firm's accounts enables it again.");
            case OWN_PASSWORD ->
                throw Problem.refused(
                        "already-signed-in",
                        "The person has chosen a password, and resets it by mail where it forgets it.");
        }
    }

    private AccountView view(Account account) {
        Optional<KnownAccount> known = KeycloakAnswers.asked(() -> keycloak.find(account.subject()));
        return new AccountView(
                account.accountId(),
                known.map(KnownAccount::userName).orElse(null),
                known.map(KnownAccount::name).orElse(null),
                access(account, known),
                known.map(KnownAccount::language).orElse(null),
                account.madeBy(),
                account.madeAt());
    }

    private static Access access(Account account, Optional<KnownAccount> known) {
        if (known.isEmpty() || !known.get().enabled()) {
            return Access.DISABLED;
        }
        return known.get().hasOwnPassword(account.oneTimePasswordAt()) ? Access.OWN_PASSWORD : Access.NOT_SIGNED_IN;
    }

    private void requirePartner(UUID partnerId) {
        if (partners.of(List.of(partnerId)).isEmpty()) {
            throw Problem.notFound("partner", partnerId);
        }
    }
}
