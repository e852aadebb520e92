package coop.parasol.local.orders;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A valid row of an order file: one line of an order.
 *
 * @param line number of its line in the file; the header is line 1
 * @param order the wholesaler's order number
 * @param product product code
 * @param name product name
 * @param quantity pieces
 * @param price price a piece, in the firm's currency
 * @param customer the wholesaler's customer number
 * @param country ISO 3166-1 alpha-2
 */
record OrderRow(
        long line,
        String order,
        String product,
        String name,
        BigDecimal quantity,
        LocalDate date,
        BigDecimal price,
        String customer,
        String country) {}
