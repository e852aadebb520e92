package coop.parasol.membership.staff.rules;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Giving and taking rights at the firm. Who could give itself a right could give itself every one, so that each is given by two
 * persons of whom neither gets it; taking one away is urgent, and one person does it.
 */
public final class GrantRules {

    private static final Set<StaffRole> NEVER_TOGETHER = Set.of(StaffRole.AUDITOR, StaffRole.QUALITY_DESK);

    private GrantRules() {}

    /** Why rights are not given or taken. */
    public enum Reason {
        /** who judges batches does not decide about certificates (ISO/IEC 17065, 7.6.2) */
        NEVER_TOGETHER,
        /** an auditor's account says which auditor it is of */
        AUDITOR_NUMBER_MISSING,
        /** nobody but an auditor has an auditor's number */
        AUDITOR_NUMBER_UNUSED,
        /** the quality desk proposes and removes auditors, and nobody else */
        AUDITORS_ONLY,
        /** nobody gives itself a right */
        NOT_FOR_YOURSELF,
        /** somebody has to be there who can give rights */
        LAST_REGISTRAR
    }

    /** Why nobody can have these rights together; empty if somebody can. */
    public static Optional<Reason> combination(Set<StaffRole> roles, boolean hasAuditorNumber) {
        if (roles.containsAll(NEVER_TOGETHER)) {
            return Optional.of(Reason.NEVER_TOGETHER);
        }
        boolean audits = roles.contains(StaffRole.AUDITOR);
        if (audits == hasAuditorNumber) {
            return Optional.empty();
        }
        return Optional.of(audits ? Reason.AUDITOR_NUMBER_MISSING : Reason.AUDITOR_NUMBER_UNUSED);
    }

    /**
     * Why these rights are not this person's business; empty if they are.
     *
     * @param isRegistrar whether the person is a registrar; else it is of the quality desk
     */
    public static Optional<Reason> competence(Set<StaffRole> roles, boolean isRegistrar) {
        return isRegistrar || roles.equals(Set.of(StaffRole.AUDITOR))
                ? Optional.empty()
                : Optional.of(Reason.AUDITORS_ONLY);
    }

    /**
     * Why a person may not propose or approve rights; empty if it may.
     *
     * @param subject of the account that gets them; null if it is yet to be made
     * @param person who proposes or approves
     */
    public static Optional<Reason> beneficiary(@Nullable String subject, String person) {
        return person.equals(subject) ? Optional.of(Reason.NOT_FOR_YOURSELF) : Optional.empty();
    }

    /**
     * Why an account is not removed; empty if it is.
     *
     * @param roles of the account
     * @param isOwn whether it is that of the person who removes it, who else is a registrar that stays
     * @param otherRegistrars how many other accounts have the right of a registrar
     */
    public static Optional<Reason> removal(Set<StaffRole> roles, boolean isOwn, long otherRegistrars) {
        return roles.contains(StaffRole.REGISTRAR) && isOwn && otherRegistrars == 0
                ? Optional.of(Reason.LAST_REGISTRAR)
                : Optional.empty();
    }
}
