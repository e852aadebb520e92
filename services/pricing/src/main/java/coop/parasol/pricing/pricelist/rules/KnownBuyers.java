package coop.parasol.pricing.pricelist.rules;

import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whom prices can be for: a price that nobody is charged because of a slip of the pen is refused when it is drafted.
 *
 * @param tiers that partners have, the bylaws name, or prices are published for
 * @param groups that partners are in
 * @param partners that are registered
 */
public record KnownBuyers(Set<String> tiers, Set<String> groups, Set<UUID> partners) {

    /**
     * Why a price is for nobody that is known; empty if it is for somebody.
     *
     * @param field path of the price
     * @param newTiers that the draft begins
     */
    Optional<InvalidField> refusal(Buyers buyers, String field, Set<String> newTiers) {
        String tier = buyers.tier();
        if (tier != null && !tiers.contains(tier) && !newTiers.contains(tier)) {
            return Optional.of(new InvalidField(
                    field + ".tier",
                    "unknown-tier",
                    "No partner has the tier %s: name it as a new tier if that is meant.".formatted(tier)));
        }
        String group = buyers.partnerGroup();
        if (group != null && !groups.contains(group)) {
            return Optional.of(new InvalidField(
                    field + ".partnerGroup", "unknown-group", "No partner is in the group %s.".formatted(group)));
        }
        UUID partner = buyers.partnerId();
        return partner == null || partners.contains(partner)
                ? Optional.empty()
                : Optional.of(new InvalidField(
                        field + ".partnerId", "unknown-partner", "No partner has the id %s.".formatted(partner)));
    }
}
