package coop.parasol.quality.certificate;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.certificate.rules.CertificateState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What anyone may know of a certificate: what is certified, and whether it is in force now. It names neither the producer
 * nor the auditor, and not what was found.
 *
 * @param state at the moment of the answer
 * @param since when it came into this state
 * @param recallClass the hazard to health, of a recalled certificate
 * @param gtin of the product, where it has one
 * @param lot the producer's own
 * @param brandLot the lot under which the firm sells the goods (GS1 application identifier 10)
 * @param takenBack units of the quantity that the producer has taken back: they are not certified any more; absent for none
 * @param takenBackAt when
 * @param bestBefore last day of sale, absent where goods do not age
 * @param release how the batch may be sold although it was rejected; absent where it meets its standard
 * @param jws the signed certificate, which can be verified offline with the keys of /.well-known/jwks.json
 */
public record CertificateView(
        String number,
        CertificateState state,
        Instant since,
        @Nullable RecallClass recallClass,
        String product,
        String productName,
        @Nullable String gtin,
        String lot,
        String brandLot,
        String grade,
        Quantity quantity,
        @Nullable Quantity takenBack,
        @Nullable Instant takenBackAt,
        @Nullable LocalDate bestBefore,
        int standardVersion,
        @Nullable CertifiedRelease release,
        Instant issuedAt,
        @Nullable String jws) {

    /** As a document shows it: without the signed certificate, which programs verify. */
    public static CertificateView of(Certificate certificate, Instant now) {
        return of(certificate, null, now);
    }

    static CertificateView of(Certificate certificate, @Nullable String jws, Instant now) {
        CertificateState state = certificate.stateAt(now);
        return new CertificateView(
                certificate.number,
                state,
                since(certificate, state),
                certificate.recallClass,
                certificate.product,
                certificate.productName,
                certificate.gtin,
                certificate.lot,
                certificate.brandLot,
                certificate.grade,
                certificate.certified(),
                certificate.takenBack.signum() == 0 ? null : new Quantity(certificate.takenBack, certificate.unit),
                certificate.takenBackAt,
                certificate.bestBefore,
                certificate.standardVersion,
                certificate.release(),
                certificate.issuedAt,
                jws);
    }

    private static Instant since(Certificate certificate, CertificateState state) {
        Instant since = switch (state) {
            case TAKEN_BACK -> certificate.takenBackAt;
            case EXPIRED -> certificate.expiresAt;
            case CERTIFIED, SUSPENDED, RECALLED -> certificate.changedAt;
        };
        return since == null ? certificate.changedAt : since;
    }
}
