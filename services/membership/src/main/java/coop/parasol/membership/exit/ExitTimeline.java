package coop.parasol.membership.exit;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.Outlook;
import coop.parasol.membership.exit.rules.PaymentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of an exit.
 *
 * @param taken what has happened, by whom and when, oldest first
 * @param next what is waited for, through whom, and by when
 */
public record ExitTimeline(UUID exitId, UUID memberId, ExitState state, List<Taken> taken, List<Outlook.Waiting> next) {

    /** A step that was taken. */
    public record Taken(
            Steps.Step step,
            Instant at,
            String by,
            @Nullable String detail,
            @Nullable Money amount) {}

    static ExitTimeline of(ExitCase exit, List<Steps.Taken> steps, FirmClock clock, FirmCurrency currency) {
        List<Taken> taken = steps.stream()
                .map(step -> new Taken(
                        step.step(),
                        step.at(),
                        step.actor(),
                        step.detail(),
                        step.amount() == null ? null : currency.money(step.amount())))
                .toList();
        return new ExitTimeline(exit.id, exit.memberId, exit.state, taken, next(exit, clock.today()));
    }

    private static List<Outlook.Waiting> next(ExitCase exit, LocalDate today) {
        return switch (exit.state) {
            case REQUESTED, CLEARED ->
                Outlook.beforeValuation(
                        exit.state,
                        new Outlook.Clearances(
                                exit.productionClearedAt != null,
                                exit.qualityClearedAt != null,
                                exit.distributionClearedAt != null),
                        exit.noticeUntil,
                        today);
            case VALUED ->
                Outlook.afterValuation(
                        ExitPayment.of(exit.id).stream()
                                .filter(payment -> payment.state != PaymentState.PAID)
                                .map(payment -> new Outlook.Unpaid(payment.state, payment.dueOn))
                                .toList(),
                        exit.holdbackReleased == null ? exit.holdbackUntil : null,
                        today);
            case PAID, WITHDRAWN -> List.of();
        };
    }
}
