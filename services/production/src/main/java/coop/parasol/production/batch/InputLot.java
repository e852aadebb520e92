package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.BatchInput;
import coop.parasol.contracts.ProductionEvent.InputKind;
import coop.parasol.contracts.Quantity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What went into a batch, as it is stored with the batch.
 *
 * @param lot of the producer's own, or of what it has bought in; absent where it has not said it
 * @param material that was bought in
 * @param certificate of another member's lot
 * @param batchId of the lot, where it is a reported batch; not shown of another member's
 * @param quantity that went into it, in the unit of the lot; absent where it is not told
 */
public record InputLot(
        InputKind kind,
        @Nullable String lot,
        @Nullable String material,
        @Nullable String certificate,
        @Nullable UUID batchId,
        @Nullable Quantity quantity) {

    NamedInput named() {
        return new NamedInput(
                kind,
                lot == null ? null : Identifier.of(lot),
                material,
                certificate,
                quantity == null ? null : quantity.value(),
                quantity == null ? null : quantity.unit());
    }

    /** As its producer sees it: without the id of another member's batch. */
    InputLot shown() {
        return kind == InputKind.MEMBER ? new InputLot(kind, lot, material, certificate, null, quantity) : this;
    }

    /** What the event BatchReported says of it. */
    BatchInput told() {
        return new BatchInput(kind, material, lot, batchId, quantity);
    }
}
