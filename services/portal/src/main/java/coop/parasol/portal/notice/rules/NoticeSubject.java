package coop.parasol.portal.notice.rules;

/** What notices say. A further one does not compile before {@code NoticeTexts} has its sentences. */
public enum NoticeSubject {
    /** to a partner that was sent units of a recalled lot */
    RECALL_TO_ANSWER(NoticeKind.RECALL, "/recall-notices/"),
    /** to the producer of a recalled lot */
    OWN_LOT_RECALLED(NoticeKind.RECALL, "/batches/"),
    /** to the logistics desk */
    LOT_RECALLED(NoticeKind.RECALL, "/logistics/stock"),
    PAYMENT_SENT(NoticeKind.PAYMENT, "/money"),
    PAYMENT_RETURNED(NoticeKind.PAYMENT, "/money"),
    /** to the member: whoever has changed it, it may not be who is to have the money */
    BANK_ACCOUNT_CHANGED(NoticeKind.ACCOUNT, "/my-firm"),
    /** to the member: whoever has entered it */
    TAX_REGISTRATION_CHANGED(NoticeKind.ACCOUNT, "/my-firm/tax"),
    /** to everybody who acts for the member: two registrars have given its own account a new password */
    LOGIN_RESET(NoticeKind.ACCOUNT, "/my-firm"),
    /** to the treasurers: a transfer has come back */
    TRANSFER_RETURNED(NoticeKind.PAYMENT, "/treasury/payables"),
    ORDER_REFUSED(NoticeKind.ORDER, "/orders"),
    ORDER_DELAYED(NoticeKind.ORDER, "/orders/"),
    /** to the partner: the firm delivers less of a line */
    ORDER_FALLEN_SHORT(NoticeKind.ORDER, "/orders/"),
    /** to the partner: a desk has entered in its name that it wants less of a line */
    ORDER_REDUCED_FOR_YOU(NoticeKind.ORDER, "/orders/"),
    /** to the partner: what was invoiced costs more */
    DEBIT_NOTE_ISSUED(NoticeKind.ORDER, "/invoices/"),
    SAMPLE_DRAWN(NoticeKind.SAMPLE, "/batches/"),
    /** to auditors, who may have an interest in the producer: not which lot it is */
    LOT_TO_INSPECT(NoticeKind.SAMPLE, "/inspections"),
    LOT_CERTIFIED(NoticeKind.INSPECTION, "/batches/"),
    LOT_REJECTED(NoticeKind.INSPECTION, "/batches/"),
    SUPPORT_CASE_OPENED(NoticeKind.SUPPORT, "/batches/"),
    /** to the quality desk */
    PRODUCER_NEEDS_SUPPORT(NoticeKind.SUPPORT, "/quality/producers/"),
    VOTE_OPENED(NoticeKind.VOTE, "/votes/"),
    EXIT_REQUESTED(NoticeKind.EXIT, "/leave/"),
    EXIT_BINDING(NoticeKind.EXIT, "/leave/"),
    EXIT_WITHDRAWN(NoticeKind.EXIT, "/leave/"),
    EXIT_VALUED(NoticeKind.EXIT, "/leave/"),
    EXIT_PAID(NoticeKind.EXIT, "/leave/"),
    /** to the registrars */
    MEMBER_LEAVES(NoticeKind.EXIT, "/registrar/exits/"),
    /** to the logistics desk: what is unsold of the member's goods is to be seen to */
    GOODS_OF_LEAVING_MEMBER(NoticeKind.EXIT, "/logistics/leaving/"),
    /** to the quality desk */
    COMPLAINT_RECEIVED(NoticeKind.COMPLAINT, "/quality/complaints/");

    private final NoticeKind kind;
    private final String path;

    NoticeSubject(NoticeKind kind, String path) {
        this.kind = kind;
        this.path = path;
    }

    public NoticeKind kind() {
        return kind;
    }

    /**
     * The page of the portal where it is seen or done.
     *
     * @param about the id of what it is about, by which pages that end in a slash are found
     */
    public String path(Object about) {
        return path.endsWith("/") ? path + about : path;
    }
}
