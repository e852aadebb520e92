package coop.parasol.distribution;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.QualityEvent.RecallClass;
import java.time.Instant;
import java.util.UUID;

/** The events that quality may publish about a certified batch later, for tests. */
final class CertificateEvents {

    private CertificateEvents() {}

    static BatchSuspended suspended(BatchCertified batch) {
        return new BatchSuspended(
                batch.batchId(),
                batch.certificateNumber(),
                batch.memberId(),
                batch.product(),
                batch.lot(),
                UUID.randomUUID(),
                "lead found",
                Instant.now());
    }

    static BatchReinstated reinstated(BatchCertified batch) {
        return new BatchReinstated(
                batch.batchId(),
                batch.certificateNumber(),
                batch.memberId(),
                batch.product(),
                batch.lot(),
                UUID.randomUUID(),
                "no lead after all",
                Instant.now());
    }

    static BatchRecalled recalled(BatchCertified batch) {
        return new BatchRecalled(
                batch.batchId(),
                batch.certificateNumber(),
                batch.memberId(),
                batch.product(),
                batch.lot(),
                UUID.randomUUID(),
                RecallClass.I,
                "lead found",
                Instant.now());
    }

    static CertificateExpired expired(BatchCertified batch) {
        return new CertificateExpired(
                batch.batchId(),
                batch.certificateNumber(),
                batch.memberId(),
                batch.product(),
                batch.lot(),
                Instant.now());
    }
}
