package coop.parasol.quality.complaint;

import coop.parasol.contracts.NonconformityEvent.ComplaintDecided;
import coop.parasol.contracts.NonconformityEvent.ComplaintReceived;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.Certificate;
import coop.parasol.quality.recall.SuspendLot;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner complains of goods by the number of their certificate, which stands on them; the quality desk suspends the lot
 * if need be, and answers. Whether the partner has bought the goods is not asked: whoever finds a defect may say so.
 */
@ApplicationScoped
class HandleComplaint {

    private final SuspendLot suspendLot;
    private final Outbox outbox;
    private final FirmClock clock;

    HandleComplaint(SuspendLot suspendLot, Outbox outbox, FirmClock clock) {
        this.suspendLot = suspendLot;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a partner says.
     *
     * @param certificateNumber as it was typed
     * @param quantity that it complains of, {@code null} if it does not say
     * @param reportedBy the {@code sub} of the person who reports it
     */
    record Report(
            UUID partnerId,
            String certificateNumber,
            DefectClass defectClass,
            @Nullable Quantity quantity,
            String description,
            String reportedBy) {}

    /** The outcome of a complaint, a suspension for it, or the decision. */
    sealed interface Outcome permits Done, Refused {}

    /** The complaint is received, its lot suspended, or it is decided. */
    record Done(Complaint complaint) implements Outcome {}

    /** There is no such certificate, or the complaint is decided already. */
    record Refused(Refusal reason) implements Outcome {}

    Outcome report(Report report, Cause cause) {
        Optional<Certificate> certificate = Certificate.find(report.certificateNumber());
        if (certificate.isEmpty()) {
            return invalid("certificateNumber", "unknown-certificate", "There is no certificate of this number.");
        }
        Certificate of = certificate.get();
        Quantity quantity = report.quantity();
        if (quantity != null && !quantity.unit().equals(of.unit)) {
            return invalid("quantity.unit", "other-unit", "These goods are counted in " + of.unit + ".");
        }
        if (quantity != null && (!quantity.isPositive() || quantity.compareTo(of.certified()) > 0)) {
            return invalid(
                    "quantity.value",
                    "quantity-out-of-range",
                    "More than 0 and at most " + of.certified() + " of this lot were certified.");
        }
        Complaint complaint = new Complaint();
        complaint.id = Ids.next();
        complaint.partnerId = report.partnerId();
        complaint.batchId = of.batchId;
        complaint.certificateNumber = of.number;
        complaint.memberId = of.memberId;
        complaint.product = of.product;
        complaint.lot = of.lot;
        complaint.defectClass = report.defectClass();
        complaint.quantity = quantity == null ? null : quantity.value();
        complaint.unit = of.unit;
        complaint.description = report.description();
        complaint.state = Complaint.State.OPEN;
        complaint.reportedBy = report.reportedBy();
        complaint.reportedAt = clock.now();
        complaint.persistAndFlush();
        outbox.append(
                new ComplaintReceived(
                        complaint.id,
                        of.batchId,
                        of.number,
                        of.memberId,
                        report.partnerId(),
                        of.product,
                        of.lot,
                        report.defectClass(),
                        quantity,
                        complaint.reportedAt),
                cause);
        return new Done(complaint);
    }

    /** One person of the desk suspends the lot at once; two would be needed for its recall. */
    Outcome suspend(Complaint complaint, String reason, Cause cause) {
        if (complaint.state == Complaint.State.DISMISSED) {
            return conflict("already-decided", "The complaint is dismissed.");
        }
        if (complaint.suspensionId != null) {
            return conflict("already-suspended", "It has started suspension " + complaint.suspensionId + " already.");
        }
        return switch (suspendLot.suspend(
                new SuspendLot.Lot(complaint.memberId, complaint.product, complaint.lot), reason, cause)) {
            case SuspendLot.Suspended(UUID recallId) -> {
                complaint.suspensionId = recallId;
                yield new Done(complaint);
            }
            case SuspendLot.Refused(Refusal refusal) -> new Refused(refusal);
        };
    }

    Outcome decide(Complaint complaint, boolean upheld, String answer, Cause cause) {
        if (complaint.state != Complaint.State.OPEN) {
            return conflict("already-decided", "The complaint is " + complaint.state + " already.");
        }
        complaint.state = upheld ? Complaint.State.UPHELD : Complaint.State.DISMISSED;
        complaint.answer = answer;
        complaint.decidedBy = cause.actor();
        complaint.decidedAt = clock.now();
        outbox.append(
                new ComplaintDecided(
                        complaint.id,
                        complaint.batchId,
                        complaint.memberId,
                        complaint.partnerId,
                        upheld,
                        complaint.suspensionId,
                        complaint.decidedAt),
                cause);
        return new Done(complaint);
    }

    private static Refused conflict(String code, String detail) {
        return new Refused(new Refusal.Conflict(code, detail));
    }

    private static Refused invalid(String field, String code, String detail) {
        return new Refused(new Refusal.InvalidField(field, code, detail));
    }
}
