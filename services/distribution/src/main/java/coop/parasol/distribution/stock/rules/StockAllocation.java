package coop.parasol.distribution.stock.rules;

import coop.parasol.distribution.stock.rules.FairDivision.Claim;
import coop.parasol.distribution.stock.rules.FairDivision.Division;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which batches order lines are allocated: first expired first out, in windows of last days that go one after the other, each
 * counted from the earliest lot. Within a window first what counts of commitments and is certified, then the rest; each is divided
 * by the uniform rule over what each producer has there ({@link FairDivision}). Ties go by lot number, then by batch id. Of its own
 * batches a producer's first to expire goes first.
 *
 * <p>A batch waits by the last day of sale that it would have if it had been made on the day it was reported: who dates its lots
 * early is served no sooner. Committing, releasing, dating and splitting lots raise nobody's share.
 */
public final class StockAllocation {

    private static final Comparator<Candidate> BY_LOT = Comparator.comparing(Candidate::lot)
            .thenComparing(batch -> batch.batchId().toString());
    private static final Comparator<Candidate> FIRST_EXPIRED_FIRST =
            Comparator.comparing(Candidate::expiry).thenComparing(BY_LOT);

    private StockAllocation() {}

    /**
     * A batch that may be allocated from.
     *
     * @param ownerId who owns the producer's firm; firms of one owner are one producer
     * @param expiry last day of sale, {@link LocalDate#MAX} where goods do not age
     * @param queueDay by which it waits
     * @param available units on hand
     * @param counted of these, what counts of the commitment that it was made for
     */
    public record Candidate(
            UUID batchId,
            UUID memberId,
            UUID ownerId,
            String lot,
            LocalDate expiry,
            LocalDate queueDay,
            BigDecimal available,
            BigDecimal counted) {

        private Candidate minus(BigDecimal quantity) {
            return new Candidate(
                    batchId,
                    memberId,
                    ownerId,
                    lot,
                    expiry,
                    queueDay,
                    available.subtract(quantity),
                    counted.subtract(quantity).max(BigDecimal.ZERO));
        }
    }

    /**
     * What is available of a product and grade.
     *
     * @param batches of which something is available, within date
     * @param credits of owners from earlier divisions
     * @param readUntil up to this day in the queue all batches are among them; {@link LocalDate#MAX} if there are no others
     * @param windowEnd last day of the window that is being sold; null before the first
     */
    public record Stock(
            List<Candidate> batches,
            Map<UUID, BigDecimal> credits,
            LocalDate readUntil,
            @Nullable LocalDate windowEnd) {

        public static final Stock NONE = new Stock(List.of(), Map.of(), LocalDate.MAX, null);
    }

    /** Units allocated from a batch. */
    public record AllocatedUnits(UUID batchId, UUID memberId, String lot, BigDecimal quantity) {

        private AllocatedUnits of(BigDecimal part) {
            return new AllocatedUnits(batchId, memberId, lot, part);
        }
    }

    /** What is allocated, and what is left. */
    public record Allocation(List<AllocatedUnits> units, Stock rest) {

        /**
         * Hands the units out to lines, to each as much as it wants before the next gets any.
         *
         * @param quantities that the lines want
         * @return what each line gets, in the order of the lines
         */
        public List<List<AllocatedUnits>> byLine(List<BigDecimal> quantities) {
            Deque<AllocatedUnits> left = new ArrayDeque<>(units);
            List<List<AllocatedUnits>> lines = new ArrayList<>();
            for (BigDecimal quantity : quantities) {
                List<AllocatedUnits> line = new ArrayList<>();
                BigDecimal wanted = quantity;
                while (wanted.signum() > 0 && !left.isEmpty()) {
                    AllocatedUnits next = left.removeFirst();
                    BigDecimal taken = next.quantity().min(wanted);
                    line.add(next.of(taken));
                    wanted = wanted.subtract(taken);
                    if (taken.compareTo(next.quantity()) < 0) {
                        left.addFirst(next.of(next.quantity().subtract(taken)));
                    }
                }
                lines.add(line);
            }
            return lines;
        }
    }

