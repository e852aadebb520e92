package coop.parasol.quality.inspection.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has claimed the seats of a batch's auditor panel that are still empty: one for each auditor that the standard asks
 * for and that has not submitted yet. A claim keeps its seat for its auditor until it lapses; nobody else submits on it.
 *
 * @param missing auditors that still have to submit
 * @param claims those that hold now
 */
public record ClaimedSeats(int missing, List<Claim> claims) {

    /**
     * An auditor's claim.
     *
     * @param until the first moment at which it does not hold any more
     */
    public record Claim(UUID auditor, Instant until) {}

    /** @param claims all of the batch, of which those that have lapsed do not count */
    public static ClaimedSeats at(Instant now, int missing, Collection<Claim> claims) {
        return new ClaimedSeats(
                missing,
                claims.stream().filter(claim -> claim.until().isAfter(now)).toList());
    }

    /** The claim of an auditor, if it holds. */
    public Optional<Claim> of(UUID auditor) {
        return claims.stream().filter(claim -> claim.auditor().equals(auditor)).findFirst();
    }

    /** Whether an auditor may claim the batch: a seat is neither taken nor claimed. */
    public boolean isFree() {
        return claims.size() < missing;
    }

    /**
     * Whether an auditor may submit: it has claimed the batch, or no claim of another would be passed over. Where all seats are
     * taken by submissions, whoever has begun may still submit what it has found.
     */
    public boolean isOpenTo(UUID auditor) {
        return of(auditor).isPresent() || claims.isEmpty() || isFree();
    }

    /** When the first of the claims lapses. */
    public Optional<Instant> firstLapse() {
        return claims.stream().map(Claim::until).min(Comparator.naturalOrder());
    }
}
