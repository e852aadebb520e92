package coop.parasol.membership.staff;

import coop.parasol.firm.FirmClock;
import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.membership.staff.DecideStaffProposal.Actor;
import coop.parasol.membership.staff.rules.GrantRules;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;

/** One person takes somebody's account away, at once; and sends an invitation to whoever has not come in yet. */
@ApplicationScoped
class ManageStaffAccount {

    private final KeycloakAccounts keycloak;
    private final StaffAccounts accounts;
    private final FirmClock clock;

    ManageStaffAccount(KeycloakAccounts keycloak, StaffAccounts accounts, FirmClock clock) {
        this.keycloak = keycloak;
        this.accounts = accounts;
        this.clock = clock;
    }

    sealed interface Outcome permits Done, Refused {}

    record Done(StaffAccount account) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** The account is removed at Keycloak, its sessions end, and nobody can sign in by it any more. */
    Outcome remove(UUID accountId, Actor actor) {
        // two registrars who remove each other at the same moment: one of them stays
        accounts.lockRegistrars();
        Optional<StaffAccount> locked = StaffAccount.lock(accountId);
        Optional<Refusal> refusal = whyNot(locked, accountId, actor).or(() -> {
            StaffAccount account = locked.orElseThrow();
            return GrantRules.removal(
                            account.staffRoles(),
                            account.subject.toString().equals(actor.subject()),
                            accounts.otherRegistrars(accountId))
                    .map(StaffRefusals::of);
        });
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        StaffAccount account = locked.orElseThrow();
        account.removedBy = actor.subject();
        account.removedAt = clock.now();
        StaffAccount.flush();
        keycloak.delete(account.subject);
        return new Done(account);
    }

    /**
     * Mails the person a link by which it chooses its first password.
     *
     * @throws WebApplicationException if Keycloak does not send it
     */
    Outcome invite(UUID accountId, Actor actor) {
        Optional<StaffAccount> locked = StaffAccount.lock(accountId);
        Optional<Refusal> refusal = whyNot(locked, accountId, actor);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        StaffAccount account = locked.orElseThrow();
        if (keycloak.passwordAt(account.subject).isPresent()) {
            return new Refused(new Refusal.Conflict(
                    "already-signed-in",
                    "The person has chosen a password, and resets it by mail where it forgets it."));
        }
        keycloak.invite(account.subject, account.language);
        account.invitedAt = clock.now();
        StaffAccount.flush();
        return new Done(account);
    }

    private static Optional<Refusal> whyNot(Optional<StaffAccount> account, UUID accountId, Actor actor) {
        if (account.isEmpty()) {
            return Optional.of(new Refusal.NotFound("staff account", accountId));
        }
        if (account.get().removedAt != null) {
            return Optional.of(new Refusal.Conflict("already-removed", "The account was removed already."));
        }
        return DecideStaffProposal.removed(actor)
                .or(() -> GrantRules.competence(account.get().staffRoles(), actor.isRegistrar())
                        .map(StaffRefusals::of));
    }
}
