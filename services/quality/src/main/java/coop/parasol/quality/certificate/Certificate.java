package coop.parasol.quality.certificate;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.certificate.rules.CertificateNumber;
import coop.parasol.quality.certificate.rules.CertificateState;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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

/** A certificate: what was certified, never changed, and what it is worth. */
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
    public String grade;
    public BigDecimal quantity;
    public String unit;
    public int standardVersion;
    public @Nullable LocalDate bestBefore;
    public Instant issuedAt;
    public @Nullable Instant expiresAt;
    public @Nullable String kid;
    public @Nullable String jws;

    @Enumerated(EnumType.STRING)
    public CertificateState state;

    public Instant changedAt;
    public @Nullable UUID recallId;

    @Enumerated(EnumType.STRING)
    public @Nullable RecallClass recallClass;

    /** As somebody typed the number. */
    static Optional<Certificate> of(String typed) {
        return CertificateNumber.read(typed).flatMap(number -> Certificate.<Certificate>findByIdOptional(number));
    }

    /** Locked, in the order of their numbers, so that two who lock several never wait for one another. */
    public static List<Certificate> lock(Collection<String> numbers) {
        return Certificate.<Certificate>find("number in ?1 order by number", numbers)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Up to {@code few} whose time is over, locked; what another instance works on is left to it. */
    static List<Certificate> lockOverdue(Instant now, int few) {
        return Panache.getSession()
                .createNativeQuery(
                        "select * from certificate where state = 'CERTIFIED' and expires_at <= ?1"
                                + " order by expires_at limit ?2 for update skip locked",
                        Certificate.class)
                .setParameter(1, now)
                .setParameter(2, few)
                .getResultList();
    }

    /** Up to {@code few} that are not signed yet, locked. */
    static List<Certificate> lockUnsigned(int few) {
        return Panache.getSession()
                .createNativeQuery(
                        "select * from certificate where jws is null order by number limit ?1 for update skip locked",
                        Certificate.class)
                .setParameter(1, few)
                .getResultList();
    }

    public Quantity certified() {
        return new Quantity(quantity, unit);
    }

    /** Goes on as drawn; anything else is a bug. */
    public void become(CertificateState next, Instant now) {
        if (!state.canTransitionTo(next)) {
            throw new IllegalStateException(number + " does not go from " + state + " to " + next);
        }
        state = next;
        changedAt = now;
    }
}
