package coop.parasol.quality.inspection;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.inspection.rules.ClaimTerm;
import coop.parasol.quality.inspection.rules.ClaimedSeats;
import coop.parasol.quality.worklist.InspectionClaims;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auditor claims a batch, or the quality desk assigns one: until the claim lapses nobody else submits in its place. A
 * claim holds for the days of the bylaws that are in force when it is made, and is not prolonged; who has let it lapse may
 * claim the batch again, after others had their chance.
 */
@ApplicationScoped
class ClaimInspection {

    private final OpenInspection openInspection;
    private final InspectionClaims claims;
    private final ClaimDaysBylaw claimDays;
    private final FirmClock clock;

    ClaimInspection(OpenInspection openInspection, InspectionClaims claims, ClaimDaysBylaw claimDays, FirmClock clock) {
        this.openInspection = openInspection;
        this.claims = claims;
        this.claimDays = claimDays;
        this.clock = clock;
    }

    /** The outcome of a claim. */
    sealed interface Outcome permits Claimed, Refused {}

    /** @param isNew false if the auditor holds a claim of the batch already */
    record Claimed(InspectionClaims.Claim claim, boolean isNew) implements Outcome {}

    /** The auditor may not inspect the batch, or others have claimed it. */
    record Refused(Refusal reason) implements Outcome {}

    /** @param assignedBy the person of the quality desk that assigns the auditor, {@code null} if it claims the batch itself */
    Outcome claim(OpenInspection.Request request, @Nullable String assignedBy) {
        return switch (openInspection.open(request)) {
            case OpenInspection.Refused refused -> new Refused(refused.reason());
            case OpenInspection.Opened opened -> claim(opened, request.auditorId(), assignedBy);
        };
    }

    private Outcome claim(OpenInspection.Opened opened, UUID auditor, @Nullable String assignedBy) {
        Optional<Refusal> notAwaited = opened.notAwaited();
        if (notAwaited.isPresent()) {
            return new Refused(notAwaited.get());
        }
        if (opened.known()
                .filter(known -> known.state() == Inspection.State.SUBMITTED)
                .isPresent()) {
            return new Refused(OpenInspection.alreadySubmitted());
        }
        Batch batch = opened.batch();
        Instant now = clock.now();
        Optional<InspectionClaims.Claim> own = claims.ofBatches(List.of(batch.id), now).stream()
                .filter(claim -> claim.auditorId().equals(auditor))
                .findFirst();
        if (own.isPresent()) {
            return new Claimed(own.get(), false);
        }
        ClaimedSeats seats = seats(batch, now);
        if (!seats.isFree()) {
            return new Refused(seats.firstLapse()
                    .map(ClaimInspection::claimedByAnother)
                    .orElseGet(() -> new Refusal.Conflict(
                            "inspections-complete", "All inspections that the standard asks for are submitted.")));
        }
        OptionalInt days = claimDays.inForceAt(now);
        if (days.isEmpty()) {
            return new Refused(new Refusal.Conflict(
                    "claim-days-unknown",
                    "Membership has not told the bylaws yet, which say how long a claim holds. Try again soon."));
        }
        Instant until = clock.startOfDay(ClaimTerm.lapsesOn(clock.day(now), days.getAsInt()));
        return new Claimed(
                claims.claim(new InspectionClaims.NewClaim(Ids.next(), batch.id, auditor, now, until, assignedBy)),
                true);
    }

    /** Why an auditor may not submit an inspection of a locked batch, because others have claimed it. */
    Optional<Refusal> refuseTaken(Batch batch, UUID auditor, Instant now) {
        ClaimedSeats seats = seats(batch, now);
        return seats.isOpenTo(auditor) ? Optional.empty() : seats.firstLapse().map(ClaimInspection::claimedByAnother);
    }

    private ClaimedSeats seats(Batch batch, Instant now) {
        return ClaimedSeats.at(
                now,
                OpenInspection.panel(batch).missing(),
                claims.ofBatches(List.of(batch.id), now).stream()
                        .map(claim -> new ClaimedSeats.Claim(claim.auditorId(), claim.claimedUntil()))
                        .toList());
    }

    private static Refusal claimedByAnother(Instant lapse) {
        return new Refusal.Conflict(
                "claimed-by-another",
                "Another auditor has claimed this batch until " + lapse
                        + ". Save what you have found as a draft: the quality desk sees it before the batch is decided, and"
                        + " may release the claim.");
    }

    /** The claim is over. */
    Optional<Refusal> release(UUID batchId, UUID auditor) {
        return claims.release(batchId, auditor)
                ? Optional.empty()
                : Optional.of(new Refusal.NotFound("claim", "of batch " + batchId + " by auditor " + auditor));
    }
}
