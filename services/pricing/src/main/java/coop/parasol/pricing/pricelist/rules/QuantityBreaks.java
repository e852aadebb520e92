package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A larger quantity is never dearer per unit: whatever a list's prices are at some moment, they fall or stay as quantities grow. */
final class QuantityBreaks {

    /** What the prices of a list are compared within. */
    private record Goods(String product, String grade, Buyers buyers) {}

    /** A price and its place in the draft. */
    private record Line(int index, DraftPrice price, Instant from) {

        BigDecimal minimum() {
            return price.minimumQuantity().value();
        }
    }

    private QuantityBreaks() {}

    /** Places of the prices that are dearer per unit than one for a smaller quantity at the same moment, in their order. */
    static SortedSet<Integer> dearer(List<DraftPrice> prices, Instant now) {
        SortedSet<Integer> dearer = new TreeSet<>();
        Map<Goods, List<Line>> byGoods = IntStream.range(0, prices.size())
                .mapToObj(index -> line(index, prices.get(index), now))
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
            moments(lines, now).forEach(moment -> compare(sorted, moment, dearer));
        });
        return dearer;
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
    private static void compare(List<Line> sorted, Instant moment, SortedSet<Integer> dearer) {
        UnitPrice smaller = null;
        Line current = null;
        for (Line line : sorted) {
            if (!line.price().isValid(moment)) {
                continue;
            }
            if (current != null && current.minimum().compareTo(line.minimum()) != 0) {
                smaller = lower(smaller, current, dearer);
            }
            current = line;
        }
        if (current != null) {
            lower(smaller, current, dearer);
        }
    }

    private static UnitPrice lower(@Nullable UnitPrice smaller, Line line, SortedSet<Integer> dearer) {
        UnitPrice price = line.price().unitPrice();
        if (smaller != null && price.compareTo(smaller) > 0) {
            dearer.add(line.index());
            return smaller;
        }
        return price;
    }
}
