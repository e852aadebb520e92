package coop.parasol.pricing.pool;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The goods of a pool, and what partners have paid for them until now. A unit belongs to the pool of its product and of the week in
 * which a partner accepted it, or in which it was certified: as the bylaws said when its batch was certified. Recalled units belong
 * to none, nor do units that expired unsold, were taken back, were bought in or have gone into other batches.
 */
@ApplicationScoped
public class PoolGoods {

    private static final String SUMS = """
            with certified as (
                select batch_id, member_id, grade, unit, recalled, period,
                       case when expired then least(dispatched, certified - bought_in - taken_back - consumed)
                            else certified - bought_in - taken_back - consumed end as quantity
                  from pool_batch
                 where product = :product and period = any(:periods) and pool_basis(certified_at) = 'CERTIFIED'),
            line as (
                select * from accepted_goods where product = :product and period = any(:periods)
                union
                select * from accepted_goods where batch_id in (select batch_id from certified)),
            received as (
                select line.*,
                       case when invoice.total = 0 then 0
                            else div(cast(line.net as numeric) * least(invoice.paid, invoice.total), invoice.total)
                       end as receipts
                  from line join pool_invoice invoice using (invoice_id)),
            unit as (
                select received.period, received.member_id, received.grade, received.unit,
                       coalesce(batch.recalled, false) as recalled, received.quantity, receipts
                  from received left join pool_batch batch on batch.batch_id = received.batch_id
                 where received.product = :product and received.period = any(:periods)
                   and pool_basis(batch.certified_at) = 'ACCEPTED'
                union all
                select period, member_id, grade, unit, recalled, quantity, 0 from certified
                union all
                select certified.period, certified.member_id, certified.grade, certified.unit, certified.recalled, 0, receipts
                  from certified join received on received.batch_id = certified.batch_id)
            select period, member_id, grade, unit,
                   coalesce(sum(quantity) filter (where not recalled), 0) as quantity,
                   cast(coalesce(sum(receipts) filter (where not recalled), 0) as bigint) as receipts,
                   coalesce(sum(quantity) filter (where recalled), 0) as recalled,
                   cast(coalesce(sum(receipts) filter (where recalled), 0) as bigint) as recalled_receipts
              from unit group by period, member_id, grade, unit
            having sum(quantity) > 0 or sum(receipts) > 0
            """;

    private final Jdbi jdbi;

    PoolGoods(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Units of one producer and grade.
     *
     * @param quantity in the pool, paid or not
     * @param receipts what partners have paid for them, net of tax, rounded down line by line while an invoice is paid in part
     * @param recalled units that have left the pool because they were called back
     * @param recalledReceipts what partners had paid for those
     */
    public record Sum(
            UUID memberId,
            String grade,
            Quantity quantity,
            Money receipts,
            Quantity recalled,
            Money recalledReceipts) {}

    /** The same as the database sums it. */
    record Row(
            UUID memberId,
            String grade,
            String unit,
            BigDecimal quantity,
            Money receipts,
            BigDecimal recalled,
            Money recalledReceipts) {

        Sum sum() {
            return new Sum(
                    memberId,
                    grade,
                    new Quantity(quantity, unit),
                    receipts,
                    new Quantity(recalled, unit),
                    recalledReceipts);
        }
    }

    /** What tells a pool's goods and receipts from others. */
    record PoolDigest(Period period, String digest) {}

    /** The goods of the pool of a product and week, by producer and grade. */
    public List<Sum> of(String product, Period period) {
        return jdbi.withHandle(handle -> handle.createQuery(SUMS + " order by member_id, grade")
                .bind("product", product)
                .bindArray("periods", String.class, period.toString())
                .mapTo(Row.class)
                .map(Row::sum)
                .list());
    }

    /**
     * For each pool of a product and some weeks a text that differs where anything of its goods or receipts does; pools without goods
     * are left out.
     */
    public Map<Period, String> digests(String product, List<Period> periods) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select period, md5(string_agg(concat_ws(':', member_id, grade, unit,"
                                + " quantity, receipts, recalled, recalled_receipts), ';' order by member_id, grade, unit)) as digest from ("
                                + SUMS
                                + ") goods group by period")
                        .bind("product", product)
                        .bindArray("periods", String.class, Columns.of(periods, Period::toString))
                        .mapTo(PoolDigest.class)
                        .collect(Collectors.toMap(PoolDigest::period, PoolDigest::digest)));
    }
}
