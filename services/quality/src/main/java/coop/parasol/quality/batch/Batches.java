package coop.parasol.quality.batch;

import coop.parasol.quality.switching.Line;
import coop.parasol.quality.switching.Lines;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds batches to decide about. Their line is locked first, always in this order. */
@ApplicationScoped
public class Batches {

    private final Lines lines;

    Batches(Lines lines) {
        this.lines = lines;
    }

    /** Whose a batch is, and of what; that never changes. */
    public record Whose(UUID memberId, String product) {}

    /** Both locked to the end of the transaction. */
    public record Locked(Batch batch, Line line) {}

    public Optional<Whose> whose(UUID batchId) {
        return Batch.find("select batch.memberId, batch.product from Batch batch where batch.id = ?1", batchId)
                .project(Whose.class)
                .singleResultOptional();
    }

    /** The batch must not have been read in this transaction before: what was read might be old. */
    public Locked lock(UUID batchId, Whose whose) {
        Line line = lines.lock(whose.memberId(), whose.product());
        return new Locked(Batch.lock(batchId).orElseThrow(), line);
    }
}
