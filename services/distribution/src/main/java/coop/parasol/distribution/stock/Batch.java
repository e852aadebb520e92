package coop.parasol.distribution.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A certified batch and where its units are: {@code certified = on hand + reserved + dispatched + delivered + returned +
 * destroyed + set aside + taken back + consumed}.
 *
 * @param memberId the producer
 * @param expiry last day of sale, {@link LocalDate#MAX} where goods do not age
 * @param onHand in store and reserved for nobody
 * @param setAside in store for its producer, who is leaving and takes them back: sold to nobody
 * @param takenBack by its producer: not certified any more
 * @param consumed as input of other batches of its producer
 * @param consumptionDue units that its producer says have gone into others and that are not consumed yet, because so many were not on
 *     hand
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
        BigDecimal setAside,
        BigDecimal takenBack,
        BigDecimal consumed,
        BigDecimal consumptionDue,
        BatchOwner owner,
        CertificateState certificateState) {}
