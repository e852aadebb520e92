package coop.parasol.portal.notice.rules;

import java.util.Collection;
import java.util.List;

/**
 * The kinds of notices, by which a person chooses what it gets by mail.
 */
public enum NoticeKind {
    RECALL(true, "producer", "partner", "logistics-desk"),
    PAYMENT(true, "producer", "treasurer"),
    /** that somebody has changed where money goes or how one signs in: of its own, so that who wants no mail of payments hears of it */
    ACCOUNT(true, "producer"),
    ORDER(true, "partner"),
    /** that the sample of a lot was drawn; a producer that reports twice a day has no mail of each */
    SAMPLE(false, "producer", "auditor"),
    INSPECTION(true, "producer"),
    SUPPORT(true, "producer", "quality-desk"),
    VOTE(true, "producer"),
    EXIT(true, "producer", "registrar", "logistics-desk"),
    COMPLAINT(true, "quality-desk");

    private final boolean mailedToFirms;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nobody can change
    private final List<String> roles;

    NoticeKind(boolean mailedToFirms, String... roles) {
        this.mailedToFirms = mailedToFirms;
        this.roles = List.of(roles);
    }

    /** Whether notices of this kind come to a person with these roles. */
    public boolean comesTo(Collection<String> rolesOfPerson) {
        return roles.stream().anyMatch(rolesOfPerson::contains);
    }

    /**
     * Whether a person that has chosen nothing gets mail of this kind. Who acts for a member or a partner does; of a desk, whose work
     * list stands in the portal, and which several persons share, nobody does without having said so.
     *
     * @param forDesk whether the notice is for everybody with a role
     */
    public boolean isMailedUnlessChosen(boolean forDesk) {
        return mailedToFirms && !forDesk;
    }
}
