package coop.parasol.pricing.pricelist.rules;

import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A larger quantity is never dearer per unit: whatever the prices are at some moment, those of a draft together with those that stay in
 * force beside it, they fall or stay as quantities grow.
 */
public final class QuantityBreaks {

    private static final int NOT_OF_THE_DRAFT = -1;

    /** What is wrong with a price of a draft. */
    public enum Fault {
        /** it is dearer than one for a smaller quantity */
        DEARER,
        /** one that stays in force for a larger quantity is dearer */
        CHEAPER_THAN_A_LARGER_QUANTITY_IN_FORCE
    }

    /** What prices are compared within. */
    private record Goods(String product, String grade, Buyers buyers) {}

    /** A price and its place in the draft. */
    private record Line(int index, DraftPrice price, Instant from) {

        BigDecimal minimum() {
            return price.minimumQuantity().value();
        }
    }

    private QuantityBreaks() {}

    /**
     * Places of the prices of a draft that would make a larger quantity dearer at some moment, in their order. What is wrong among the
     * standing prices alone is no fault of the draft.
     *
     * @param standing published prices of the same products that are valid now or later, of one quantity the newest last
     */
    public static SortedMap<Integer, Fault> faults(List<DraftPrice> prices, List<DraftPrice> standing, Instant now) {
        SortedMap<Integer, Fault> faults = new TreeMap<>();
        Map<Goods, List<Line>> byGoods = Stream.concat(
                        standing.stream().map(price -> line(NOT_OF_THE_DRAFT, price, now)),
                        IntStream.range(0, prices.size()).mapToObj(index -> line(index, prices.get(index), now)))
                .collect(Collectors.groupingBy(
                        line -> new Goods(
                                line.price().product(),
                                line.price().grade(),
                                line.price().buyers()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byGoods.values().stream().filter(lines -> lines.size() > 1).forEach(lines -> {
            List<Line> sorted = lines.stream()
                    .sorted(Comparator.comparing(Line::minimum).thenComparing(Line::from))
                    .toList();
            moments(lines, now).forEach(moment -> compare(sorted, moment, faults));
        });
        return faults;
    }

    private static Line line(int index, DraftPrice price, Instant now) {
        Instant from = price.validFrom();
        return new Line(index, price, from == null || from.isBefore(now) ? now : from);
    }

    /** When the prices in force change: between two of these moments they are the same. */
    private static Collection<Instant> moments(List<Line> lines, Instant now) {
        SortedSet<Instant> moments = new TreeSet<>();
        for (Line line : lines) {
            moments.add(line.from());
            Instant until = line.price().validUntil();
            if (until != null && until.isAfter(now)) {
                moments.add(until);
            }
        }
        return moments;
    }

    /** @param sorted by minimum quantity, and of one quantity the newest last */
    private static void compare(List<Line> sorted, Instant moment, SortedMap<Integer, Fault> faults) {
        Line cheapest = null;
        Line current = null;
        for (Line line : sorted) {
            if (!line.price().isValid(moment)) {
                continue;
            }
            if (current != null && current.minimum().compareTo(line.minimum()) != 0) {
                cheapest = cheaper(cheapest, current, faults);
            }
            current = line;
        }
        if (current != null) {
            cheaper(cheapest, current, faults);
        }
    }

    /** @param smaller the cheapest of all smaller quantities */
    private static Line cheaper(@Nullable Line smaller, Line line, SortedMap<Integer, Fault> faults) {
        if (smaller == null
                || line.price().unitPrice().compareTo(smaller.price().unitPrice()) <= 0) {
            return line;
        }
        if (line.index() != NOT_OF_THE_DRAFT) {
            faults.put(line.index(), Fault.DEARER);
        } else if (smaller.index() != NOT_OF_THE_DRAFT) {
            faults.putIfAbsent(smaller.index(), Fault.CHEAPER_THAN_A_LARGER_QUANTITY_IN_FORCE);
        }
        return smaller;
    }
}
