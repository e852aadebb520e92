package coop.parasol.portal.notice.rules;

import static coop.parasol.portal.notice.rules.NoticeSubject.*;

import coop.parasol.contracts.DistributionEvent;
import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.contracts.OrderChangeEvent;
import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.RecallEvent.RecallNoticeIssued;
import java.util.List;

/** What a partner is told: what the firm has decided of its order, or entered in its name, and what it owes by that. */
final class NoticesToPartners {

    private NoticesToPartners() {}

    static List<NoticeDraft> of(DistributionEvent event) {
        return switch (event) {
            case OrderRefused refused ->
                List.of(new NoticeDraft(
                        new Recipient.Partner(refused.partnerId()),
                        ORDER_REFUSED,
                        refused.orderId(),
                        NoticeFacts.none()
                                .with("reference", refused.reference())
                                .with("code", refused.code())
                                .with("reason", refused.reason())));
            case DistributionEvent.PartnerRegistered _,
                    DistributionEvent.OrderAccepted _,
                    DistributionEvent.OrderAllocated _,
                    DistributionEvent.OrderCancelled _,
                    DistributionEvent.ShipmentDispatched _,
                    DistributionEvent.ShipmentDelivered _,
                    DistributionEvent.InvoiceIssued _,
                    DistributionEvent.PaymentReceived _,
                    DistributionEvent.ConsignmentPurchased _,
                    DistributionEvent.GoodsTakenBack _,
                    DistributionEvent.GoodsConsumed _,
                    DistributionEvent.GoodsChoiceEnded _,
                    DistributionEvent.DistributionCleared _ -> List.of();
        };
    }

    /** A partner that has reduced a line itself knows it; a debit note is told whoever has, since it is to be paid. */
    static List<NoticeDraft> of(OrderChangeEvent event) {
        return switch (event) {
            case OrderLineReduced reduced ->
                switch (reduced.cause()) {
                    case FIRM -> List.of(reduced(ORDER_FALLEN_SHORT, reduced));
                    case PARTNER ->
                        reduced.transcribed() ? List.of(reduced(ORDER_REDUCED_FOR_YOU, reduced)) : List.of();
                };
            case DebitNoteIssued issued ->
                List.of(new NoticeDraft(
                        new Recipient.Partner(issued.partnerId()),
                        DEBIT_NOTE_ISSUED,
                        issued.debitNoteId(),
                        NoticeFacts.none().with("number", issued.number()).with("amount", issued.total())));
        };
    }

    private static NoticeDraft reduced(NoticeSubject subject, OrderLineReduced reduced) {
        return new NoticeDraft(
                new Recipient.Partner(reduced.partnerId()),
                subject,
                reduced.orderId(),
                NoticeFacts.none()
                        .with("reference", reduced.reference())
                        .with("line", reduced.line())
                        .with("product", reduced.product())
                        .with("before", reduced.wantedBefore())
                        .with("quantity", reduced.wanted())
                        .with("amount", reduced.amount())
                        .with("reason", reduced.reason()));
    }

    static List<NoticeDraft> of(RecallNoticeIssued recall) {
        return List.of(new NoticeDraft(
                new Recipient.Partner(recall.partnerId()),
                RECALL_TO_ANSWER,
                recall.noticeId(),
                NoticesOfEvents.lot(recall.product(), recall.lot())
                        .with("quantity", recall.quantity())
                        .with("class", recall.recallClass())));
    }
}
