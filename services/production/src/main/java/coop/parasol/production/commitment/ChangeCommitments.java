package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.ProductionEvent.CommitmentFulfilled;
import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.commitment.rules.Commitments;
import coop.parasol.production.member.ClearExit;
import coop.parasol.production.member.Member;
import coop.parasol.production.outlook.Outlook;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/** The decisions about a commitment. The caller has locked the member, so they come one after another. */
@ApplicationScoped
public class ChangeCommitments {

    private final Outlook outlook;
    private final ClearExit clearExit;
    private final Outbox outbox;

    ChangeCommitments(Outlook outlook, ClearExit clearExit, Outbox outbox) {
        this.outlook = outlook;
        this.clearExit = clearExit;
        this.outbox = outbox;
    }

    Commitment commit(Member member, String product, Period period, Quantity quantity, String route, Cause cause) {
        Commitment commitment = new Commitment();
        commitment.id = Ids.next();
        commitment.memberId = member.id;
        commitment.product = product;
        commitment.period = period.toString();
        commitment.route = route;
        commitment.quantity = quantity.value();
        commitment.unit = quantity.unit();
        commitment.reported = BigDecimal.ZERO;
        commitment.state = Commitment.State.OPEN;
        commitment.persistAndFlush();
        member.openCommitments++;
        outlook.addCommitted(product, commitment.period, commitment.rest());
        outbox.append(committed(commitment), cause);
        return commitment;
    }

    void change(Member member, Commitment commitment, Commitments.Changed changed, Cause cause) {
        BigDecimal before = commitment.rest();
        commitment.quantity = changed.quantity().value();
        if (changed.fulfilled()) {
            close(member, commitment, Commitment.State.FULFILLED);
        }
        outlook.addCommitted(
                commitment.product, commitment.period, commitment.rest().subtract(before));
        outbox.append(committed(commitment), cause);
        if (changed.fulfilled()) {
            fulfilled(member, commitment, cause);
        }
    }

    /** Takes back what is not reported yet; what is reported stays promised, and keeps its fair share in what is sold. */
    void release(Member member, Commitment commitment, Cause cause) {
        if (commitment.reported().isPositive()) {
            change(member, commitment, new Commitments.Changed(commitment.reported(), true), cause);
            return;
        }
        BigDecimal before = commitment.rest();
        close(member, commitment, Commitment.State.RELEASED);
        outlook.addCommitted(commitment.product, commitment.period, before.negate());
        outbox.append(
                new CommitmentReleased(commitment.id, member.id, commitment.product, Period.parse(commitment.period)),
                cause);
        clearExit.ifNothingIsOpen(member, cause);
    }

    /** A batch of the product and period was made for this commitment. */
    public void report(Member member, UUID commitmentId, Quantity batch, Cause cause) {
        Commitment commitment = Commitment.lock(commitmentId).orElseThrow();
        BigDecimal before = commitment.rest();
        commitment.reported = Commitments.reported(commitment.committed(), commitment.reported(), batch)
                .value();
        boolean fulfilled = commitment.reported().equals(commitment.committed());
        if (fulfilled) {
            close(member, commitment, Commitment.State.FULFILLED);
        }
        outlook.addCommitted(
                commitment.product, commitment.period, commitment.rest().subtract(before));
        if (fulfilled) {
            fulfilled(member, commitment, cause);
        }
    }

    private void fulfilled(Member member, Commitment commitment, Cause cause) {
        outbox.append(
                new CommitmentFulfilled(commitment.id, member.id, commitment.product, Period.parse(commitment.period)),
                cause);
        clearExit.ifNothingIsOpen(member, cause);
    }

    private static void close(Member member, Commitment commitment, Commitment.State state) {
        commitment.state = state;
        member.openCommitments--;
    }

    private static QuantityCommitted committed(Commitment commitment) {
        return new QuantityCommitted(
                commitment.id,
                commitment.memberId,
                commitment.product,
                Period.parse(commitment.period),
                commitment.committed(),
                commitment.route);
    }
}
