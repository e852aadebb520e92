package coop.parasol.membership.exit;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.exit.rules.ExitState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exit as the member follows it.
 *
 * @param valuedOn absent with the amounts until the share is valued
 */
public record ExitView(
        UUID exitId,
        UUID memberId,
        ExitState state,
        @Nullable String reason,
        Instant requestedAt,
        LocalDate noticeUntil,
        Clearances clearances,
        @Nullable LocalDate valuedOn,
        @Nullable Money equalShare,
        @Nullable Money patronageCapital,
        @Nullable Money debts,
        @Nullable Money payable,
        @Nullable Instant paidAt) {

    /** When each service had nothing open any more. */
    public record Clearances(
            @Nullable Instant production,
            @Nullable Instant quality,
            @Nullable Instant distribution) {}

    static ExitView of(ExitCase exit, Firm firm) {
        return new ExitView(
                exit.id,
                exit.memberId,
                exit.state,
                exit.reason,
                exit.requestedAt,
                exit.noticeUntil,
                new Clearances(exit.productionClearedAt, exit.qualityClearedAt, exit.distributionClearedAt),
                exit.valuedOn,
                money(exit.equalShare, firm),
                money(exit.patronageCapital, firm),
                money(exit.debts, firm),
                money(exit.payable, firm),
                exit.paidAt);
    }

    private static @Nullable Money money(@Nullable Long minor, Firm firm) {
        return minor == null ? null : firm.money(minor);
    }
}
