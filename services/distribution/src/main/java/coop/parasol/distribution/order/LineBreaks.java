package coop.parasol.distribution.order;

import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.order.rules.PriceBreak;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The breaks of the prices that a line was accepted by, up to its quantity: price lists change, and those that can never apply to an
 * order again are deleted. A line that costs the same in any quantity has none.
 */
@ApplicationScoped
class LineBreaks {

    private final Jdbi jdbi;
    private final FirmCurrency currency;

    LineBreaks(Jdbi jdbi, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.currency = currency;
    }

    /** A break of a line of an order. */
    private record OfOrder(UUID orderId, int line, PriceBreak priceBreak) {}

    /** A break as it is stored. */
    record Row(int line, BigDecimal minimumQuantity, BigDecimal unitPrice, int priceBase) {}

    /** Stores the breaks of new orders, as a part of a larger statement that also inserts their lines; none where they have none. */
    static List<Part> insertParts(List<NewOrder> orders) {
        List<OfOrder> rows = orders.stream()
                .flatMap(order -> order.breaks().entrySet().stream()
                        .flatMap(line -> line.getValue().stream()
                                .map(one -> new OfOrder(order.order().orderId(), line.getKey(), one))))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(new Part(
                "inserted_breaks",
                """
                insert into order_line_break (order_id, line, minimum_quantity, unit_price, price_base)
                select * from unnest(:breakOrders, :breakLines, :breakQuantities, :breakPrices, :breakPriceBases)
                """,
                statement -> statement
                        .bindArray("breakOrders", UUID.class, Columns.of(rows, OfOrder::orderId))
                        .bindArray("breakLines", Integer.class, Columns.of(rows, OfOrder::line))
                        .bindArray(
                                "breakQuantities",
                                BigDecimal.class,
                                Columns.of(rows, row -> row.priceBreak().minimumQuantity()))
                        .bindArray(
                                "breakPrices",
                                BigDecimal.class,
                                Columns.of(
                                        rows,
                                        row -> row.priceBreak().unitPrice().minor()))
                        .bindArray(
                                "breakPriceBases",
                                Integer.class,
                                Columns.of(
                                        rows,
                                        row -> row.priceBreak().unitPrice().per()))));
    }

    /** The breaks by line; lines that have none are missing. */
    Map<Integer, List<PriceBreak>> of(UUID orderId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select line, minimum_quantity, unit_price, price_base from order_line_break
                         where order_id = :orderId order by line, minimum_quantity
                        """)
                .bind("orderId", orderId)
                .mapTo(Row.class)
                .collect(Collectors.groupingBy(
                        Row::line,
                        Collectors.mapping(
                                row -> new PriceBreak(
                                        row.minimumQuantity(), currency.unitPrice(row.unitPrice(), row.priceBase())),
                                Collectors.toList()))));
    }
}
