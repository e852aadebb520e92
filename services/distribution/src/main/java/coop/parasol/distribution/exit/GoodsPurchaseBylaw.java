package coop.parasol.distribution.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The bylaws on buying in a leaving member's unsold goods, as the members have decided them. */
@ApplicationScoped
class GoodsPurchaseBylaw {

    /** The names of the bylaws in membership's events. */
    static final String TIER = "goodsPurchaseTier";

    static final String OFFER_DAYS = "goodsOfferDays";

    private final Jdbi jdbi;

    GoodsPurchaseBylaw(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The price tier whose list price is paid at most, such as {@code RETAIL}; empty until membership has told the bylaws. */
    Optional<String> tier() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select price_tier from goods_purchase_bylaw where price_tier is not null
                         order by bylaws_version desc limit 1
                        """).mapTo(String.class).findOne());
    }

    /** How many days from the binding of an exit an offer is open; empty until membership has told the bylaws. */
    Optional<Integer> offerDays() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select offer_days from goods_purchase_bylaw where offer_days is not null
                         order by bylaws_version desc limit 1
                        """).mapTo(Integer.class).findOne());
    }

    /** The bylaws have these values from a version on, null for one that it leaves; versions may be heard of in any order. */
    void change(int bylawsVersion, @Nullable String tier, @Nullable Integer offerDays) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into goods_purchase_bylaw (bylaws_version, price_tier, offer_days)
                        values (:version, :tier, :offerDays) on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bindByType("tier", tier, String.class)
                .bindByType("offerDays", offerDays, Integer.class)
                .execute());
    }
}
