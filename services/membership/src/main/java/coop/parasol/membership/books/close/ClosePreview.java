package coop.parasol.membership.books.close;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.close.rules.Allocation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What a close brings, before it is decided.
 *
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
        int limitedReturn,
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
        List<Allotment> allotments) {

    /** One member's part. */
    public record Allotment(
            UUID memberId, Money volume, Money limitedReturn, Money bonus, Money cash, Money patronageCapital) {}

    static ClosePreview of(
            FinancialPeriod period, int limitedReturn, CloseCalculation.Close close, Predicate<UUID> shown, Firm firm) {
        Allocation at = close.allocation();
        return new ClosePreview(
                period.id,
                period.firstDay,
                period.lastDay,
                close.bylaws().version(),
                limitedReturn,
                firm.money(at.surplus()),
                firm.money(close.volume()),
                firm.money(at.toReserve()),
                firm.money(at.limitedReturns()),
                firm.money(at.bonuses()),
                firm.money(at.cash()),
                firm.money(at.patronageCapital()),
                firm.money(at.toUndivided()),
                firm.money(at.lossPerHead()),
                firm.money(at.toLossCarried()),
                at.allotted().size(),
                at.allotted().stream()
                        .filter(part -> shown.test(part.memberId()))
                        .map(part -> new Allotment(
                                part.memberId(),
                                firm.money(part.volume()),
                                firm.money(part.limitedReturn()),
                                firm.money(part.bonus()),
                                firm.money(part.cash()),
                                firm.money(part.patronageCapital())))
                        .toList());
    }
}
