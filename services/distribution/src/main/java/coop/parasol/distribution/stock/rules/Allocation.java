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
 * Which batches a line gets (rules 6): first expired first out; within the same expiry day unit by unit from the
 * producer whose allocated volume is furthest below its part of the commitments for the product and period. Its part is
 * {@code committed / committed by all x allocated to all}, this line's units of the day counted in. Ties go by lot
 * number, then by batch id.
 *
 * <p>Units are not counted one by one: producers that are less than a unit apart take turns, so whole rounds of turns
 * are taken at once, with the same result.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * A batch that may be taken from.
     *
     * @param expiry last day of sale, {@link LocalDate#MAX} where goods do not age
     */
    public record Candidate(UUID batchId, UUID memberId, String lot, LocalDate expiry, BigDecimal available) {
        public Candidate less(BigDecimal quantity) {
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

    /** Units taken from a batch. */
    public record Taken(UUID batchId, UUID memberId, String lot, BigDecimal quantity) {}

    /** Takes up to {@code need} units; what is out of date is no stock. */
    public static List<Taken> allocate(BigDecimal need, List<Candidate> stock, Shares shares, LocalDate today) {
        TreeMap<LocalDate, List<Candidate>> days = new TreeMap<>();
        for (Candidate candidate : stock) {
            if (!candidate.expiry().isBefore(today) && candidate.available().signum() > 0) {
                days.computeIfAbsent(candidate.expiry(), day -> new ArrayList<>())
                        .add(candidate);
            }
        }
        List<Taken> taken = new ArrayList<>();
        BigDecimal left = need;
        Shares now = shares;
        for (List<Candidate> day : days.values()) {
            if (left.signum() <= 0) {
                break;
            }
            BigDecimal available = day.stream().map(Candidate::available).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal quantity = left.min(available);
            List<Taken> ofDay = new Day(day, now, quantity).take();
            taken.addAll(ofDay);
            now = after(now, ofDay);
            left = left.subtract(quantity);
        }
        return taken;
    }

    /** The shares with what was taken counted in. */
    public static Shares after(Shares shares, List<Taken> taken) {
        Map<UUID, Share> byMember = new HashMap<>(shares.byMember());
        Share all = shares.all();
        for (Taken part : taken) {
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

        void take(BigDecimal quantity, BigDecimal scale, Map<UUID, Taken> taken) {
            Candidate batch = batches.removeFirst();
            taken.merge(
                    batch.batchId(),
                    new Taken(batch.batchId(), batch.memberId(), batch.lot(), quantity),
                    (a, b) -> new Taken(
                            a.batchId(), a.memberId(), a.lot(), a.quantity().add(b.quantity())));
            if (batch.available().compareTo(quantity) > 0) {
                batches.addFirst(batch.less(quantity));
            }
            behind = behind.subtract(quantity.multiply(scale));
        }
    }

    /** The batches of one expiry day, of which {@code left} units are to be taken; there are that many. */
    private static final class Day {
        private static final Comparator<Candidate> BY_LOT = Comparator.comparing(Candidate::lot)
                .thenComparing(batch -> batch.batchId().toString());
        private static final Comparator<Producer> FURTHEST_BEHIND_FIRST = Comparator.comparing(
                        (Producer producer) -> producer.behind)
                .reversed()
                .thenComparing(Producer::next, BY_LOT);

        private final List<Producer> producers;
        private final BigDecimal scale;
        private final Map<UUID, Taken> taken = new LinkedHashMap<>();
        private BigDecimal left;

        Day(List<Candidate> batches, Shares shares, BigDecimal quantity) {
            BigDecimal committed = shares.all().committed();
            this.scale = committed.signum() > 0 ? committed : BigDecimal.ONE;
            this.left = quantity;
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

        List<Taken> take() {
            while (left.signum() > 0) {
                producers.sort(FURTHEST_BEHIND_FIRST);
                int turns = takingTurns();
                BigDecimal rounds = wholeRounds(turns);
                if (rounds.signum() > 0) {
                    producers.subList(0, turns).forEach(producer -> take(producer, rounds));
                } else {
                    Producer first = producers.getFirst();
                    take(first, BigDecimal.ONE.min(first.next().available()).min(left));
                }
                producers.removeIf(producer -> producer.batches.isEmpty());
            }
            return List.copyOf(taken.values());
        }

        private void take(Producer producer, BigDecimal quantity) {
            producer.take(quantity, scale, taken);
            left = left.subtract(quantity);
        }

        /** How many producers are less than one unit from the one furthest behind. */
        private int takingTurns() {
            BigDecimal floor = producers.getFirst().behind.subtract(scale);
            int turns = 1;
            while (turns < producers.size() && producers.get(turns).behind.compareTo(floor) > 0) {
                turns++;
            }
            return turns;
        }

        /** Rounds of one unit each until one's batch or the need ends, or the next producer is as far behind. */
        private BigDecimal wholeRounds(int turns) {
            BigDecimal rounds = left.divideToIntegralValue(BigDecimal.valueOf(turns));
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
