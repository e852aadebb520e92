package coop.parasol.membership.books.close;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.period.FinancialPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A financial period as it is shown.
 *
 * @param limitedReturnRate basis points of the value of a share, as proposed or decided
 * @param surplus as proposed or decided; negative for a loss
 * @param revolvesOn the day from which on its patronage capital is paid out
 */
public record PeriodView(
        UUID periodId,
        LocalDate firstDay,
        LocalDate lastDay,
        FinancialPeriod.State state,
        @Nullable Integer limitedReturnRate,
        @Nullable Money surplus,
        @Nullable Money volume,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable Integer bylawsVersion,
        @Nullable LocalDate revolvesOn,
        @Nullable Instant revolvedAt) {

    static PeriodView of(FinancialPeriod period, FirmCurrency currency) {
        return new PeriodView(
                period.id,
                period.firstDay,
                period.lastDay,
                period.state,
                period.limitedReturnRate,
                period.surplus == null ? null : currency.money(period.surplus),
                period.volume == null ? null : currency.money(period.volume),
                period.proposedBy,
                period.proposedAt,
                period.closedBy,
                period.closedAt,
                period.bylawsVersion,
                period.revolvesOn,
                period.revolvedAt);
    }
}
