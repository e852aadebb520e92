package coop.parasol.distribution.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The bylaw on the price tier at which the firm buys a leaving member's unsold goods, as the members have decided it. */
@ApplicationScoped
class GoodsPurchaseBylaw {

    /** The name of the bylaw in membership's events. */
    static final String NAME = "goodsPurchaseTier";

    private final Jdbi jdbi;

    GoodsPurchaseBylaw(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Such as {@code RETAIL}; empty until membership has told the bylaws of the founding. */
    Optional<String> tier() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select price_tier from goods_purchase_bylaw order by bylaws_version desc limit 1")
                .mapTo(String.class)
                .findOne());
    }

    /** The bylaw has this value from a version of the bylaws on; versions may be heard of in any order. */
    void change(int bylawsVersion, String tier) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into goods_purchase_bylaw (bylaws_version, price_tier) values (:version, :tier)
                        on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bind("tier", tier)
                .execute());
    }
}
