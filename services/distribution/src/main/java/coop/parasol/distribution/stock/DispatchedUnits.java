package coop.parasol.distribution.stock;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Units of a batch that leave for an order line.
 *
 * @param line of the order
 * @param memberId the producer
 * @param owner whose they were when they left
 */
public record DispatchedUnits(
        int line,
        UUID batchId,
        String product,
        String grade,
        UUID memberId,
        String lot,
        BatchOwner owner,
        BigDecimal quantity,
        String unit) {}
