package coop.parasol.portal.notice.rules;

import static coop.parasol.portal.notice.rules.NoticeSubject.*;

import coop.parasol.contracts.AdvanceEvent;
import coop.parasol.contracts.DistributionEvent;
import coop.parasol.contracts.EquityEvent;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.ForecastEvent;
import coop.parasol.contracts.GovernanceEvent;
import coop.parasol.contracts.MembershipEvent;
import coop.parasol.contracts.NonconformityEvent;
import coop.parasol.contracts.OrderChangeEvent;
import coop.parasol.contracts.PayoutDocumentEvent;
import coop.parasol.contracts.PoolClosingEvent.PoolClosed;
import coop.parasol.contracts.PricingEvent;
import coop.parasol.contracts.ProductionEvent;
import coop.parasol.contracts.QualityEvent;
import coop.parasol.contracts.RecallEvent.RecallNoticeIssued;
import coop.parasol.contracts.RejectedClass;
import coop.parasol.contracts.TaxRegistrationEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is told, and what of it. What somebody has done itself is not told to it, but for an exit, whose steps have dates that
 * bind, and for another bank account or tax registration, which somebody else may have named in its name. That an order is delayed is told by no event: see {@code TellDelayedOrders}.
 */
public final class NoticesOfEvents {

    private static final Recipient AUDITORS = new Recipient.Role("auditor");
    private static final Recipient LOGISTICS = new Recipient.Role("logistics-desk");
    private static final Recipient QUALITY = new Recipient.Role("quality-desk");
    private static final Recipient REGISTRARS = new Recipient.Role("registrar");
    private static final Recipient TREASURERS = new Recipient.Role("treasurer");

    private NoticesOfEvents() {}

    /** The notices of an event; none of most. */
    public static List<NoticeDraft> of(Event event) {
        return switch (event) {
            case MembershipEvent membership -> of(membership);
            case EquityEvent equity -> of(equity);
            case GovernanceEvent governance -> of(governance);
            case QualityEvent quality -> of(quality);
            case NonconformityEvent nonconformity -> of(nonconformity);
            case DistributionEvent distribution -> NoticesToPartners.of(distribution);
            case ForecastEvent.ForecastChanged _ -> List.of();
            case OrderChangeEvent change -> NoticesToPartners.of(change);
            case RecallNoticeIssued recall -> NoticesToPartners.of(recall);
            case TaxRegistrationEvent.TaxRegistrationChanged changed ->
                List.of(new NoticeDraft(
                        member(changed.memberId()),
                        TAX_REGISTRATION_CHANGED,
                        changed.registrationId(),
                        NoticeFacts.none().with("from", changed.validFrom())));
            case PricingEvent _, AdvanceEvent _, PayoutDocumentEvent _, PoolClosed _, ProductionEvent _ -> List.of();
        };
    }

    private static List<NoticeDraft> of(MembershipEvent event) {
        return switch (event) {
            case MembershipEvent.ExitRequested asked -> {
                NoticeFacts facts = NoticeFacts.none().with("until", asked.noticeUntil());
                yield List.of(
                        new NoticeDraft(member(asked.memberId()), EXIT_REQUESTED, asked.exitId(), facts),
                        new NoticeDraft(REGISTRARS, MEMBER_LEAVES, asked.exitId(), facts));
            }
            case MembershipEvent.ExitBinding binding ->
                List.of(
                        new NoticeDraft(member(binding.memberId()), EXIT_BINDING, binding.exitId(), NoticeFacts.none()),
                        new NoticeDraft(LOGISTICS, GOODS_OF_LEAVING_MEMBER, binding.exitId(), NoticeFacts.none()));
            case MembershipEvent.ExitWithdrawn withdrawn ->
                List.of(new NoticeDraft(
                        member(withdrawn.memberId()), EXIT_WITHDRAWN, withdrawn.exitId(), NoticeFacts.none()));
            case MembershipEvent.BankAccountChanged changed ->
                List.of(new NoticeDraft(
                        member(changed.memberId()),
                        BANK_ACCOUNT_CHANGED,
                        changed.memberId(),
                        NoticeFacts.none().with("at", changed.changedAt())));
            case MembershipEvent.LoginReset reset ->
                List.of(new NoticeDraft(
                        member(reset.memberId()),
                        LOGIN_RESET,
                        reset.memberId(),
                        NoticeFacts.none().with("at", reset.resetAt())));
            case MembershipEvent.MemberApplied _,
                    MembershipEvent.ApplicationRefused _,
                    MembershipEvent.MemberAdmitted _,
                    MembershipEvent.MemberMoved _,
                    MembershipEvent.MemberRenamed _,
                    MembershipEvent.MemberActivated _,
                    MembershipEvent.MemberActivatedV2 _,
                    MembershipEvent.OwnerRecorded _,
                    MembershipEvent.ExitRecorded _,
                    MembershipEvent.MemberLeft _,
                    MembershipEvent.PersonErased _ -> List.of();
        };
    }

