package coop.parasol.membership.exit;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.PendingSteps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The course of an exit.
 *
 * @param taken the steps that have happened, by whom and when, oldest first
 * @param next what the exit waits for, through whom, and by when
 */
public record ExitTimeline(
        UUID exitId, UUID memberId, ExitState state, List<Taken> taken, List<PendingSteps.Waiting> next) {

    /** A step that has happened. */
    public record Taken(
            ExitStep step,
            Instant at,
            String by,
            @Nullable String detail,
            @Nullable Money amount) {}

    /** @param awaitsStatement whether a statement of the member's receipts is still to come */
    static ExitTimeline of(
            ExitCase exit,
            List<ExitSteps.Recorded> steps,
            boolean awaitsStatement,
            FirmClock clock,
            FirmCurrency currency) {
        List<Taken> taken = steps.stream()
                .map(step -> new Taken(
                        step.step(),
                        step.occurredAt(),
                        step.actor(),
                        step.detail(),
                        step.amount() == null ? null : currency.money(step.amount())))
                .toList();
        return new ExitTimeline(exit.id, exit.memberId, exit.state, taken, next(exit, awaitsStatement, clock.today()));
    }

    private static List<PendingSteps.Waiting> next(ExitCase exit, boolean awaitsStatement, LocalDate today) {
        return switch (exit.state) {
            case REQUESTED, BINDING, CLEARED ->
                PendingSteps.beforeValuation(
                        new PendingSteps.Clearances(
                                exit.productionClearedAt != null,
                                exit.qualityClearedAt != null,
                                exit.distributionClearedAt != null),
                        exit.noticeUntil,
                        today);
            case VALUED, PAID ->
                PendingSteps.afterValuation(
                        ExitPayment.of(exit.id).stream()
                                .filter(payment -> payment.state != ExitPaymentState.PAID)
                                .map(payment -> new PendingSteps.Unpaid(payment.state, payment.dueOn))
                                .toList(),
                        exit.holdbackReleased == null ? exit.holdbackUntil : null,
                        awaitsStatement ? exit.lastStatementUntil : null,
                        today);
            case ENDED, WITHDRAWN -> List.of();
        };
    }
}
