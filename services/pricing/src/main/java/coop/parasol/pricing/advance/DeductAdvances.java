package coop.parasol.pricing.advance;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import coop.parasol.pricing.advance.rules.AdvanceRecovery;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Paid;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Standing;
import coop.parasol.pricing.pool.PoolBatches;
import coop.parasol.pricing.pool.PoolBatches.PooledBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** The advances that a settlement deducts: those on the units that it pays, and what earlier settlements did not cover. */
@ApplicationScoped
public class DeductAdvances {

    private final PoolBatches batches;
    private final AdvanceRates rates;
    private final AdvanceLedger ledger;
    private final Jdbi jdbi;

    DeductAdvances(PoolBatches batches, AdvanceRates rates, AdvanceLedger ledger, Jdbi jdbi) {
        this.batches = batches;
        this.rates = rates;
        this.ledger = ledger;
        this.jdbi = jdbi;
    }

    /**
     * What is deducted from a producer.
     *
     * @param lines one for each advance of which something is due, the oldest first
     */
    public record Deduction(UUID memberId, List<AdvanceLine> lines) {}

    /** @param paidElsewhere units of its batch that other pools have paid */
    record OpenAdvance(UUID memberId, @Nested Standing advance, BigDecimal paidElsewhere) {}

    /** Locks all advances to the end of the transaction, for a settlement that is about to be approved. */
    public void lock() {
        ledger.lock();
    }

    /**
     * What the settlement of a pool deducts.
     *
     * @param gross what it pays to each producer before advances
     * @return in the order of the members' ids; producers of whose advances nothing is due are left out
     */
    public List<Deduction> of(UUID poolId, String product, Period period, Map<UUID, Money> gross) {
        List<OpenAdvance> open = open(poolId, gross.keySet());
        if (open.isEmpty()) {
            return List.of();
        }
        Map<UUID, BigDecimal> here = batches.in(product, period).stream()
                .collect(Collectors.toMap(PooledBatch::batchId, PooledBatch::quantity));
        SortedMap<UUID, List<Paid>> byMember = new TreeMap<>();
        open.forEach(each -> byMember.computeIfAbsent(each.memberId(), member -> new ArrayList<>())
                .add(new Paid(
                        each.advance(),
                        each.paidElsewhere()
                                .add(here.getOrDefault(each.advance().batchId(), BigDecimal.ZERO)))));
        List<Deduction> deductions = new ArrayList<>();
        byMember.forEach((member, advances) -> {
            Money pays = gross.get(member);
            List<AdvanceLine> lines = pays == null ? List.of() : AdvanceRecovery.deduct(pays, advances);
            if (!lines.isEmpty()) {
                deductions.add(new Deduction(member, lines));
            }
        });
        return List.copyOf(deductions);
    }

    /** A settlement was approved that deducts so much; the caller has locked the advances. */
    public void settled(UUID settlementId, UUID poolId, String product, Period period, List<Deduction> deductions) {
        if (rates.wereEverApproved()) {
            keepPaid(poolId, batches.in(product, period));
            ledger.recover(
                    settlementId,
                    deductions.stream()
                            .flatMap(deduction -> deduction.lines().stream())
                            .toList());
        }
    }

    /** A settlement was approved that divides another pool of the product anew; its goods may be more by now. */
    public void dividedAgain(UUID poolId, String product, Period period) {
        if (rates.wereEverApproved()) {
            keepPaid(poolId, batches.in(product, period));
        }
    }

    /** What of a producer's advances the next settlement deducts that pays it something, as far as it pays enough. */
    Money dueOf(UUID memberId, Money nothing) {
        return open(null, List.of(memberId)).stream()
                .map(each -> AdvanceRecovery.due(new Paid(each.advance(), each.paidElsewhere())))
                .reduce(nothing, Money::plus);
    }

    private List<OpenAdvance> open(@Nullable UUID poolId, Collection<UUID> members) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select a.member_id, a.id as advance_id, a.batch_id, a.quantity, a.amount, a.recovered, a.declared_due,
                               coalesce((select sum(p.quantity) from paid_batch p
                                          where p.batch_id = a.batch_id
                                            and (cast(:pool as uuid) is null or p.pool_id <> :pool)), 0) as paid_elsewhere
                          from advance a
                         where a.member_id = any(:members) and a.amount > a.recovered + a.declared_due
                         order by a.member_id, a.decided_at, a.id
                        """)
                .bindByType("pool", poolId, UUID.class)
                .bindArray("members", UUID.class, members)
                .mapTo(OpenAdvance.class)
                .list());
    }

    private void keepPaid(UUID poolId, List<PooledBatch> goods) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from paid_batch where pool_id = :pool")
                    .bind("pool", poolId)
                    .execute();
            handle.createUpdate("""
                            insert into paid_batch (batch_id, pool_id, quantity)
                            select batch_id, :pool, quantity from unnest(:batches, :quantities) as paid (batch_id, quantity)
                            """)
                    .bind("pool", poolId)
                    .bindArray("batches", UUID.class, Columns.of(goods, PooledBatch::batchId))
                    .bindArray("quantities", BigDecimal.class, Columns.of(goods, PooledBatch::quantity))
                    .execute();
        });
    }
}
