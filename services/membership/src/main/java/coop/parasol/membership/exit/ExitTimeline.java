package coop.parasol.membership.exit;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.PendingSteps;
import coop.parasol.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The course of an exit.
 *
 * @param taken a page of the steps that have happened, by whom and when, oldest first
 * @param goodsEnded for how many lots what the member had chosen is not done, and why
 * @param next what the exit waits for, through whom, and by when
 */
public record ExitTimeline(
        UUID exitId,
        UUID memberId,
        ExitState state,
        Page<Taken> taken,
        List<EndedGoods> goodsEnded,
        List<PendingSteps.Waiting> next) {

    /** A step that has happened. */
    public record Taken(
            ExitStep step,
            Instant at,
            String by,
            @Nullable String detail,
            @Nullable Money amount) {}

    /**
     * Lots for which what the member had chosen is not done, for one reason.
     *
     * @param lastAt when the last of them ended
     */
    public record EndedGoods(ChoiceEnding ending, long lots, Instant lastAt) {}

    static Taken taken(ExitSteps.Recorded step, FirmCurrency currency) {
        return new Taken(
                step.step(),
                step.occurredAt(),
                step.actor(),
                step.detail(),
                step.amount() == null ? null : currency.money(step.amount()));
    }

    /** @param awaitsStatement whether a statement of the member's receipts is still to come */
    static ExitTimeline of(
            ExitCase exit, Page<Taken> steps, List<EndedGoods> goodsEnded, boolean awaitsStatement, FirmClock clock) {
        return new ExitTimeline(
                exit.id, exit.memberId, exit.state, steps, goodsEnded, next(exit, awaitsStatement, clock.today()));
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
