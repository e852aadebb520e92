package coop.parasol.quality.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.rules.CertificateNumber;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.quality.standard.Standard;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues the certificate of an accepted batch, signed with the firm's key. The claims of the signed certificate are those
 * of a JWT (RFC 7519) where there is one for the purpose; it names neither the producer nor the auditor.
 */
@ApplicationScoped
public class IssueCertificate {

    private static final String TYPE = "parasol-certificate+jwt";

    private final SecureRandom random = new SecureRandom();
    private final SigningKeys signingKeys;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final FirmClock clock;
    private final CertificateTexts texts;

    IssueCertificate(
            SigningKeys signingKeys, ObjectMapper json, Outbox outbox, FirmClock clock, CertificateTexts texts) {
        this.signingKeys = signingKeys;
        this.json = json;
        this.outbox = outbox;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * What is certified.
     *
     * @param lot the producer's own
     * @param originLot the lot of which it is the good part, after sorting
     * @param brandLot the lot under which the firm sells it, GS1 application identifier 10
     * @param quantity what may be sold
     * @param bestBefore last day of sale, absent where goods do not age
     * @param release how it may be sold although it was rejected; absent where it meets its standard
     */
    public record AcceptedBatch(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            @Nullable String originLot,
            String brandLot,
            String grade,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            int standardVersion,
            @Nullable CertifiedRelease release) {}

    /**
     * The batch is locked.
     *
     * @return the certificate's number
     */
    public String issue(AcceptedBatch batch, Instant now, Cause cause) {
        Standard standard = Standard.version(batch.product(), batch.standardVersion());
        Certificate certificate = new Certificate();
        certificate.number = newNumber();
        certificate.batchId = batch.batchId();
        certificate.memberId = batch.memberId();
        certificate.product = batch.product();
        certificate.productName = standard.specification.name();
        certificate.gtin = standard.specification.gtin();
        certificate.lot = batch.lot();
        certificate.originLot = batch.originLot();
        certificate.brandLot = batch.brandLot();
        certificate.grade = batch.grade();
        certificate.quantity = batch.quantity().value();
        certificate.unit = batch.quantity().unit();
        certificate.standardVersion = batch.standardVersion();
        certificate.bestBefore = batch.bestBefore();
        certificate.setRelease(batch.release());
        certificate.issuedAt = now;
        certificate.expiresAt = endOf(batch.bestBefore());
        certificate.state = CertificateState.CERTIFIED;
        certificate.changedAt = now;
        sign(certificate);
        certificate.persist();
        outbox.append(
                new BatchCertified(
                        batch.batchId(),
                        certificate.number,
                        batch.memberId(),
                        batch.product(),
                        batch.lot(),
                        batch.brandLot(),
                        batch.grade(),
                        batch.quantity(),
                        batch.bestBefore(),
                        batch.standardVersion(),
                        now),
                cause);
        return certificate.number;
    }

    private String newNumber() {
        byte[] bytes = new byte[CertificateNumber.RANDOM_BYTES];
        random.nextBytes(bytes);
        return CertificateNumber.of(bytes);
    }

    /** The first moment after the last day of sale. Days of sale are the firm's, as distribution compares them. */
    private @Nullable Instant endOf(@Nullable LocalDate lastDay) {
        return lastDay == null ? null : clock.startOfDay(lastDay.plusDays(1));
    }

    private void sign(Certificate certificate) {
        SigningKeys.CurrentKey key = signingKeys.current();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("kid", key.kid());
        header.put("typ", TYPE);
        certificate.kid = key.kid();
        certificate.jws = Jws.sign(bytes(header), bytes(claims(certificate)), key.privateKey());
    }

    private Map<String, Object> claims(Certificate certificate) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", texts.firm());
        claims.put("zoneinfo", texts.zone().getId());
        claims.put("sub", certificate.number);
        claims.put("iat", certificate.issuedAt.getEpochSecond());
        put(claims, "exp", certificate.expiresAt == null ? null : certificate.expiresAt.getEpochSecond());
        claims.put("product", certificate.product);
        claims.put("productName", certificate.productName);
        put(claims, "gtin", certificate.gtin);
        claims.put("lot", certificate.lot);
        claims.put("brandLot", certificate.brandLot);
        claims.put("grade", certificate.grade);
        claims.put("quantity", certificate.certified());
        put(claims, "bestBefore", Objects.toString(certificate.bestBefore, null));
        claims.put("standardVersion", certificate.standardVersion);
        put(claims, "release", certificate.release());
        return claims;
    }

    private static void put(Map<String, Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    private byte[] bytes(Map<String, Object> object) {
        try {
            return json.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