    private static List<NoticeDraft> of(EquityEvent event) {
        return switch (event) {
            case EquityEvent.PaymentSent paid ->
                payment(
                        PAYMENT_SENT,
                        paid.memberId(),
                        paid.payableId(),
                        NoticeFacts.none()
                                .with("amount", paid.amount())
                                .with("purpose", paid.purpose())
                                .with("reference", paid.bankReference()));
            case EquityEvent.PaymentReturned returned -> {
                NoticeFacts facts = NoticeFacts.none().with("amount", returned.amount());
                yield List.of(
                        new NoticeDraft(member(returned.memberId()), PAYMENT_RETURNED, returned.payableId(), facts),
                        new NoticeDraft(TREASURERS, TRANSFER_RETURNED, returned.payableId(), facts));
            }
            case EquityEvent.ExitValued valued ->
                payment(
                        EXIT_VALUED,
                        valued.memberId(),
                        valued.exitId(),
                        NoticeFacts.none().with("share", valued.equalShare()).with("amount", valued.payable()));
            case EquityEvent.ExitPaid paid ->
                payment(
                        EXIT_PAID,
                        paid.memberId(),
                        paid.exitId(),
                        NoticeFacts.none().with("amount", paid.amount()));
            case EquityEvent.BuyInPaid _,
                    EquityEvent.BuyInInstalmentPaid _,
                    EquityEvent.InstalmentPaid _,
                    EquityEvent.ExitQueued _,
                    EquityEvent.InstalmentDue _,
                    EquityEvent.HoldbackApplied _,
                    EquityEvent.HoldbackReleased _,
                    EquityEvent.PeriodClosed _,
                    EquityEvent.PatronageAllotted _,
                    EquityEvent.CapitalRevolved _ -> List.of();
        };
    }

    private static List<NoticeDraft> of(GovernanceEvent event) {
        return switch (event) {
            case GovernanceEvent.ProposalOpened opened ->
                List.of(new NoticeDraft(
                        new Recipient.Voters(),
                        VOTE_OPENED,
                        opened.proposalId(),
                        NoticeFacts.none().with("until", opened.closesAt()).with("proposal", opened.kind())));
            case GovernanceEvent.ProposalDecided _, GovernanceEvent.BylawsChanged _ -> List.of();
        };
    }

    private static List<NoticeDraft> of(QualityEvent event) {
        return switch (event) {
            case QualityEvent.SampleDrawn drawn ->
                List.of(
                        new NoticeDraft(
                                member(drawn.memberId()),
                                SAMPLE_DRAWN,
                                drawn.batchId(),
                                lot(drawn.product(), drawn.lot()).with("units", drawn.sampleSize())),
                        new NoticeDraft(AUDITORS, LOT_TO_INSPECT, drawn.batchId(), lot(drawn.product(), drawn.lot())));
            case QualityEvent.BatchCertified certified ->
                List.of(new NoticeDraft(
                        member(certified.memberId()),
                        LOT_CERTIFIED,
                        certified.batchId(),
                        lot(certified.product(), certified.lot())
                                .with("grade", certified.grade())
                                .with("quantity", certified.quantity())
                                .with("certificate", certified.certificateNumber())));
            case QualityEvent.BatchRejected rejected ->
                List.of(new NoticeDraft(
                        member(rejected.memberId()),
                        LOT_REJECTED,
                        rejected.batchId(),
                        lot(rejected.product(), rejected.lot())
                                .with("reason", rejected.reason())
                                .with("rejectedBy", rejectedBy(rejected.rejectedBy()))));
            case QualityEvent.BatchRecalled recalled -> {
                NoticeFacts facts = lot(recalled.product(), recalled.lot())
                        .with("class", recalled.recallClass())
                        .with("reason", recalled.reason());
                yield List.of(
                        new NoticeDraft(member(recalled.memberId()), OWN_LOT_RECALLED, recalled.batchId(), facts),
                        new NoticeDraft(LOGISTICS, LOT_RECALLED, recalled.batchId(), facts));
            }
            case QualityEvent.SupportCaseOpened opened -> {
                NoticeFacts facts = lot(opened.product(), opened.lot())
                        .with("why", opened.kind())
                        .with("reason", opened.reason())
                        .with("rejectedBy", rejectedBy(opened.rejectedBy()));
                yield List.of(
                        new NoticeDraft(member(opened.memberId()), SUPPORT_CASE_OPENED, opened.batchId(), facts),
                        new NoticeDraft(QUALITY, PRODUCER_NEEDS_SUPPORT, opened.memberId(), facts));
            }
            case QualityEvent.StandardPublished _,
                    QualityEvent.BatchChangeAnswered _,
                    QualityEvent.BatchSuspended _,
                    QualityEvent.BatchReinstated _,
                    QualityEvent.CertificateExpired _,
                    QualityEvent.QualityCleared _,
                    QualityEvent.ReworkAnnounced _,
                    QualityEvent.BatchScrapped _ -> List.of();
        };
    }

    private static List<NoticeDraft> of(NonconformityEvent event) {
        return switch (event) {
            case NonconformityEvent.ComplaintReceived received ->
                List.of(new NoticeDraft(
                        QUALITY, COMPLAINT_RECEIVED, received.complaintId(), lot(received.product(), received.lot())));
            case NonconformityEvent.LotSorted _,
                    NonconformityEvent.LotReleased _,
                    NonconformityEvent.ComplaintDecided _ -> List.of();
        };
    }

    private static List<NoticeDraft> payment(NoticeSubject subject, UUID memberId, UUID about, NoticeFacts facts) {
        return List.of(new NoticeDraft(member(memberId), subject, about, facts));
    }

    /** The defect classes as {@code MAJOR:3:80:2:false}: found, sample size, accepted, whether defects are counted. */
    private static @Nullable String rejectedBy(@Nullable List<RejectedClass> classes) {
        return classes == null
                ? null
                : classes.stream()
                        .map(one -> "%s:%d:%d:%d:%b"
                                .formatted(
                                        one.defectClass(),
                                        one.found(),
                                        one.sampleSize(),
                                        one.accepted(),
                                        one.countsDefects()))
                        .collect(Collectors.joining(","));
    }

    static NoticeFacts lot(String product, String lot) {
        return NoticeFacts.none().with("product", product).with("lot", lot);
    }

    private static Recipient member(UUID memberId) {
        return new Recipient.Member(memberId);
    }
}
