package coop.parasol.production.commitment;

import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.member.Member;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** A producer commits more: an open commitment of the same route is raised, else a new one is made. */
@ApplicationScoped
public class CommitMore {

    private final CommitQuantity commitQuantity;
    private final ChangeCommitment changeCommitment;

    CommitMore(CommitQuantity commitQuantity, ChangeCommitment changeCommitment) {
        this.commitQuantity = commitQuantity;
        this.changeCommitment = changeCommitment;
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** The commitment that it is in. */
    public record Committed(Commitment commitment) implements Outcome {}

    /** Why nothing is committed, as it would be refused if the producer committed it by itself. */
    public record Refused(Refusal reason) implements Outcome {}

    /**
     * Commits more.
     *
     * @param member the producer, locked by the caller
     * @param route the process that the producer has chosen, in its own words
     */
    public Outcome commit(Member member, GoodsOfWeek goods, Quantity more, String route, Cause cause) {
        Commitment open = Commitment.findOpen(member.id, goods.product(), goods.grade(), goods.period(), route)
                .orElse(null);
        if (open == null) {
            CommitQuantity.Request request =
                    new CommitQuantity.Request(member.id, goods.product(), goods.grade(), goods.period(), more, route);
            return switch (commitQuantity.commit(member, request, cause)) {
                case CommitQuantity.Committed committed -> new Committed(committed.commitment());
                case CommitQuantity.Refused refused -> new Refused(refused.reason());
            };
        }
        if (!more.unit().equals(open.unit) || !more.isPositive()) {
            return new Refused(
                    new Refusal.InvalidField("quantity.value", "not-positive", "A commitment is more than zero."));
        }
        if (open.quantity.add(more.value()).compareTo(Quantity.MAX_VALUE) > 0) {
            return new Refused(new Refusal.InvalidField(
                    "quantity.value", "too-large", "With what you have committed it is larger than any quantity."));
        }
        return switch (changeCommitment.change(member, open.id, open.committed().plus(more), null, cause)) {
            case ChangeCommitment.Changed changed -> new Committed(changed.commitment());
            case ChangeCommitment.Refused refused -> new Refused(refused.reason());
        };
    }
}
