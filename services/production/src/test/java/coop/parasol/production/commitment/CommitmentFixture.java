package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Commitments that members have made. */
@ApplicationScoped
public class CommitmentFixture {

    private static final Cause CAUSE = Cause.of("test");

    private final CommitQuantity commitQuantity;
    private final ChangeCommitment changeCommitment;
    private final Jdbi jdbi;

    CommitmentFixture(CommitQuantity commitQuantity, ChangeCommitment changeCommitment, Jdbi jdbi) {
        this.commitQuantity = commitQuantity;
        this.changeCommitment = changeCommitment;
        this.jdbi = jdbi;
    }

    /** The member has declared that it could make so many pieces, in place of what it has declared before. */
    public void declare(UUID memberId, String product, Period week, long pieces) {
        declare(memberId, product, week, pieces, "excluded.quantity");
    }

    /** The same of a member that has declared nothing yet. */
    public void declareIfNothingIs(UUID memberId, String product, Period week, long pieces) {
        declare(memberId, product, week, pieces, "capacity.quantity");
    }

    private void declare(UUID memberId, String product, Period week, long pieces, String afterwards) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into capacity (id, member_id, product, period, quantity, unit, version)
                        values (gen_random_uuid(), :member, :product, :week, :pieces, 'C62', 0)
                        on conflict (member_id, product, period) do update set quantity = %s
                        """.formatted(afterwards))
                        .bind("member", memberId)
                        .bind("product", product)
                        .bind("week", week.toString())
                        .bind("pieces", pieces)
                        .execute()));
    }

    /** What a member has to have declared to commit so many pieces more. */
    private void declareWhatIsMissing(UUID memberId, String product, Period week, long pieces) {
        BigDecimal needed = QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(quantity), 0) + :pieces from commitment
                         where member_id = :member and product = :product and period = :week and state <> 'RELEASED'
                        """)
                        .bind("member", memberId)
                        .bind("product", product)
                        .bind("week", week.toString())
                        .bind("pieces", pieces)
                        .mapTo(BigDecimal.class)
                        .one()));
        declare(memberId, product, week, needed.longValueExact(), "greatest(capacity.quantity, excluded.quantity)");
    }

    /** An open commitment of so many pieces of the best grade. */
    public UUID commit(UUID memberId, String product, String week, long pieces) {
        return commit(memberId, product, null, week, pieces);
    }

    /** An open commitment of so many pieces of a grade, by a member that declares as much as it needs to. */
    public UUID commit(UUID memberId, String product, @Nullable String grade, String week, long pieces) {
        declareWhatIsMissing(memberId, product, Period.parse(week), pieces);
        CommitQuantity.Request request = new CommitQuantity.Request(
                memberId, product, grade, Period.parse(week), Quantity.of(pieces, "C62"), "hand");
        return QuarkusTransaction.requiringNew()
                .call(() -> ((CommitQuantity.Committed) commitQuantity.commit(request, CAUSE)).commitment().id);
    }

    /** The code of the refusal, where the member had declared that it could make some; empty if it was committed. */
    public String tryToCommit(UUID memberId, String product, Period week, long pieces) {
        declareIfNothingIs(memberId, product, week, 1_000_000);
        return tryToCommitAsDeclared(memberId, product, week, pieces);
    }

    /** The same of a member that has declared what it has. */
    public String tryToCommitAsDeclared(UUID memberId, String product, Period week, long pieces) {
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
