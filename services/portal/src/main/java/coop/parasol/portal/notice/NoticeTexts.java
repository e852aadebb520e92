package coop.parasol.portal.notice;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.RejectedClass;
import coop.parasol.portal.notice.rules.NoticeFacts;
import coop.parasol.portal.notice.rules.NoticeKind;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.RejectionReason;
import coop.parasol.portal.page.Words;
import java.util.regex.Pattern;

/** The sentences of notices, in the language of whoever reads; each subject has some. */
public final class NoticeTexts {

    private static final NoticeTextMessages WORDS = Words.of(NoticeTextMessages.class);
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern COLON = Pattern.compile(":");
    private static final NoticeMessages KINDS = Words.of(NoticeMessages.class);

    private NoticeTexts() {}

    static String title(Notice notice) {
        NoticeFacts facts = notice.facts();
        String lot = facts.text("lot");
        String product = facts.text("product");
        return switch (notice.subject()) {
            case RECALL_TO_ANSWER, OWN_LOT_RECALLED, LOT_RECALLED -> WORDS.recallTitle(lot, product);
            case PAYMENT_SENT -> WORDS.paymentSentTitle(Formats.text(facts.money("amount")));
            case PAYMENT_RETURNED, TRANSFER_RETURNED -> WORDS.paymentReturnedTitle(Formats.text(facts.money("amount")));
            case BANK_ACCOUNT_CHANGED -> WORDS.bankAccountChangedTitle();
            case TAX_REGISTRATION_CHANGED -> WORDS.taxRegistrationChangedTitle();
            case LOGIN_RESET -> WORDS.loginResetTitle();
            case ORDER_REFUSED -> WORDS.orderRefusedTitle(reference(facts));
            case ORDER_DELAYED -> WORDS.orderDelayedTitle(reference(facts));
            case ORDER_FALLEN_SHORT -> WORDS.orderFallenShortTitle(reference(facts));
            case ORDER_REDUCED_FOR_YOU -> WORDS.orderReducedForYouTitle(reference(facts));
            case DEBIT_NOTE_ISSUED ->
                WORDS.debitNoteIssuedTitle(facts.text("number"), Formats.text(facts.money("amount")));
            case SAMPLE_DRAWN -> WORDS.sampleDrawnTitle(lot, product);
            case LOT_TO_INSPECT -> WORDS.lotToInspectTitle(lot, product);
            case LOT_CERTIFIED -> WORDS.lotCertifiedTitle(lot, product);
            case LOT_REJECTED -> WORDS.lotRejectedTitle(lot, product);
            case SUPPORT_CASE_OPENED -> WORDS.supportTitle(lot, product);
            case PRODUCER_NEEDS_SUPPORT -> WORDS.producerNeedsSupportTitle(product);
            case VOTE_OPENED -> WORDS.voteOpenedTitle(Formats.words(facts.text("proposal")));
            case EXIT_REQUESTED -> WORDS.exitRequestedTitle();
            case EXIT_BINDING -> WORDS.exitBindingTitle();
            case EXIT_WITHDRAWN -> WORDS.exitWithdrawnTitle();
            case EXIT_VALUED -> WORDS.exitValuedTitle(Formats.text(facts.money("share")));
            case EXIT_PAID -> WORDS.exitPaidTitle(Formats.text(facts.money("amount")));
            case MEMBER_LEAVES -> WORDS.memberLeavesTitle();
            case GOODS_OF_LEAVING_MEMBER -> WORDS.goodsOfLeavingMemberTitle();
            case COMPLAINT_RECEIVED -> WORDS.complaintTitle(lot, product);
        };
    }

