package coop.parasol.membership.share;

import coop.parasol.membership.Firm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Who holds a share: one certificate each, issued once, cancelled once. N is counted with it. */
@ApplicationScoped
public class ShareRegister {

    private static final String SELECT = """
            select c.number, c.member_id, m.name, c.issued_at, c.cancelled_at, c.bylaws_version
              from share_certificate c join member m on m.id = c.member_id
            """;

    private final Session database;
    private final Firm firm;

    ShareRegister(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /**
     * One share.
     *
     * @param shares always one: no share is split or joined
     * @param cancelledAt absent while it is held
     * @param bylawsVersion the bylaws it was issued under; absent for what was issued before they had versions
     */
    public record Certificate(
            String certificate,
            UUID memberId,
            String name,
            int shares,
            Instant issuedAt,
            @Nullable Instant cancelledAt,
            @Nullable Integer bylawsVersion) {}

    /**
     * The firm is locked. The database refuses a member's second share.
     *
     * @return N afterwards
     */
    public long issue(UUID memberId, int bylawsVersion) {
        database.createNativeMutationQuery(
                        "insert into share_certificate (member_id, issued_at, bylaws_version) values (?1, ?2, ?3)")
                .setParameter(1, memberId)
                .setParameter(2, firm.now())
                .setParameter(3, bylawsVersion)
                .executeUpdate();
        return firm.addShares(1);
    }

    /**
     * The firm is locked.
     *
     * @return N afterwards
     * @throws IllegalStateException if the member holds no share
     */
    public long cancel(UUID memberId) {
        int cancelled = database.createNativeMutationQuery(
                        "update share_certificate set cancelled_at = greatest(?2, issued_at)"
                                + " where member_id = ?1 and cancelled_at is null")
                .setParameter(1, memberId)
                .setParameter(2, firm.now())
                .executeUpdate();
        if (cancelled != 1) {
            throw new IllegalStateException("member " + memberId + " holds no share");
        }
        return firm.addShares(-1);
    }

    /** How many shares were out at that moment. */
    long held(Instant at) {
        return database.createNativeQuery(
                        "select count(*) from share_certificate where issued_at < ?1 and (cancelled_at is null or cancelled_at >= ?1)",
                        Long.class)
                .setParameter(1, at)
                .getSingleResult();
    }

    List<Certificate> list(long after, int fetch) {
        return database
                .createNativeQuery(SELECT + " where c.number > ?1 order by c.number limit ?2", Object[].class)
                .setParameter(1, after)
                .setParameter(2, fetch)
                .getResultList()
                .stream()
                .map(ShareRegister::certificate)
                .toList();
    }

    Optional<Certificate> of(UUID memberId) {
        return database
                .createNativeQuery(SELECT + " where c.member_id = ?1 order by c.number desc limit 1", Object[].class)
                .setParameter(1, memberId)
                .getResultList()
                .stream()
                .map(ShareRegister::certificate)
                .findFirst();
    }

    boolean isActive(UUID memberId) {
        return !database.createNativeQuery("select 1 from member where id = ?1 and state = 'ACTIVE'", Integer.class)
                .setParameter(1, memberId)
                .getResultList()
                .isEmpty();
    }

    /** The number of a certificate as the cursor of a list. */
    static String cursor(Certificate certificate) {
        return Long.toString(Long.parseLong(certificate.certificate().substring("SHARE-".length())));
    }

    private static Certificate certificate(Object[] row) {
        return new Certificate(
                "SHARE-%06d".formatted(((Number) row[0]).longValue()),
                (UUID) row[1],
                (String) row[2],
                1,
                (Instant) row[3],
                (Instant) row[4],
                row[5] == null ? null : ((Number) row[5]).intValue());
    }
}
