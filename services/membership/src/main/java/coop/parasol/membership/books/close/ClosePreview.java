package coop.parasol.membership.books.close;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.close.rules.Allocation;
import coop.parasol.membership.books.patronage.Allotments.Allotment;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.member.ShareHolders;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What closing a period now would bring, for whom; nothing is decided by it.
 *
 * @param limitedReturnRate basis points of the value of a share
 * @param surplus income less expenses of the period; negative for a loss
 * @param volume value of certified goods sold for all members
 * @param toReserve to the indivisible reserve, negative where it bears a loss
 * @param toUndivided what the floors leave, to the undivided remainder
 * @param lossPerShare what each share bears of a loss
 * @param lossCovered of losses carried forward; negative where a loss is carried forward now
 * @param allotments each member's part; a member sees its own
 */
public record ClosePreview(
        UUID periodId,
        LocalDate firstDay,
        LocalDate lastDay,
        int bylawsVersion,
        int limitedReturnRate,
        Money surplus,
        Money volume,
        Money toReserve,
        Money limitedReturns,
        Money bonuses,
        Money cash,
        Money patronageCapital,
        Money toUndivided,
        Money lossPerShare,
        Money lossCovered,
        int members,
        List<AllotmentView> allotments) {

    static ClosePreview of(
            FinancialPeriod period,
            int limitedReturnRate,
            CloseCalculation.Close close,
            Predicate<UUID> shown,
            ShareHolders members,
            FirmCurrency currency) {
        Allocation at = close.allocation();
        return new ClosePreview(
                period.id,
                period.firstDay,
                period.lastDay,
                close.bylaws().version(),
                limitedReturnRate,
                currency.money(at.surplus()),
                currency.money(close.volume()),
                currency.money(at.toReserve()),
                currency.money(at.limitedReturns()),
                currency.money(at.bonuses()),
                currency.money(at.cash()),
                currency.money(at.patronageCapital()),
                currency.money(at.toUndivided()),
                currency.money(at.lossPerShare()),
                currency.money(at.toLossCarried()),
                at.allotted().size(),
                AllotmentView.of(
                        at.allotted().stream()
                                .filter(part -> shown.test(part.memberId()))
                                .map(part -> new Allotment(
                                        part.memberId(),
                                        currency.money(part.volume()),
                                        currency.money(part.limitedReturn()),
                                        currency.money(part.bonus()),
                                        currency.money(part.cash()),
                                        currency.money(part.patronageCapital())))
                                .toList(),
                        members));
    }
}
