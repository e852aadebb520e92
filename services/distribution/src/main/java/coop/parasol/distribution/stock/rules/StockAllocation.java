package coop.parasol.distribution.stock.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which batches an order line is allocated: first expired first out; within the same expiry day unit by unit from the
 * producer whose allocated volume is furthest below its part of the commitments for the product and period. Its part is
 * {@code committed / committed by all x allocated to all}, this line's units of the day counted in. Ties go by lot
 * number, then by batch id.
 *
 * <p>Units are not counted one by one: producers that are less than a unit apart take turns, so whole rounds of turns
 * are allocated at once, with the same result.
 */
public final class StockAllocation {

    private StockAllocation() {}

    /**
     * A batch that may be allocated from.
     *
     * @param expiry last day of sale, {@link LocalDate#MAX} where goods do not age
     */
    public record Candidate(UUID batchId, UUID memberId, String lot, LocalDate expiry, BigDecimal available) {
        public Candidate minus(BigDecimal quantity) {
            return new Candidate(batchId, memberId, lot, expiry, available.subtract(quantity));
        }
    }

    /** What was committed, and what has been allocated so far, for one product and period. */
    public record Share(BigDecimal committed, BigDecimal allocated) {
        public static final Share NONE = new Share(BigDecimal.ZERO, BigDecimal.ZERO);

        public Share plus(BigDecimal quantity) {
            return new Share(committed, allocated.add(quantity));
        }
    }

    /** The share of all producers together, and of each; a producer that is not named has none. */
    public record Shares(Share all, Map<UUID, Share> byMember) {
        public static final Shares NONE = new Shares(Share.NONE, Map.of());

        Share of(UUID memberId) {
            return byMember.getOrDefault(memberId, Share.NONE);
        }
    }

    /** Units allocated from a batch. */
    public record AllocatedUnits(UUID batchId, UUID memberId, String lot, BigDecimal quantity) {}

    /** Allocates up to {@code quantity} units; batches that are out of date are not allocated. */
    public static List<AllocatedUnits> allocate(
            BigDecimal quantity, List<Candidate> stock, Shares shares, LocalDate today) {
        TreeMap<LocalDate, List<Candidate>> days = new TreeMap<>();
        for (Candidate candidate : stock) {
            if (!candidate.expiry().isBefore(today) && candidate.available().signum() > 0) {
                days.computeIfAbsent(candidate.expiry(), day -> new ArrayList<>())
                        .add(candidate);
            }
        }
        List<AllocatedUnits> allocated = new ArrayList<>();
        BigDecimal remaining = quantity;
        Shares now = shares;
        for (List<Candidate> day : days.values()) {
            if (remaining.signum() <= 0) {
                break;
            }
            BigDecimal available = day.stream().map(Candidate::available).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal quantityOfDay = remaining.min(available);
            List<AllocatedUnits> ofDay = new ExpiryDay(day, now, quantityOfDay).allocate();
            allocated.addAll(ofDay);
            now = after(now, ofDay);
            remaining = remaining.subtract(quantityOfDay);
        }
        return allocated;
    }

    /** The shares with the allocated units counted in. */
    public static Shares after(Shares shares, List<AllocatedUnits> allocated) {
        Map<UUID, Share> byMember = new HashMap<>(shares.byMember());
        Share all = shares.all();
        for (AllocatedUnits part : allocated) {
            byMember.put(
                    part.memberId(),
                    byMember.getOrDefault(part.memberId(), Share.NONE).plus(part.quantity()));
            all = all.plus(part.quantity());
        }
        return new Shares(all, byMember);
    }

    /** A producer's batches of one day. How far it is behind is counted in units x scale, which keeps it exact. */
    private static final class Producer {
        final Deque<Candidate> batches = new ArrayDeque<>();
        BigDecimal behind = BigDecimal.ZERO;

        Candidate next() {
            return batches.getFirst();
        }

