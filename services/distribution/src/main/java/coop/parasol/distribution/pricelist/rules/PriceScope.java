package coop.parasol.distribution.pricelist.rules;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a price is for.
 *
 * @param code the tier's or the group's name, or the partner's id
 */
public record PriceScope(Kind kind, String code) {

    /** From the weakest to the strongest: an agreement is before the price of a group, and that before the price of a tier. */
    public enum Kind {
        TIER,
        GROUP,
        PARTNER
    }

    public static PriceScope tier(String tier) {
        return new PriceScope(Kind.TIER, tier);
    }

    public static PriceScope group(String group) {
        return new PriceScope(Kind.GROUP, group);
    }

    public static PriceScope partner(UUID partnerId) {
        return new PriceScope(Kind.PARTNER, partnerId.toString());
    }

    /** Whose prices a partner may get: its own, those of its group if it is in one, and those of its tier. */
    public static Set<PriceScope> of(UUID partnerId, @Nullable String group, String tier) {
        return Stream.of(partner(partnerId), tier(tier), group == null ? tier(tier) : group(group))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The code where the scope is of this kind; null where it is of another. */
    public @Nullable String codeIf(Kind wanted) {
        return kind == wanted ? code : null;
    }

    /** The one partner that the price was agreed with; null where it is for many. */
    public @Nullable UUID agreedWith() {
        return kind == Kind.PARTNER ? UUID.fromString(code) : null;
    }
}
