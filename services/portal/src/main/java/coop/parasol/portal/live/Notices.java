package coop.parasol.portal.live;

import coop.parasol.contracts.AdvanceEvent;
import coop.parasol.contracts.DistributionEvent;
import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.contracts.DistributionEvent.PartnerRegistered;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.DistributionEvent.ShipmentDelivered;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.EquityEvent;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.ForecastEvent.ForecastChanged;
import coop.parasol.contracts.GovernanceEvent;
import coop.parasol.contracts.MembershipEvent;
import coop.parasol.contracts.NonconformityEvent;
import coop.parasol.contracts.NonconformityEvent.ComplaintDecided;
import coop.parasol.contracts.NonconformityEvent.ComplaintReceived;
import coop.parasol.contracts.NonconformityEvent.LotReleased;
import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.PoolClosingEvent.PoolClosed;
import coop.parasol.contracts.PricingEvent;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.contracts.ProductionEvent;
import coop.parasol.contracts.QualityEvent;
import coop.parasol.contracts.RecallEvent.RecallNoticeIssued;
import coop.parasol.contracts.TaxRegistrationEvent;
import coop.parasol.portal.live.Change.Kind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes on pages, and for whom. A desk is told of what the services show to it; a member or a partner of its own
 * alone. Whoever is told too little has to load the page again; whoever is told too much learns no more than an id.
 */
final class Notices {

    private static final String AUDITOR = "auditor";
    private static final String LOGISTICS = "logistics-desk";
    private static final String PRICING = "pricing-desk";
    private static final String QUALITY = "quality-desk";
    private static final String TREASURER = "treasurer";

    private Notices() {}

    static List<Notice> of(Event event) {
        return switch (event) {
            case MembershipEvent membership -> MembershipNotices.of(membership);
            case EquityEvent equity -> MembershipNotices.of(equity);
            case GovernanceEvent governance -> MembershipNotices.of(governance);
            case QualityEvent quality -> of(quality);
            case NonconformityEvent nonconformity -> of(nonconformity);
            case PricingEvent pricing -> of(pricing);
            case ProductionEvent production -> of(production);
            case DistributionEvent distribution -> of(distribution);
            case ForecastChanged _ -> List.of();
            case AdvanceEvent _, TaxRegistrationEvent _ -> List.of();
            case PayoutDocumentIssued issued ->
                issued.taxOnTop() == null
                        ? List.of()
                        : List.of(new Notice(Change.any(Kind.PAYABLE), Audience.member(issued.memberId(), TREASURER)));
            case OrderLineReduced reduced -> order(reduced.orderId(), reduced.partnerId());
            case DebitNoteIssued issued -> invoice(issued.debitNoteId(), issued.partnerId());
            case PoolClosed closed ->
                List.of(new Notice(Change.of(Kind.POOL, closed.poolId()), Audience.roles(PRICING, TREASURER)));
            case RecallNoticeIssued recall ->
                List.of(new Notice(
                        Change.of(Kind.BATCH, recall.batchId()),
                        Audience.partner(recall.partnerId(), LOGISTICS).andMember(recall.memberId())));
        };
    }

    private static List<Notice> of(QualityEvent event) {
        return switch (event) {
            case QualityEvent.StandardPublished _ ->
                List.of(new Notice(
                        Change.any(Kind.STANDARD), Audience.roles(QUALITY, PRICING, AUDITOR, "producer", LOGISTICS)));
            case QualityEvent.SampleDrawn sampled -> inspected(sampled.batchId(), sampled.memberId());
            case QualityEvent.BatchChangeAnswered answered -> onStock(answered.batchId(), answered.memberId());
            case QualityEvent.BatchCertified certified -> inspected(certified.batchId(), certified.memberId());
            case QualityEvent.BatchRejected rejected -> inspected(rejected.batchId(), rejected.memberId());
            case QualityEvent.ReworkAnnounced reworked -> inspected(reworked.batchId(), reworked.memberId());
            case QualityEvent.BatchScrapped scrapped -> inspected(scrapped.batchId(), scrapped.memberId());
            case QualityEvent.BatchSuspended suspended -> onStock(suspended.batchId(), suspended.memberId());
            case QualityEvent.BatchReinstated reinstated -> onStock(reinstated.batchId(), reinstated.memberId());
            case QualityEvent.BatchRecalled recalled -> onStock(recalled.batchId(), recalled.memberId());
            case QualityEvent.CertificateExpired expired -> onStock(expired.batchId(), expired.memberId());
            case QualityEvent.QualityCleared cleared ->
                MembershipNotices.exit(cleared.exitId(), cleared.memberId(), QUALITY);
            case QualityEvent.SupportCaseOpened opened ->
                List.of(new Notice(
                        Change.of(Kind.BATCH, opened.batchId()), Audience.member(opened.memberId(), QUALITY)));
        };
    }

    private static List<Notice> of(NonconformityEvent event) {
        return switch (event) {
            case LotSorted sorted -> inspected(sorted.batchId(), sorted.memberId());
            case LotReleased released -> inspected(released.batchId(), released.memberId());
            case ComplaintReceived received ->
                complaint(received.complaintId(), received.partnerId(), received.memberId());
            case ComplaintDecided decided -> complaint(decided.complaintId(), decided.partnerId(), decided.memberId());
        };
    }

    private static List<Notice> of(PricingEvent event) {
        return switch (event) {
            case PricePublished _ -> List.of();
            case PoolSettled settled ->
                List.of(new Notice(Change.of(Kind.POOL, settled.poolId()), Audience.roles(PRICING, TREASURER)));
            case PoolSettledV2 settled ->
                List.of(new Notice(Change.of(Kind.POOL, settled.poolId()), Audience.roles(PRICING, TREASURER)));
            case PayoutStatedV2 stated ->
                List.of(new Notice(Change.any(Kind.PAYABLE), Audience.member(stated.memberId(), TREASURER)));
            case PayoutStated stated ->
                List.of(new Notice(Change.any(Kind.PAYABLE), Audience.member(stated.memberId(), TREASURER)));
        };
    }

