package coop.parasol.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of a REST method: subject, roles and ids from its Keycloak token. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Who decides, as it is recorded with every decision: the token's {@code sub}, which Keycloak never changes nor gives
     * to somebody else. It names nobody to those who cannot ask Keycloak, so that it may stay in events and in the books
     * for ever. {@code anonymous} without a token.
     */
    public String actor() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** Whether there is no token. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** Whether the caller holds this realm role. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whether the caller holds at least one of these realm roles. */
    public boolean hasAny(String... roles) {
        for (String role : roles) {
            if (identity.hasRole(role)) {
                return true;
            }
        }
        return false;
    }

    /** The member firm that a producer's account belongs to: claim {@code member_id}, or what the service knows of a machine. */
    public Optional<UUID> memberId() {
        return id("member_id");
    }

    /**
     * Whether the account is that of a person whom its member has invited: claim {@code member_colleague}. It does the member's daily
     * work; the member's own account has no such claim, and alone decides what is {@link OwnerOnly}.
     */
    public boolean isColleague() {
        return claim("member_colleague").isPresent();
    }

    /** The partner that a buyer's account belongs to: claim {@code partner_id}. */
    public Optional<UUID> partnerId() {
        return id("partner_id");
    }

    /** The auditor that the account belongs to: claim {@code auditor_id}. */
    public Optional<UUID> auditorId() {
        return id("auditor_id");
    }

    /** The caller's member firm; 403 {@code no-member} for a token that names none. */
    public UUID member() {
        return memberId()
                .orElseThrow(() -> Problem.forbidden("no-member", "Your account does not belong to a member firm."));
    }

    /** The caller's partner; 403 {@code no-partner} for a token that names none. */
    public UUID partner() {
        return partnerId()
                .orElseThrow(() -> Problem.forbidden("no-partner", "Your account is not linked to a partner."));
    }

    /** The caller as an auditor; 403 {@code no-auditor} for a token that names none. */
    public UUID auditor() {
        return auditorId()
                .orElseThrow(() -> Problem.forbidden("no-auditor", "Your account is not linked to an auditor."));
    }

    /** 403 {@code not-yours} unless the caller belongs to this member. */
    public void requireMember(UUID memberId) {
        if (!member().equals(memberId)) {
            throw notYours();
        }
    }

    /** 403 {@code not-yours} unless the caller belongs to this partner. */
    public void requirePartner(UUID partnerId) {
        if (!partner().equals(partnerId)) {
            throw notYours();
        }
    }

    /** 403 {@code not-yours} unless the caller belongs to this member or holds one of the desks' roles. */
    public void requireMemberOr(UUID memberId, String... roles) {
        if (!hasAny(roles)) {
            requireMember(memberId);
        }
    }

    /** 403 {@code not-yours} unless the caller belongs to this partner or holds one of the desks' roles. */
    public void requirePartnerOr(UUID partnerId, String... roles) {
        if (!hasAny(roles)) {
            requirePartner(partnerId);
        }
    }

    /**
     * The two-person rule: 403 {@code same-person} if the caller is the person who took the first of the two steps.
     *
     * @param first the {@link #actor} who drafted or proposed it
     */
    public void requireSecondPerson(String first) {
        SecondPerson.refusal(first, actor()).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
    }

    /** 403 {@code not-yours}. */
    public static Problem notYours() {
        return Problem.forbidden("not-yours", "This belongs to another member, partner or auditor.");
    }

    private Optional<UUID> id(String claim) {
        if (identity.<Object>getAttribute(claim) instanceof UUID known) {
            return Optional.of(known);
        }
        try {
            return claim(claim).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw Problem.forbidden("malformed-claim", "The claim " + claim + " of your account is no id.");
        }
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.<Object>getClaim(name)).map(Object::toString)
                : Optional.empty();
    }
}
