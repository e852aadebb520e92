package coop.parasol.membership.staff;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.membership.staff.rules.GrantRules;
import coop.parasol.membership.staff.rules.StaffRole;
import coop.parasol.messaging.Ids;
import coop.parasol.web.MailLanguage;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two persons give somebody rights at the firm. Nothing is made at Keycloak before the second has agreed, and neither of the two is
 * the one who gets them.
 */
@ApplicationScoped
class DecideStaffProposal {

    private static final String NOUN = "staff proposal";

    private final KeycloakStaff keycloak;
    private final StaffAccounts accounts;
    private final FirmClock clock;

    DecideStaffProposal(KeycloakStaff keycloak, StaffAccounts accounts, FirmClock clock) {
        this.keycloak = keycloak;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Who proposes, approves or withdraws.
     *
     * @param subject of the person's token
     * @param isRegistrar whether it is a registrar; else it is of the quality desk
     */
    record Actor(String subject, boolean isRegistrar) {}

    /**
     * Who is to get which rights.
     *
     * @param roles all that the person may do afterwards
     * @param auditorId of whoever is to be an auditor
     * @param language of the invitation
     */
    record Rights(
            String email,
            String name,
            Set<StaffRole> roles,
            @Nullable UUID auditorId,
            MailLanguage language) {}

    sealed interface Outcome permits Proposed, Approved, Withdrawn, Refused {}

    record Proposed(StaffProposal proposal) implements Outcome {}

    /** @param account that was made, or has the new rights */
    record Approved(StaffProposal proposal, StaffAccount account) implements Outcome {}

    record Withdrawn(StaffProposal proposal) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** @param rights the address in lower case, the name without blanks around it */
    Outcome propose(Rights rights, Actor actor) {
        Optional<Refusal> refusal = removed(actor)
                .or(() -> GrantRules.combination(rights.roles(), rights.auditorId() != null)
                        .or(() -> GrantRules.competence(rights.roles(), actor.isRegistrar()))
                        .or(() -> GrantRules.beneficiary(subjectOf(rights.email()), actor.subject()))
                        .map(StaffRefusals::of));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        StaffProposal proposal = new StaffProposal();
        proposal.email = rights.email();
        proposal.name = rights.name();
        proposal.roles = names(rights.roles());
        proposal.auditorId = rights.auditorId();
        proposal.language = rights.language();
        proposal.propose(actor.subject(), clock.now());
        return new Proposed(proposal);
    }

    /** A second person agrees: the account is made, or has these rights and no others from now on. */
    Outcome approve(UUID proposalId, Actor actor) {
        Optional<StaffProposal> locked = StaffProposal.lock(proposalId);
        Optional<Refusal> refusal = removed(actor)
                .or(() -> DeskProposal.whyNotPending(locked, NOUN, proposalId))
                .or(() -> SecondPerson.refusal(locked.orElseThrow().proposedBy, actor.subject()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        StaffProposal proposal = locked.orElseThrow();
        accounts.lockAddress(proposal.email);
        Optional<StaffAccount> known = StaffAccount.lockOfAddress(proposal.email);
        Optional<UUID> subject =
                known.map(account -> account.subject).filter(keycloak::exists).or(() -> keycloak.find(proposal.email));
        Optional<Refusal> own = subject.map(UUID::toString)
                .flatMap(owner -> GrantRules.beneficiary(owner, actor.subject())
                        .or(() -> GrantRules.beneficiary(owner, proposal.proposedBy)))
                .map(StaffRefusals::of);
        if (own.isPresent()) {
            return new Refused(own.get());
        }
        KeycloakStaff.Person person = new KeycloakStaff.Person(
                proposal.email, proposal.name, StaffAccount.roles(proposal.roles), proposal.auditorId);
        subject.ifPresent(id -> keycloak.change(id, person));
        Optional<UUID> holder = subject.or(() -> keycloak.make(person));
        if (holder.isEmpty()) {
            return new Refused(new Refusal.Conflict(
                    "account-taken",
                    "Somebody signs in by this address already whose rights are not given here. Take another one."));
        }
        proposal.decide(DeskProposal.State.APPROVED, actor.subject(), clock.now());
        return new Approved(proposal, store(known.orElseGet(DecideStaffProposal::newAccount), holder.get(), proposal));
    }

    private static StaffAccount newAccount() {
        StaffAccount account = new StaffAccount();
        account.id = Ids.next();
        return account;
    }

    private static StaffAccount store(StaffAccount account, UUID subject, StaffProposal approved) {
        account.subject = subject;
        account.email = approved.email;
        account.name = approved.name;
        account.roles = List.copyOf(approved.roles);
        account.auditorId = approved.auditorId;
        account.language = approved.language;
        account.proposedBy = approved.proposedBy;
        account.approvedBy = Objects.requireNonNull(approved.decidedBy);
        account.approvedAt = Objects.requireNonNull(approved.decidedAt);
        account.persistAndFlush();
        return account;
    }

    /** Nobody gets anything; a registrar withdraws it, or the quality desk if it is an auditor's. */
    Outcome withdraw(UUID proposalId, Actor actor) {
        Optional<StaffProposal> locked = StaffProposal.lock(proposalId);
        Optional<Refusal> refusal = removed(actor)
                .or(() -> DeskProposal.whyNotPending(locked, NOUN, proposalId))
                .or(() -> GrantRules.competence(StaffAccount.roles(locked.orElseThrow().roles), actor.isRegistrar())
                        .map(StaffRefusals::of));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        locked.orElseThrow().decide(DeskProposal.State.WITHDRAWN, actor.subject(), clock.now());
        return new Withdrawn(locked.orElseThrow());
    }

    private static @Nullable String subjectOf(String email) {
        return StaffAccount.ofAddress(email)
                .map(account -> account.subject.toString())
                .orElse(null);
    }

    /** Why a person does not act any more in the role of its token. */
    static Optional<Refusal> removed(Actor actor) {
        StaffRole role = actor.isRegistrar() ? StaffRole.REGISTRAR : StaffRole.QUALITY_DESK;
        return StaffAccount.ofSubject(actor.subject())
                .filter(account -> !account.has(role))
                .map(account -> StaffRefusals.accountRemoved());
    }

    private static List<String> names(Collection<StaffRole> roles) {
        return roles.stream().sorted().map(StaffRole::name).toList();
    }
}
