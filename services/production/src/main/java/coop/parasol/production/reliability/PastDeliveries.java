package coop.parasol.production.reliability;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.production.batch.DeliveredQuantities;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.counting.CountedWeeks;
import coop.parasol.production.reliability.rules.Reliability;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What producers have delivered of what counted of their commitments, in the weeks of the last quarter that are over. */
@ApplicationScoped
public class PastDeliveries {

    /** How many weeks before the present one are looked at. */
    static final int WEEKS = 13;

    private final CountedWeeks counted;
    private final CommittedQuantities committed;
    private final DeliveredQuantities delivered;
    private final FirmClock clock;

    PastDeliveries(
            CountedWeeks counted, CommittedQuantities committed, DeliveredQuantities delivered, FirmClock clock) {
        this.counted = counted;
        this.committed = committed;
        this.delivered = delivered;
        this.clock = clock;
    }

    /**
     * What counted for a producer in a week, and what it has delivered of it.
     *
     * @param delivered certified, of batches that were reported before the week was over; it may be more than what counted
     */
    record Week(
            UUID memberId,
            String product,
            String grade,
            Period period,
            String unit,
            BigDecimal counted,
            BigDecimal delivered) {}

    private record Key(UUID memberId, String product, String grade, Period period) {}

    /**
     * The reliability of producers, by product; those of which nothing has counted are left out, and products of which nothing has.
     *
     * @param products of which; at least one
     */
    public Map<String, Map<UUID, Reliability>> reliabilities(Collection<UUID> memberIds, Collection<String> products) {
        Map<String, Map<UUID, Reliability>> byProduct = new HashMap<>();
        for (Week week : weeks(memberIds, products)) {
            byProduct
                    .computeIfAbsent(week.product(), product -> new HashMap<>())
                    .merge(
                            week.memberId(),
                            Reliability.NOTHING_COUNTED.plus(week.counted(), week.delivered()),
                            (sofar, one) -> sofar.plus(one.counted(), one.delivered()));
        }
        return byProduct;
    }

    /**
     * The weeks in which anything counted for the producers, the newest first.
     *
     * @param products of which; empty for all
     */
    List<Week> weeks(Collection<UUID> memberIds, Collection<String> products) {
        Period from = Period.of(clock.today().minusWeeks(WEEKS));
        Period until = Period.of(clock.today().minusWeeks(1));
        Map<Key, BigDecimal> made = made(memberIds, products, from, until);
        return counted.of(memberIds, products, from, until).stream()
                .map(each -> new Week(
                        each.memberId(),
                        each.product(),
                        each.grade(),
                        each.period(),
                        each.unit(),
                        each.counts(),
                        made.getOrDefault(
                                new Key(each.memberId(), each.product(), each.grade(), each.period()),
                                BigDecimal.ZERO)))
                .toList();
    }

    private Map<Key, BigDecimal> made(
            Collection<UUID> memberIds, Collection<String> products, Period from, Period until) {
        List<CommittedQuantities.Made> commitments = committed.madeFor(memberIds, products, from, until);
        Map<UUID, BigDecimal> byCommitment = delivered.of(commitments.stream()
                .map(each -> new DeliveredQuantities.Due(
                        each.id(), clock.startOfDay(each.period().monday().plusWeeks(1))))
                .toList());
        Map<Key, BigDecimal> made = new HashMap<>();
        for (CommittedQuantities.Made each : commitments) {
            made.merge(
                    new Key(each.memberId(), each.product(), each.grade(), each.period()),
                    byCommitment.getOrDefault(each.id(), BigDecimal.ZERO),
                    BigDecimal::add);
        }
        return made;
    }
}