    private static List<Notice> of(ProductionEvent event) {
        return switch (event) {
            case ProductionEvent.CapacityDeclared _ -> List.of();
            case ProductionEvent.QuantityCommitted committed ->
                commitment(committed.commitmentId(), committed.memberId());
            case ProductionEvent.CommitmentReleased released ->
                commitment(released.commitmentId(), released.memberId());
            case ProductionEvent.CommitmentFulfilled fulfilled ->
                commitment(fulfilled.commitmentId(), fulfilled.memberId());
            case ProductionEvent.CommitmentCounted counted ->
                List.of(new Notice(Change.any(Kind.COMMITMENT), Audience.member(counted.memberId())));
            case ProductionEvent.OverflowTaken taken ->
                List.of(new Notice(
                        Change.any(Kind.COMMITMENT),
                        Audience.member(taken.originatorId()).andMember(taken.takerId())));
            case ProductionEvent.CommitmentHandedOver handed ->
                List.of(new Notice(
                        Change.any(Kind.COMMITMENT),
                        Audience.member(handed.fromMemberId()).andMember(handed.toMemberId())));
            case ProductionEvent.BatchReported reported ->
                List.of(new Notice(
                        Change.of(Kind.BATCH, reported.batchId()),
                        Audience.member(reported.memberId(), QUALITY, LOGISTICS)));
            case ProductionEvent.BatchCorrectionRequested wanted -> onStock(wanted.batchId(), wanted.memberId());
            case ProductionEvent.BatchWithdrawalRequested wanted -> onStock(wanted.batchId(), wanted.memberId());
            case ProductionEvent.BatchCorrected corrected -> onStock(corrected.batchId(), corrected.memberId());
            case ProductionEvent.BatchWithdrawn withdrawn -> onStock(withdrawn.batchId(), withdrawn.memberId());
            case ProductionEvent.ProductionCleared cleared ->
                MembershipNotices.exit(cleared.exitId(), cleared.memberId());
        };
    }

    private static List<Notice> of(DistributionEvent event) {
        return switch (event) {
            case PartnerRegistered _ -> List.of();
            case OrderAccepted accepted -> order(accepted.orderId(), accepted.partnerId());
            case OrderRefused refused -> order(refused.orderId(), refused.partnerId());
            case OrderAllocated allocated -> order(allocated.orderId(), allocated.partnerId());
            case OrderCancelled cancelled -> order(cancelled.orderId(), cancelled.partnerId());
            case ShipmentDispatched dispatched ->
                shipment(dispatched.shipmentId(), dispatched.orderId(), dispatched.partnerId());
            case ShipmentDelivered delivered ->
                shipment(delivered.shipmentId(), delivered.orderId(), delivered.partnerId());
            case InvoiceIssued issued -> invoice(issued.invoiceId(), issued.partnerId());
            case PaymentReceived received -> invoice(received.invoiceId(), received.partnerId());
            case ConsignmentPurchased purchased ->
                MembershipNotices.exit(purchased.exitId(), purchased.memberId(), LOGISTICS);
            case GoodsTakenBack taken -> MembershipNotices.exit(taken.exitId(), taken.memberId(), LOGISTICS);
            case GoodsConsumed consumed -> onStock(consumed.batchId(), consumed.memberId());
            case GoodsChoiceEnded ended -> MembershipNotices.exit(ended.exitId(), ended.memberId(), LOGISTICS);
            case DistributionCleared cleared -> MembershipNotices.exit(cleared.exitId(), cleared.memberId(), LOGISTICS);
        };
    }

    private static List<Notice> order(UUID orderId, @Nullable UUID partnerId) {
        return List.of(new Notice(Change.of(Kind.ORDER, orderId), Audience.partner(partnerId, LOGISTICS)));
    }

    private static List<Notice> shipment(UUID shipmentId, UUID orderId, UUID partnerId) {
        Audience both = Audience.partner(partnerId, LOGISTICS);
        return List.of(
                new Notice(Change.of(Kind.SHIPMENT, shipmentId), both),
                new Notice(Change.of(Kind.ORDER, orderId), both));
    }

    private static List<Notice> invoice(UUID invoiceId, UUID partnerId) {
        return List.of(
                new Notice(Change.of(Kind.INVOICE, invoiceId), Audience.partner(partnerId, LOGISTICS, TREASURER)));
    }

    private static List<Notice> commitment(UUID commitmentId, UUID memberId) {
        return List.of(new Notice(Change.of(Kind.COMMITMENT, commitmentId), Audience.member(memberId)));
    }

    /** Auditors hear that their list has changed, and not of which lot: they may have interests in its maker. */
    private static List<Notice> inspected(UUID batchId, UUID memberId) {
        return List.of(
                new Notice(Change.of(Kind.BATCH, batchId), Audience.member(memberId, QUALITY, LOGISTICS)),
                new Notice(Change.any(Kind.INSPECTION), Audience.roles(AUDITOR)));
    }

    private static List<Notice> onStock(UUID batchId, UUID memberId) {
        return List.of(new Notice(Change.of(Kind.BATCH, batchId), Audience.member(memberId, QUALITY, LOGISTICS)));
    }

    private static List<Notice> complaint(UUID complaintId, UUID partnerId, UUID memberId) {
        return List.of(new Notice(
                Change.of(Kind.COMPLAINT, complaintId),
                Audience.partner(partnerId, QUALITY).andMember(memberId)));
    }
}