    static String text(Notice notice) {
        NoticeFacts facts = notice.facts();
        String product = facts.text("product");
        return switch (notice.subject()) {
            case RECALL_TO_ANSWER -> WORDS.recallToAnswerText(quantity(facts), facts.text("class"));
            case OWN_LOT_RECALLED, LOT_RECALLED -> WORDS.lotRecalledText(facts.text("class"), facts.text("reason"));
            case PAYMENT_SENT -> WORDS.paymentSentText(Formats.words(facts.text("purpose")), facts.text("reference"));
            case PAYMENT_RETURNED -> WORDS.paymentReturnedText();
            case TRANSFER_RETURNED -> WORDS.transferReturnedText();
            case BANK_ACCOUNT_CHANGED -> WORDS.bankAccountChangedText(Formats.text(facts.moment("at")));
            case TAX_REGISTRATION_CHANGED -> WORDS.taxRegistrationChangedText(Formats.text(facts.day("from")));
            case LOGIN_RESET -> WORDS.loginResetText(Formats.text(facts.moment("at")));
            case ORDER_REFUSED -> refusal(facts);
            case ORDER_DELAYED -> WORDS.orderDelayedText(Formats.text(Period.parse(facts.text("week"))));
            case ORDER_FALLEN_SHORT ->
                WORDS.orderFallenShortText(
                        facts.text("line"),
                        product,
                        quantity(facts),
                        before(facts),
                        Formats.text(facts.money("amount")),
                        facts.text("reason"));
            case ORDER_REDUCED_FOR_YOU ->
                WORDS.orderReducedForYouText(
                        facts.text("line"),
                        product,
                        quantity(facts),
                        before(facts),
                        Formats.text(facts.money("amount")),
                        facts.text("reason"));
            case DEBIT_NOTE_ISSUED -> WORDS.debitNoteIssuedText();
            case SAMPLE_DRAWN -> WORDS.sampleDrawnText(facts.text("units"));
            case LOT_TO_INSPECT -> WORDS.lotToInspectText();
            case LOT_CERTIFIED ->
                WORDS.lotCertifiedText(facts.text("grade"), quantity(facts), facts.text("certificate"));
            case LOT_REJECTED -> WORDS.lotRejectedText(rejection(facts));
            case SUPPORT_CASE_OPENED, PRODUCER_NEEDS_SUPPORT -> support(facts);
            case VOTE_OPENED -> WORDS.voteOpenedText(Formats.textWithZone(facts.moment("until")));
            case EXIT_REQUESTED -> WORDS.exitRequestedText(Formats.text(facts.day("until")));
            case EXIT_BINDING -> WORDS.exitBindingText();
            case EXIT_WITHDRAWN -> WORDS.exitWithdrawnText();
            case EXIT_VALUED -> WORDS.exitValuedText(Formats.text(facts.money("amount")));
            case EXIT_PAID -> WORDS.exitPaidText();
            case MEMBER_LEAVES -> WORDS.memberLeavesText(Formats.text(facts.day("until")));
            case GOODS_OF_LEAVING_MEMBER -> WORDS.goodsOfLeavingMemberText();
            case COMPLAINT_RECEIVED -> WORDS.complaintText();
        };
    }

    /** What a person chooses by. */
    public static String kind(NoticeKind kind) {
        return switch (kind) {
            case RECALL -> KINDS.kindRecall();
            case PAYMENT -> KINDS.kindPayment();
            case ACCOUNT -> KINDS.kindAccount();
            case ORDER -> KINDS.kindOrder();
            case SAMPLE -> KINDS.kindSample();
            case INSPECTION -> KINDS.kindInspection();
            case SUPPORT -> KINDS.kindSupport();
            case VOTE -> KINDS.kindVote();
            case EXIT -> KINDS.kindExit();
            case COMPLAINT -> KINDS.kindComplaint();
        };
    }

    /** The partner's own number of an order; most have one. */
    private static String reference(NoticeFacts facts) {
        String reference = facts.text("reference");
        return reference.isEmpty() ? WORDS.withoutReference() : reference;
    }

    private static String quantity(NoticeFacts facts) {
        return Formats.text(facts.quantity("quantity"));
    }

    private static String before(NoticeFacts facts) {
        return Formats.text(facts.quantity("before"));
    }

    /** A code that has no sentence here is said in distribution's own words. */
    private static String refusal(NoticeFacts facts) {
        return switch (facts.text("code")) {
            case "unknown-product" -> WORDS.unknownProduct();
            case "no-price" -> WORDS.noPrice();
            case "over-credit-limit" -> WORDS.overCreditLimit();
            default -> facts.text("reason");
        };
    }

    /** What was found, by defect class; in quality's own words where they alone are known. */
    private static String rejection(NoticeFacts facts) {
        String classes = facts.text("rejectedBy");
        return classes.isEmpty()
                ? facts.text("reason") + "."
                : RejectionReason.sentences(COMMA.splitAsStream(classes)
                        .map(NoticeTexts::rejectedClass)
                        .toList());
    }

    private static RejectedClass rejectedClass(String stored) {
        String[] parts = COLON.split(stored, -1);
        return new RejectedClass(
                DefectClass.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                Boolean.parseBoolean(parts[4]));
    }

    private static String support(NoticeFacts facts) {
        return switch (facts.text("why")) {
            case "DISCONTINUED" -> WORDS.discontinued();
            case "REJECTED_TWICE" -> WORDS.rejectedTwice(facts.text("lot"), rejection(facts));
            default -> facts.text("reason");
        };
    }
}
