package coop.parasol.distribution.stock;

import java.math.BigDecimal;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/** Units that were reserved for an order line and are on hand again. */
public record UnreservedUnits(
        UUID orderId, int line, @Nested ProductGrade goods, BigDecimal quantity) {}
