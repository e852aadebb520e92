package coop.parasol.portal.notice.rules;

/**
 * The kinds of notices, by which a person chooses what it gets by mail.
 */
public enum NoticeKind {
    RECALL(true),
    PAYMENT(true),
    ORDER(true),
    /** that the sample of a lot was drawn; a producer that reports twice a day has no mail of each */
    SAMPLE(false),
    INSPECTION(true),
    SUPPORT(true),
    VOTE(true),
    EXIT(true),
    COMPLAINT(true);

    private final boolean mailedToFirms;

    NoticeKind(boolean mailedToFirms) {
        this.mailedToFirms = mailedToFirms;
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
