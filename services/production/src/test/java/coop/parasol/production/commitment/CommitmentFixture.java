package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commitments that members have made. */
@ApplicationScoped
public class CommitmentFixture {

    private static final Cause CAUSE = Cause.of("test");

    private final CommitQuantity commitQuantity;
    private final ChangeCommitment changeCommitment;

    CommitmentFixture(CommitQuantity commitQuantity, ChangeCommitment changeCommitment) {
        this.commitQuantity = commitQuantity;
        this.changeCommitment = changeCommitment;
    }

    /** An open commitment of so many pieces of the best grade. */
    public UUID commit(UUID memberId, String product, String week, long pieces) {
        return commit(memberId, product, null, week, pieces);
    }

    /** An open commitment of so many pieces of a grade. */
    public UUID commit(UUID memberId, String product, @Nullable String grade, String week, long pieces) {
        CommitQuantity.Request request = new CommitQuantity.Request(
                memberId, product, grade, Period.parse(week), Quantity.of(pieces, "C62"), "hand");
        return QuarkusTransaction.requiringNew()
                .call(() -> ((CommitQuantity.Committed) commitQuantity.commit(request, CAUSE)).commitment().id);
    }

    /** The code of the refusal; empty if it was committed. */
    public String tryToCommit(UUID memberId, String product, Period week, long pieces) {
        CommitQuantity.Request request =
                new CommitQuantity.Request(memberId, product, null, week, Quantity.of(pieces, "C62"), "hand");
        return switch (QuarkusTransaction.requiringNew().call(() -> commitQuantity.commit(request, CAUSE))) {
            case CommitQuantity.Committed committed -> "";
            case CommitQuantity.Refused refused -> code(refused.reason());
        };
    }

    /** The code of the refusal; empty if it was changed. */
    public String tryToChange(UUID memberId, UUID commitmentId, long pieces) {
        return code(QuarkusTransaction.requiringNew()
                .call(() -> changeCommitment.change(memberId, commitmentId, Quantity.of(pieces, "C62"), null, CAUSE)));
    }

    /** The code of the refusal; empty if it was released. */
    public String tryToRelease(UUID memberId, UUID commitmentId) {
        return code(QuarkusTransaction.requiringNew()
                .call(() -> changeCommitment.release(memberId, commitmentId, null, CAUSE)));
    }

    private static String code(ChangeCommitment.Outcome outcome) {
        return switch (outcome) {
            case ChangeCommitment.Changed changed -> "";
            case ChangeCommitment.Refused refused -> code(refused.reason());
        };
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Conflict conflict -> conflict.code();
            case Refusal.InvalidField field -> field.code();
            default -> refusal.toString();
        };
    }
}
