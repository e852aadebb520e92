package coop.parasol.quality.certificate;

import coop.parasol.contracts.NonconformityEvent.ReleaseKind;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.certificate.rules.CertificateNumber;
import coop.parasol.quality.certificate.rules.CertificateState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The certificate of a batch: what was certified, which never changes, and its state. */
@Entity
public class Certificate extends PanacheEntityBase {

    @Id
    public String number;

    public UUID batchId;
    public UUID memberId;
    public String product;
    public String productName;
    public @Nullable String gtin;
    public String lot;

    /** the lot's normal form, which the database makes */
    @Column(insertable = false, updatable = false)
    public @Nullable String lotKey;

    /** the lot under which the firm sells the goods, GS1 application identifier 10 */
    public String brandLot;

    /** the lot of which it is the good part, after sorting: a recall of that lot reaches it */
    public @Nullable String originLot;

    public String grade;
    public BigDecimal quantity;
    public String unit;
    public int standardVersion;

    /** how it may be sold although it was rejected; absent where it meets its standard */
    @Enumerated(EnumType.STRING)
    public @Nullable ReleaseKind releaseKind;

    public @Nullable String releaseReason;

    public @Nullable LocalDate bestBefore;
    public Instant issuedAt;
    public @Nullable Instant expiresAt;

    /** the firm's name at the moment it was issued */
    public String issuer;

    /** the key that signs it: the firm's at the moment it was issued */
    public String kid;

    /** the signed certificate, JWS compact serialization (RFC 7515); absent until {@link SignCertificates} has stored it */
    public @Nullable String jws;

    @Enumerated(EnumType.STRING)
    public CertificateState state;

    public Instant changedAt;
    public @Nullable UUID recallId;

    @Enumerated(EnumType.STRING)
    public @Nullable RecallClass recallClass;

    /** units that the producer has taken back when it left the firm; they are not certified any more */
    public BigDecimal takenBack = BigDecimal.ZERO;

    public @Nullable Instant takenBackAt;

    /** The certificate of a number as somebody has typed it. */
    public static Optional<Certificate> find(String typed) {
        return CertificateNumber.read(typed).flatMap(number -> Certificate.<Certificate>findByIdOptional(number));
    }

    /** Locked, in the order of their numbers, so that two transactions that lock several never wait for one another. */
    public static List<Certificate> lock(Collection<String> numbers) {
        return Certificate.<Certificate>find("number in ?1 order by number", numbers)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What a suspended or recalled certificate says about its batch. */
    public record Withdrawn(
            UUID batchId, UUID recallId, @Nullable RecallClass recallClass, Instant changedAt) {}

    /** The withdrawn ones among the certificates of some batches. */
    public static List<Withdrawn> withdrawn(Collection<UUID> batchIds) {
        return Certificate.find(
                        "select batchId, recallId, recallClass, changedAt from Certificate"
                                + " where batchId in ?1 and state in ?2",
                        batchIds,
                        List.of(CertificateState.SUSPENDED, CertificateState.RECALLED))
                .project(Withdrawn.class)
                .list();
    }

    /** In the order of their numbers. */
    public static List<Certificate> ofNumbers(Collection<String> numbers) {
        return list("number in ?1 order by number", numbers);
    }

    /** Those that are issued and not signed yet, in the order of their numbers. */
    static List<Certificate> unsigned(String afterNumber, int maxRows) {
        return Certificate.<Certificate>find("jws is null and number > ?1 order by number", afterNumber)
                .range(0, maxRows - 1)
                .list();
    }

    void setRelease(@Nullable CertifiedRelease release) {
        releaseKind = release == null ? null : release.kind();
        releaseReason = release == null ? null : release.reason();
    }

    /** How a rejected batch was released; absent where it meets its standard. */
    @Nullable CertifiedRelease release() {
        return releaseKind == null || releaseReason == null ? null : new CertifiedRelease(releaseKind, releaseReason);
    }

    /** The certificate of a batch, locked. */
    static Optional<Certificate> lockOfBatch(UUID batchId) {
        return Certificate.<Certificate>find("batchId", batchId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The state at a moment. */
    public CertificateState stateAt(Instant now) {
        return state.at(now, expiresAt, takenBack.compareTo(quantity) >= 0);
    }

    /** The producer has taken units back: they are not certified any more. */
    void takeBack(BigDecimal units, Instant at) {
        takenBack = takenBack.add(units);
        takenBackAt = at;
    }

    /** The quantity that may be sold. */
    public Quantity certified() {
        return new Quantity(quantity, unit);
    }

    /** Goes on to the next state; a transition that is not allowed is a bug. */
    public void transitionTo(CertificateState next, Instant now) {
        if (!state.canTransitionTo(next)) {
            throw new IllegalStateException(number + " does not go from " + state + " to " + next);
        }
        state = next;
        changedAt = now;
    }
}
