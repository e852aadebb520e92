package coop.parasol.pricing.advance;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.persistence.Columns;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Advance;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Goods;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Standing;
import coop.parasol.pricing.advance.rules.CountedWeek;
import coop.parasol.pricing.pool.PoolBatches.CertifiedBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Advances and what has become of them. Every change locks the firm's total first, so that the total is the sum of what is outstanding. */
@ApplicationScoped
class AdvanceLedger {

    private final Jdbi jdbi;

    AdvanceLedger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A decision about a batch, as it is stored. */
    record Decided(UUID id, CertifiedBatch batch, Goods goods, Advance advance, Instant decidedAt) {}

    record Used(UUID memberId, String product, String grade, String period, BigDecimal quantity) {}

    /** Locks all advances to the end of the transaction; @return what is outstanding of them */
    Money lock() {
        return total(" for update");
    }

    /** What is outstanding of all advances. */
    Money outstanding() {
        return total("");
    }

    private Money total(String lock) {
        return jdbi.withHandle(handle -> handle.createQuery("select outstanding from advance_total" + lock)
                .mapTo(Money.class)
                .one());
    }

    /** Those of the batches about which it was decided. */
    Set<UUID> decided(Collection<UUID> batches) {
        return batchIds("select batch_id from advance where batch_id = any(:batches)", batches);
    }

    /** Those of the batches of which a settlement has paid units. */
    Set<UUID> paid(Collection<UUID> batches) {
        return batchIds("select distinct batch_id from paid_batch where batch_id = any(:batches)", batches);
    }

    private Set<UUID> batchIds(String query, Collection<UUID> batches) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(query)
                .bindArray("batches", UUID.class, batches)
                .mapTo(UUID.class)
                .list()));
    }

    /** Of what counts for these weeks, the units that have got an advance. */
    Map<CountedWeek, BigDecimal> used(List<CountedWeek> weeks) {
        Map<CountedWeek, BigDecimal> used = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery("""
                                select member_id, product, grade, period, sum(quantity) as quantity from advance
                                  join unnest(:members, :products, :grades, :periods) as week (member_id, product, grade, period)
                                       using (member_id, product, grade, period)
                                 group by member_id, product, grade, period
                                """)
                        .bindArray("members", UUID.class, Columns.of(weeks, CountedWeek::memberId))
                        .bindArray("products", String.class, Columns.of(weeks, CountedWeek::product))
                        .bindArray("grades", String.class, Columns.of(weeks, CountedWeek::grade))
                        .bindArray("periods", String.class, Columns.of(weeks, CountedWeek::period))
                        .mapTo(Used.class)
                        .list())
                .forEach(row -> used.put(
                        new CountedWeek(row.memberId(), row.product(), row.grade(), row.period()), row.quantity()));
        return used;
    }

    /** Stores decisions; what was granted is outstanding. */
    void store(List<Decided> decided) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with stored as (
                            insert into advance (id, batch_id, member_id, product, grade, period, outcome, unit, quantity, rate,
                                                 unit_price, price_base, amount, decided_at)
                            select * from unnest(:ids, :batches, :members, :products, :grades, :periods, :outcomes, :units,
                                                 :quantities, :rates, :prices, :bases, :amounts, :moments)
                            returning amount)
                        update advance_total set outstanding = outstanding + (select coalesce(sum(amount), 0) from stored)
                        """)
                .bindArray("ids", UUID.class, Columns.of(decided, Decided::id))
                .bindArray(
                        "batches",
                        UUID.class,
                        Columns.of(decided, row -> row.batch().batchId()))
                .bindArray(
                        "members",
                        UUID.class,
                        Columns.of(decided, row -> row.batch().memberId()))
                .bindArray(
                        "products",
                        String.class,
                        Columns.of(decided, row -> row.batch().product()))
                .bindArray(
                        "grades",
                        String.class,
                        Columns.of(decided, row -> row.batch().grade()))
                .bindArray("periods", String.class, Columns.of(decided, row -> {
                    CountedWeek week = row.goods().week();
                    return week == null ? null : week.period();
                }))
                .bindArray(
                        "outcomes",
                        String.class,
                        Columns.of(decided, row -> row.advance().outcome().name()))
                .bindArray(
                        "units",
                        String.class,
                        Columns.of(decided, row -> row.batch().unit()))
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        Columns.of(decided, row -> row.advance().quantity().value()))
                .bindArray(
                        "rates",
                        Integer.class,
                        Columns.of(decided, row -> row.goods().rate()))
                .bindArray("prices", BigDecimal.class, Columns.of(decided, row -> {
                    UnitPrice price = row.goods().price();
                    return price == null ? null : price.minor();
                }))
                .bindArray("bases", Integer.class, Columns.of(decided, row -> {
                    UnitPrice price = row.goods().price();
                    return price == null ? null : price.per();
                }))
                .bindArray(
                        "amounts",
                        Long.class,
                        Columns.of(decided, row -> row.advance().amount().minor()))
                .bindArray("moments", Instant.class, Columns.of(decided, Decided::decidedAt))
                .execute());
    }

    /** The advances on these batches of which something is outstanding. */
    List<Standing> outstandingOf(Collection<UUID> batches) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id as advance_id, batch_id, quantity, amount, recovered, declared_due from advance
                         where batch_id = any(:batches) and amount > recovered + declared_due order by id
                        """)
                .bindArray("batches", UUID.class, batches)
                .mapTo(Standing.class)
                .list());
    }

    /** A settlement has deducted parts of advances. */
    void recover(UUID settlementId, List<AdvanceLine> lines) {
        List<AdvanceLine> deducted =
                lines.stream().filter(line -> line.deducted().isPositive()).toList();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with line as (
                            select * from unnest(:advances, :amounts) as line (advance_id, amount)),
                        kept as (
                            insert into advance_recovery (settlement_id, advance_id, amount)
                            select :settlement, advance_id, amount from line),
                        changed as (
                            update advance a set recovered = a.recovered + line.amount from line where a.id = line.advance_id)
                        update advance_total set outstanding = outstanding - (select coalesce(sum(amount), 0) from line)
                        """)
                .bind("settlement", settlementId)
                .bindArray("advances", UUID.class, Columns.of(deducted, AdvanceLine::advanceId))
                .bindArray(
                        "amounts",
                        Long.class,
                        Columns.of(deducted, line -> line.deducted().minor()))
                .execute());
    }

    /** A declaration that a part of an advance is due. */
    record Due(UUID id, UUID advanceId, String reason, Money amount, Instant declaredAt) {}

    /** Parts of advances are debts in the books from now on; each advance is named once. */
    void declareDue(List<Due> dues) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with line as (
                            select * from unnest(:ids, :advances, :reasons, :amounts, :moments)
                                   as line (id, advance_id, reason, amount, declared_at)),
                        kept as (
                            insert into advance_due (id, advance_id, reason, amount, declared_at)
                            select id, advance_id, reason, amount, declared_at from line),
                        changed as (
                            update advance a set declared_due = a.declared_due + line.amount from line
                             where a.id = line.advance_id)
                        update advance_total set outstanding = outstanding - (select coalesce(sum(amount), 0) from line)
                        """)
                .bindArray("ids", UUID.class, Columns.of(dues, Due::id))
                .bindArray("advances", UUID.class, Columns.of(dues, Due::advanceId))
                .bindArray("reasons", String.class, Columns.of(dues, Due::reason))
                .bindArray(
                        "amounts",
                        Long.class,
                        Columns.of(dues, due -> due.amount().minor()))
                .bindArray("moments", Instant.class, Columns.of(dues, Due::declaredAt))
                .execute());
    }
}
