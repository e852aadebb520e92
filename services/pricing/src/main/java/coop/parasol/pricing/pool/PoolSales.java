package coop.parasol.pricing.pool;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What partners have paid for the goods of pools, by whom and for which order it was sold. */
@ApplicationScoped
public class PoolSales {

    private final Jdbi jdbi;

    PoolSales(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Goods of one grade and one ordered quantity on one invoice, in the pool of a week.
     *
     * @param period of the pool
     * @param partnerId absent in what was accepted before it was told
     * @param tier of the partner; absent where it is not known yet
     * @param ordered quantity of the order line; absent in what was accepted before it was told
     * @param receipts of them, without tax, rounded down line by line while the invoice is paid in part
     * @param paid of the invoice, with tax
     * @param total of the invoice, with tax
     */
    public record Sale(
            String product,
            Period period,
            String grade,
            String unit,
            @Nullable UUID partnerId,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable BigDecimal ordered,
            BigDecimal quantity,
            Money receipts,
            Money paid,
            Money total) {}

    /** Those for which something was paid, of pools from a week on; recalled units are in no pool. */
    public List<Sale> since(Collection<String> products, Period first) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with line as (
                select a.*, case when pool_basis(b.certified_at) = 'CERTIFIED' then b.period else a.period end as pool_period
                  from accepted_goods a left join pool_batch b on b.batch_id = a.batch_id
                 where a.product = any(:products) and a.period >= :first and not coalesce(b.recalled, false))
            select line.product, pool_period as period, line.grade, line.unit, invoice.partner_id, terms.tier,
                   terms.partner_group, line.ordered, sum(line.quantity) as quantity, cast(sum(div(cast(line.net as numeric) * least(invoice.paid, invoice.total), invoice.total)) as bigint)
                       as receipts,
                   least(invoice.paid, invoice.total) as paid, invoice.total
              from line join pool_invoice invoice on invoice.invoice_id = line.invoice_id
                        left join partner_terms terms on terms.partner_id = invoice.partner_id
             where pool_period >= :first and invoice.paid > 0 and invoice.total > 0
             group by line.product, pool_period, line.grade, line.unit, invoice.invoice_id, invoice.partner_id, terms.tier,
                      terms.partner_group, line.ordered, invoice.paid, invoice.total
             order by line.product, pool_period, invoice.invoice_id, line.grade, line.ordered
            """)
                .bindArray("products", String.class, products)
                .bind("first", first)
                .mapTo(Sale.class)
                .list());
    }
}