    /**
     * Allocates up to {@code quantity} units. If there is not as much in the windows that are read whole, it allocates less.
     *
     * @param windowDays last days that are sold together, 1 or more
     */
    public static Allocation allocate(BigDecimal quantity, Stock stock, int windowDays) {
        Shelf shelf = new Shelf(stock);
        BigDecimal remaining = quantity;
        LocalDate end = stock.windowEnd();
        while (remaining.signum() > 0) {
            Optional<LocalDate> next = shelf.windowEnd(end, windowDays);
            if (next.isEmpty() || next.get().isAfter(stock.readUntil())) {
                break;
            }
            end = next.get();
            remaining = remaining.subtract(shelf.sell(end, remaining));
        }
        return new Allocation(shelf.allocated(), shelf.rest(stock.readUntil(), end));
    }

    /** The stock while it is sold from. */
    private static final class Shelf {
        private final Map<UUID, Candidate> batches = new LinkedHashMap<>();
        private final Map<UUID, BigDecimal> credits;
        private final Map<UUID, AllocatedUnits> allocated = new LinkedHashMap<>();

        Shelf(Stock stock) {
            stock.batches().stream()
                    .filter(batch -> batch.available().signum() > 0)
                    .sorted(BY_LOT)
                    .forEach(batch -> batches.put(batch.batchId(), batch));
            credits = new HashMap<>(stock.credits());
        }

        /** The present window as long as there is something in it, then the one that begins with the earliest lot left. */
        Optional<LocalDate> windowEnd(@Nullable LocalDate present, int windowDays) {
            Optional<LocalDate> earliest =
                    batches.values().stream().map(Candidate::queueDay).min(Comparator.naturalOrder());
            return earliest.map(first -> {
                if (present != null && !first.isAfter(present)) {
                    return present;
                }
                return first.equals(LocalDate.MAX) ? first : first.plusDays(windowDays - 1L);
            });
        }

        /** Sells up to so many units of the batches that wait by that day; @return how many */
        BigDecimal sell(LocalDate end, BigDecimal quantity) {
            BigDecimal counted = divide(inWindow(end), Candidate::counted, quantity);
            return counted.add(divide(inWindow(end), Candidate::available, quantity.subtract(counted)));
        }

        private List<Candidate> inWindow(LocalDate end) {
            return batches.values().stream()
                    .filter(batch -> !batch.queueDay().isAfter(end))
                    .toList();
        }

        /** Divides up to so many units among the owners of the batches; @return how many */
        private BigDecimal divide(List<Candidate> among, Function<Candidate, BigDecimal> units, BigDecimal quantity) {
            Map<UUID, List<Candidate>> byOwner = new LinkedHashMap<>();
            among.forEach(batch -> byOwner.computeIfAbsent(batch.ownerId(), owner -> new ArrayList<>())
                    .add(batch));
            List<Claim> claims = byOwner.entrySet().stream()
                    .map(owner -> new Claim(owner.getKey(), sum(owner.getValue(), units)))
                    .toList();
            BigDecimal divided =
                    quantity.min(claims.stream().map(Claim::available).reduce(BigDecimal.ZERO, BigDecimal::add));
            if (divided.signum() <= 0) {
                return BigDecimal.ZERO;
            }
            Division division = FairDivision.divide(divided, claims, credits);
            credits.putAll(division.credits());
            byOwner.forEach((owner, own) ->
                    take(own, units, Objects.requireNonNull(division.units().get(owner))));
            return divided;
        }

        private void take(List<Candidate> own, Function<Candidate, BigDecimal> units, BigDecimal quantity) {
            BigDecimal remaining = quantity;
            for (Candidate batch : own.stream().sorted(FIRST_EXPIRED_FIRST).toList()) {
                BigDecimal taken = units.apply(batch).min(remaining);
                if (taken.signum() > 0) {
                    remaining = remaining.subtract(taken);
                    take(batch, taken);
                }
            }
        }

        private void take(Candidate batch, BigDecimal quantity) {
            Candidate left = batch.minus(quantity);
            if (left.available().signum() > 0) {
                batches.put(batch.batchId(), left);
            } else {
                batches.remove(batch.batchId());
            }
            allocated.merge(
                    batch.batchId(),
                    new AllocatedUnits(batch.batchId(), batch.memberId(), batch.lot(), quantity),
                    (one, other) -> one.of(one.quantity().add(other.quantity())));
        }

        List<AllocatedUnits> allocated() {
            return List.copyOf(allocated.values());
        }

        Stock rest(LocalDate readUntil, @Nullable LocalDate windowEnd) {
            return new Stock(List.copyOf(batches.values()), Map.copyOf(credits), readUntil, windowEnd);
        }

        private static BigDecimal sum(List<Candidate> batches, Function<Candidate, BigDecimal> units) {
            return batches.stream().map(units).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
