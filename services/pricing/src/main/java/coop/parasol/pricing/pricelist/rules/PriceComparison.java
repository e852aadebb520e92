package coop.parasol.pricing.pricelist.rules;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a draft changes: each of its prices beside the one in force, and the prices in force that it leaves as they are. */
public final class PriceComparison {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 2;

    private PriceComparison() {}

    /** What becomes of a price. NEW: none is in force for this quantity; MISSING: the draft has none for it, so that it stays. */
    public enum Kind {
        NEW,
        DEARER,
        CHEAPER,
        SAME,
        MISSING
    }

    /**
     * A price of the draft, or one in force that the draft has no successor for.
     *
     * @param before in force now; absent for a new one
     * @param after of the draft; absent for a missing one
     * @param percent by how much a unit becomes dearer, two decimals, rounded half up; absent unless there are both
     */
    public record Line(
            String product,
            String grade,
            Buyers buyers,
            Quantity minimumQuantity,
            @Nullable UnitPrice before,
            @Nullable UnitPrice after,
            @Nullable BigDecimal percent,
            Kind kind) {}

    private record Goods(String product, String grade, Buyers buyers) {
        static Goods of(DraftPrice price) {
            return new Goods(price.product(), price.grade(), price.buyers());
        }
    }

    private record Key(Goods goods, Quantity minimumQuantity) {
        static Key of(DraftPrice price) {
            return new Key(Goods.of(price), price.minimumQuantity());
        }
    }

    /**
     * First the draft's prices in their order, then what is missing of the same goods and buyers.
     *
     * @param inForce valid now, of one quantity the newest last
     */
    public static List<Line> compare(List<DraftPrice> draft, List<DraftPrice> inForce) {
        Map<Key, DraftPrice> before = new LinkedHashMap<>();
        inForce.forEach(price -> before.put(Key.of(price), price));
        List<Line> lines = new ArrayList<>();
        Set<Goods> goods = new HashSet<>();
        Set<Key> drafted = new HashSet<>();
        for (DraftPrice price : draft) {
            DraftPrice old = before.get(Key.of(price));
            lines.add(line(price, old == null ? null : old.unitPrice(), price.unitPrice()));
            goods.add(Goods.of(price));
            drafted.add(Key.of(price));
        }
        before.forEach((key, price) -> {
            if (goods.contains(key.goods()) && !drafted.contains(key)) {
                lines.add(line(price, price.unitPrice(), null));
            }
        });
        return lines;
    }

    private static Line line(DraftPrice price, @Nullable UnitPrice before, @Nullable UnitPrice after) {
        return new Line(
                price.product(),
                price.grade(),
                price.buyers(),
                price.minimumQuantity(),
                before,
                after,
                before == null || after == null ? null : percent(before, after),
                kind(before, after));
    }

    private static Kind kind(@Nullable UnitPrice before, @Nullable UnitPrice after) {
        if (before == null) {
            return Kind.NEW;
        }
        if (after == null) {
            return Kind.MISSING;
        }
        int change = after.compareTo(before);
        if (change == 0) {
            return Kind.SAME;
        }
        return change > 0 ? Kind.DEARER : Kind.CHEAPER;
    }

    private static BigDecimal percent(UnitPrice before, UnitPrice after) {
        BigDecimal old = before.amount().multiply(BigDecimal.valueOf(after.per()));
        BigDecimal now = after.amount().multiply(BigDecimal.valueOf(before.per()));
        return now.subtract(old).multiply(HUNDRED).divide(old, PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }
}
