package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitSettlement;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.GoodsChoices;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * An exit becomes binding when its notice is over; a recorded death, dissolution or expulsion at once. From then on the member does
 * not withdraw it, so that what other services undo for it stays undone.
 */
@ApplicationScoped
class BindExit {

    private final FirmClock clock;
    private final ExitGoods exitGoods;
    private final ValueExit valueExit;
    private final ExitSteps steps;
    private final Outbox outbox;

    BindExit(FirmClock clock, ExitGoods exitGoods, ValueExit valueExit, ExitSteps steps, Outbox outbox) {
        this.clock = clock;
        this.exitGoods = exitGoods;
        this.valueExit = valueExit;
        this.steps = steps;
        this.outbox = outbox;
    }

    /**
     * Makes the exit binding if its notice is over, and values the share if all services have cleared it. The share count and the exit
     * are locked, in this order.
     */
    void bindIfDue(ExitCase exit, Cause cause) {
        if (exit.state == ExitState.REQUESTED && ExitSettlement.isBinding(exit.noticeUntil, clock.today())) {
            exit.state = ExitState.BINDING;
            exit.boundAt = clock.now();
            ExitCase.flush();
            steps.record(exit.id, ExitStep.BINDING, null, null, cause);
            outbox.append(
                    new ExitBinding(
                            exit.memberId,
                            exit.id,
                            exit.boundAt,
                            GoodsChoices.binding(exit.kind, exitGoods.chosen(exit.id))),
                    cause);
        }
        if (exit.state == ExitState.BINDING && exit.isCleared()) {
            exit.state = ExitState.CLEARED;
            ExitCase.flush();
            valueExit.valueIfDue(exit, cause);
        }
    }
}
