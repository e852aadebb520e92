package coop.parasol.quality.recall;

import coop.parasol.quality.certificate.Certificate;
import coop.parasol.quality.certificate.rules.CertificateState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch that a decision is about.
 *
 * @param state of its certificate now, which a later decision may have changed
 * @param changed absent: not executed yet; false: the certificate was in no state that the decision changes
 */
public record RecalledBatchView(
        String certificateNumber,
        UUID batchId,
        UUID memberId,
        @Nullable String memberName,
        String product,
        String lot,
        CertificateState state,
        @Nullable Boolean changed) {

    static RecalledBatchView of(Certificate certificate, @Nullable String memberName, @Nullable Boolean changed) {
        return new RecalledBatchView(
                certificate.number,
                certificate.batchId,
                certificate.memberId,
                memberName,
                certificate.product,
                certificate.lot,
                certificate.state,
                changed);
    }
}
