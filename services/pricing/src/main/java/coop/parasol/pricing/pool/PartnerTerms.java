package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.PartnerRegistered;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which tier's and which group's prices partners pay, as distribution has told it. */
@ApplicationScoped
public class PartnerTerms implements ReadModel {

    private final Jdbi jdbi;

    PartnerTerms(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "terms of partners";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("partner_terms"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new Projection<>(PartnerRegistered.class, this::registered));
    }

    /** Those of the tiers that a partner has. */
    public Set<String> tiersAmong(Collection<String> tiers) {
        return known("tier", String.class, tiers);
    }

    /** Those of the groups that a partner is in. */
    public Set<String> groupsAmong(Collection<String> groups) {
        return known("partner_group", String.class, groups);
    }

    /** Those of the ids that are of partners. */
    public Set<UUID> partnersAmong(Collection<UUID> partners) {
        return known("partner_id", UUID.class, partners);
    }

    private <T> Set<T> known(String column, Class<T> type, Collection<T> asked) {
        return asked.isEmpty()
                ? Set.of()
                : jdbi.withHandle(handle -> handle.createQuery(
                                "select distinct %1$s from partner_terms where %1$s = any(:asked)".formatted(column))
                        .bindArray("asked", type, asked)
                        .mapTo(type)
                        .set());
    }

    /** Partners with their terms, each of them once. */
    public void registered(List<PartnerRegistered> partners) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into partner_terms (partner_id, tier, partner_group)
            select partner_id, tier, partner_group
              from unnest(:partners, :tiers, :groups) as partner (partner_id, tier, partner_group) order by partner_id
                on conflict (partner_id) do update set tier = excluded.tier, partner_group = excluded.partner_group
            """)
                .bindArray("partners", UUID.class, Columns.of(partners, PartnerRegistered::partnerId))
                .bindArray("tiers", String.class, Columns.of(partners, PartnerRegistered::tier))
                .bindArray("groups", String.class, Columns.of(partners, PartnerRegistered::partnerGroup))
                .execute());
    }
}
