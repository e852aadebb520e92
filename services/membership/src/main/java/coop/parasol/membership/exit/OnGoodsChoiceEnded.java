package coop.parasol.membership.exit;

import coop.parasol.contracts.DistributionEvent.ChoiceEnding;
import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What a leaving member had chosen for a lot is not done: the member reads why among the steps of its exit. */
@ApplicationScoped
public class OnGoodsChoiceEnded implements Handler<GoodsChoiceEnded> {

    private final ExitSteps steps;

    OnGoodsChoiceEnded(ExitSteps steps) {
        this.steps = steps;
    }

    @Override
    public void on(GoodsChoiceEnded event, Envelope envelope) {
        steps.record(
                event.exitId(),
                ExitStep.GOODS_CHOICE_ENDED,
                "lot " + event.lot() + ": " + words(event.ending()),
                null,
                Cause.by(envelope));
    }

    private static String words(ChoiceEnding ending) {
        return switch (ending) {
            case NOTHING_LEFT -> "nothing of it is unsold any more";
            case DECLINED -> "the firm does not buy it; it stays in the pools";
            case LAPSED -> "the firm has not decided in time; it stays in the pools";
            case UNCOLLECTED -> "it was not collected in time; it stays in the pools";
            case STILL_SUSPENDED -> "it is still suspended; it stays in the pools";
            case RECALLED -> "it is recalled";
            case EXPIRED -> "its last day of sale is over";
        };
    }
}
