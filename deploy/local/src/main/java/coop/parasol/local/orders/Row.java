package coop.parasol.local.orders;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row that can become a line of an order.
 *
 * @param line number in the file, the header is 1
 * @param country ISO 3166-1 alpha-2
 */
record Row(
        long line,
        String order,
        String product,
        String name,
        BigDecimal quantity,
        LocalDate date,
        BigDecimal price,
        String customer,
        String country) {}
