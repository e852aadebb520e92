package coop.parasol.distribution.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A certified batch and where its units are: {@code certified = on hand + reserved + dispatched + delivered + returned +
 * destroyed}.
 *
 * @param memberId the producer
 * @param expiry last day of sale, {@link LocalDate#MAX} where goods do not age
 * @param onHand in store and reserved for nobody
 */
record Batch(
        UUID batchId,
        String lot,
        UUID memberId,
        String product,
        String grade,
        String unit,
        LocalDate expiry,
        BigDecimal certified,
        BigDecimal onHand,
        BigDecimal reserved,
        BigDecimal dispatched,
        BigDecimal delivered,
        BigDecimal returned,
        BigDecimal destroyed,
        BatchOwner owner,
        CertificateState certificateState) {}