        void allocate(BigDecimal quantity, BigDecimal scale, Map<UUID, AllocatedUnits> allocated) {
            Candidate batch = batches.removeFirst();
            allocated.merge(
                    batch.batchId(),
                    new AllocatedUnits(batch.batchId(), batch.memberId(), batch.lot(), quantity),
                    (a, b) -> new AllocatedUnits(
                            a.batchId(), a.memberId(), a.lot(), a.quantity().add(b.quantity())));
            if (batch.available().compareTo(quantity) > 0) {
                batches.addFirst(batch.minus(quantity));
            }
            behind = behind.subtract(quantity.multiply(scale));
        }
    }

    /** The batches of one expiry day, of which {@code remaining} units are to be allocated; there are that many. */
    private static final class ExpiryDay {
        private static final Comparator<Candidate> BY_LOT = Comparator.comparing(Candidate::lot)
                .thenComparing(batch -> batch.batchId().toString());
        private static final Comparator<Producer> FURTHEST_BEHIND_FIRST = Comparator.comparing(
                        (Producer producer) -> producer.behind)
                .reversed()
                .thenComparing(Producer::next, BY_LOT);

        private final List<Producer> producers;
        private final BigDecimal scale;
        private final Map<UUID, AllocatedUnits> allocated = new LinkedHashMap<>();
        private BigDecimal remaining;

        ExpiryDay(List<Candidate> batches, Shares shares, BigDecimal quantity) {
            BigDecimal committed = shares.all().committed();
            this.scale = committed.signum() > 0 ? committed : BigDecimal.ONE;
            this.remaining = quantity;
            BigDecimal volume = shares.all().allocated().add(quantity);
            Map<UUID, Producer> byMember = new LinkedHashMap<>();
            batches.stream()
                    .sorted(BY_LOT)
                    .forEach(batch -> byMember.computeIfAbsent(
                                    batch.memberId(), member -> producer(shares.of(member), volume))
                            .batches
                            .addLast(batch));
            this.producers = new ArrayList<>(byMember.values());
        }

        private Producer producer(Share share, BigDecimal volume) {
            Producer producer = new Producer();
            producer.behind = share.committed()
                    .multiply(volume)
                    .subtract(share.allocated().multiply(scale));
            return producer;
        }

        List<AllocatedUnits> allocate() {
            while (remaining.signum() > 0) {
                producers.sort(FURTHEST_BEHIND_FIRST);
                int turns = producersTakingTurns();
                BigDecimal rounds = wholeRounds(turns);
                if (rounds.signum() > 0) {
                    producers.subList(0, turns).forEach(producer -> allocate(producer, rounds));
                } else {
                    Producer first = producers.getFirst();
                    allocate(first, BigDecimal.ONE.min(first.next().available()).min(remaining));
                }
                producers.removeIf(producer -> producer.batches.isEmpty());
            }
            return List.copyOf(allocated.values());
        }

        private void allocate(Producer producer, BigDecimal quantity) {
            producer.allocate(quantity, scale, allocated);
            remaining = remaining.subtract(quantity);
        }

        /** How many producers are less than one unit from the one furthest behind. */
        private int producersTakingTurns() {
            BigDecimal floor = producers.getFirst().behind.subtract(scale);
            int turns = 1;
            while (turns < producers.size() && producers.get(turns).behind.compareTo(floor) > 0) {
                turns++;
            }
            return turns;
        }

        /** Rounds of one unit each until one's batch or the quantity ends, or the next producer is as far behind. */
        private BigDecimal wholeRounds(int turns) {
            BigDecimal rounds = remaining.divideToIntegralValue(BigDecimal.valueOf(turns));
            for (Producer producer : producers.subList(0, turns)) {
                rounds = rounds.min(producer.next().available());
            }
            if (turns < producers.size()) {
                BigDecimal gap = producers.get(turns - 1).behind.subtract(producers.get(turns).behind);
                rounds = rounds.min(gap.divideToIntegralValue(scale));
            }
            return rounds.setScale(0, RoundingMode.DOWN);
        }
    }
}
