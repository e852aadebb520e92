package coop.parasol.pricing.pricelist;

import coop.parasol.pricing.pool.PartnerTerms;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.pricing.pricelist.rules.KnownBuyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Which of those that a draft of prices names are known to the firm. */
@ApplicationScoped
class KnownBuyersQuery {

    private final PartnerTerms partnerTerms;
    private final PoolBylaws bylaws;
    private final Jdbi jdbi;

    KnownBuyersQuery(PartnerTerms partnerTerms, PoolBylaws bylaws, Jdbi jdbi) {
        this.partnerTerms = partnerTerms;
        this.bylaws = bylaws;
        this.jdbi = jdbi;
    }

    KnownBuyers among(Collection<Buyers> buyers) {
        Set<String> tiers =
                buyers.stream().map(Buyers::tier).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> groups = buyers.stream()
                .map(Buyers::partnerGroup)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> partners =
                buyers.stream().map(Buyers::partnerId).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> knownTiers = new HashSet<>(partnerTerms.tiersAmong(tiers));
        bylaws.goodsPurchaseTier().ifPresent(knownTiers::add);
        knownTiers.addAll(published(tiers));
        return new KnownBuyers(knownTiers, partnerTerms.groupsAmong(groups), partnerTerms.partnersAmong(partners));
    }

    /** Tiers that have a published price. */
    private List<String> published(Set<String> tiers) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tier from unnest(:tiers) as asked (tier)
                         where exists (select from price where price.tier = asked.tier and published)
                        """)
                .bindArray("tiers", String.class, tiers)
                .mapTo(String.class)
                .list());
    }
}
