package coop.parasol.production.counting;

import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What counts of commitments, fixed when their week was frozen. */
@ApplicationScoped
class CountedCommitments {

    private final Jdbi jdbi;

    CountedCommitments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What was wanted and committed of a product and grade for a week. Quantities are in the unit of the product.
     *
     * @param producers how many have committed; firms of one owner are one
     * @param level up to which commitments count; null where all count whole
     * @param countedAt null before it is fixed
     */
    record FrozenWeek(
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal wanted,
            BigDecimal committed,
            int producers,
            @Nullable BigDecimal level,
            @Nullable Instant countedAt) {}

    /**
     * What a producer has committed, and what counts of it.
     *
     * @param committedByOwner by all firms of its owner together
     */
    record Line(
            UUID memberId,
            String product,
            String grade,
            Period period,
            BigDecimal committed,
            BigDecimal committedByOwner,
            BigDecimal counts) {}

    /**
     * A producer's line with the week that it belongs to.
     *
     * @param counts as it was fixed at the freeze
     * @param handedOver of it since then
     * @param received of what counted for others
     */
    record LineOfWeek(
            UUID memberId,
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal committed,
            BigDecimal committedByOwner,
            BigDecimal counts,
            BigDecimal handedOver,
            BigDecimal received,
            BigDecimal wanted,
            BigDecimal committedByAll,
            int producers,
            @Nullable BigDecimal level,
            @Nullable Instant countedAt) {

        static LineOfWeek of(Line line, FrozenWeek week) {
            return new LineOfWeek(
                    line.memberId(),
                    line.product(),
                    line.grade(),
                    line.period(),
                    week.unit(),
                    line.committed(),
                    line.committedByOwner(),
                    line.counts(),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    week.wanted(),
                    week.committed(),
                    week.producers(),
                    week.level(),
                    week.countedAt());
        }

        GoodsOfWeek goods() {
            return new GoodsOfWeek(product, grade, period);
        }
    }

    /** Fixes a product, grade and week; @return false if it was fixed before */
    boolean fix(FrozenWeek week, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
            insert into frozen_week (product, grade, period, unit, wanted, committed, producers, level, counted_at)
            values (:product, :grade, :period, :unit, :wanted, :committed, :producers, :level, :now)
            on conflict (product, grade, period) do nothing
            """)
                        .bind("product", week.product())
                        .bind("grade", week.grade())
                        .bind("period", week.period().toString())
                        .bind("unit", week.unit())
                        .bind("wanted", week.wanted())
                        .bind("committed", week.committed())
                        .bind("producers", week.producers())
                        .bind("level", week.level())
                        .bind("now", now)
                        .execute())
                > 0;
    }

    /** Stores what counts of producers' commitments for a week that is fixed in the same transaction. */
    void insert(List<Line> lines) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into counted_commitment
                   (period, product, grade, member_id, committed, committed_by_owner, counts)
            select period, product, grade, member_id, committed, committed_by_owner, counts
              from unnest(:periods, :products, :grades, :members, :committed, :byOwner, :counts)
                   as counted (period, product, grade, member_id, committed, committed_by_owner, counts)
            """)
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(lines, line -> line.period().toString()))
                .bindArray("products", String.class, Columns.of(lines, Line::product))
                .bindArray("grades", String.class, Columns.of(lines, Line::grade))
                .bindArray("members", UUID.class, Columns.of(lines, Line::memberId))
                .bindArray("committed", BigDecimal.class, Columns.of(lines, Line::committed))
                .bindArray("byOwner", BigDecimal.class, Columns.of(lines, Line::committedByOwner))
                .bindArray("counts", BigDecimal.class, Columns.of(lines, Line::counts))
                .execute());
    }

    /** Where a page begins, which shows the newest week first: behind this line. */
    record Position(String period, String product, String grade, UUID memberId) {

        /** Where the first page begins: before the line of any week. */
        static final Position FIRST = new Position("9999-W99", "", "", new UUID(0, 0));
    }

    /**
     * Lines with their weeks, the newest week first, then by product, grade and producer.
     *
     * @param memberId of one producer; null for all
     */
    List<LineOfWeek> page(@Nullable UUID memberId, Position behind, int maxRows) {
        String member = memberId == null ? "" : " and c.member_id = :member";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(
                            """
                                select c.member_id, c.product, c.grade, c.period, w.unit, c.committed,
                                       c.committed_by_owner, c.counts, c.handed_over, c.received, w.wanted,
                                       w.committed as committed_by_all, w.producers, w.level, w.counted_at
                                  from counted_commitment c
                                  join frozen_week w using (product, grade, period)
                                 where (c.period < :period or (c.period = :period
                                        and (c.product, c.grade, c.member_id) > (:product, :grade, :behind)))
                                """ + member + " order by c.period desc, c.product, c.grade, c.member_id limit :maxRows")
                    .bind("period", behind.period())
                    .bind("product", behind.product())
                    .bind("grade", behind.grade())
                    .bind("behind", behind.memberId())
                    .bind("maxRows", maxRows);
            if (memberId != null) {
                query.bind("member", memberId);
            }
            return query.mapTo(LineOfWeek.class).list();
        });
    }
}
