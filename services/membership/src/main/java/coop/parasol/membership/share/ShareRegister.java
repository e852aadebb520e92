package coop.parasol.membership.share;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who holds a share: one certificate each, issued once, cancelled once. N ({@link ShareCount}) is kept with it. */
@ApplicationScoped
public class ShareRegister {

    private static final String COLUMNS = "number, member_id, issued_at, cancelled_at, bylaws_version";

    private final Jdbi jdbi;
    private final ShareCount shareCount;
    private final FirmClock clock;

    ShareRegister(Jdbi jdbi, ShareCount shareCount, FirmClock clock) {
        this.jdbi = jdbi;
        this.shareCount = shareCount;
        this.clock = clock;
    }

    /**
     * The certificate of one share.
     *
     * @param number counts from 1 in the order of issuing
     * @param cancelledAt absent while the share is held
     * @param bylawsVersion the bylaws it was issued under
     */
    public record Certificate(
            long number,
            UUID memberId,
            Instant issuedAt,
            @Nullable Instant cancelledAt,
            @Nullable Integer bylawsVersion) {}

    /**
     * Issues a share; {@link ShareCount} is locked. The database refuses a member's second share.
     *
     * @return N afterwards
     */
    public long issue(UUID memberId, int bylawsVersion) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into share_certificate (member_id, issued_at, bylaws_version)
                        values (:member, :now, :bylawsVersion)
                        """)
                .bind("member", memberId)
                .bind("now", clock.now())
                .bind("bylawsVersion", bylawsVersion)
                .execute());
        return shareCount.increment();
    }

    /**
     * Cancels the share of a member; {@link ShareCount} is locked.
     *
     * @return N afterwards
     * @throws IllegalStateException if the member holds no share
     */
    public long cancel(UUID memberId) {
        int cancelled = jdbi.withHandle(handle -> handle.createUpdate("""
                        update share_certificate set cancelled_at = greatest(:now, issued_at)
                         where member_id = :member and cancelled_at is null
                        """)
                .bind("member", memberId)
                .bind("now", clock.now())
                .execute());
        if (cancelled != 1) {
            throw new IllegalStateException("member " + memberId + " holds no share");
        }
        return shareCount.decrement();
    }

    /** How many shares were held at a moment. */
    public long countAt(Instant moment) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(*) from share_certificate
                         where issued_at < :moment and (cancelled_at is null or cancelled_at >= :moment)
                        """).bind("moment", moment).mapTo(Long.class).one());
    }

    /** Certificates in the order of their numbers, cancelled ones included. */
    public List<Certificate> list(long afterNumber, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from share_certificate where number > :after order by number limit :maxRows")
                .bind("after", afterNumber)
                .bind("maxRows", maxRows)
                .mapTo(Certificate.class)
                .list());
    }

    /** The last certificate of a member. */
    public Optional<Certificate> find(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from share_certificate where member_id = :member order by number desc limit 1")
                .bind("member", memberId)
                .mapTo(Certificate.class)
                .findOne());
    }
}
