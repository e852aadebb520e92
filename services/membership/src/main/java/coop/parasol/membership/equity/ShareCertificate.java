package coop.parasol.membership.equity;

import coop.parasol.membership.share.ShareRegister;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One share.
 *
 * @param certificate its number in the register
 * @param name of the member
 * @param shares always one: no share is split or joined
 * @param cancelledAt absent while it is held
 * @param bylawsVersion the bylaws it was issued under
 */
public record ShareCertificate(
        String certificate,
        UUID memberId,
        String name,
        int shares,
        Instant issuedAt,
        @Nullable Instant cancelledAt,
        @Nullable Integer bylawsVersion) {

    /** @param names of members by their ids */
    static ShareCertificate of(ShareRegister.Certificate certificate, Map<UUID, String> names) {
        return new ShareCertificate(
                "SHARE-%06d".formatted(certificate.number()),
                certificate.memberId(),
                names.getOrDefault(certificate.memberId(), ""),
                1,
                certificate.issuedAt(),
                certificate.cancelledAt(),
                certificate.bylawsVersion());
    }
}
