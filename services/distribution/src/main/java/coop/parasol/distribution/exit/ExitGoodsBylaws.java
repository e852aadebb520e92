package coop.parasol.distribution.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The bylaws on a leaving member's unsold goods, as the members have decided them; each is empty until membership has told it. */
@ApplicationScoped
public class ExitGoodsBylaws {

    /** The names of the bylaws in membership's events. */
    static final String TIER = "goodsPurchaseTier";

    static final String OFFER_DAYS = "goodsOfferDays";
    static final String COLLECTION_DAYS = "goodsCollectionDays";
    static final String STATEMENT_MONTHS = "lastStatementMonths";

    private final Jdbi jdbi;

    ExitGoodsBylaws(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The price tier whose list price is paid at most, such as {@code RETAIL}. */
    Optional<String> tier() {
        return newest("price_tier", String.class);
    }

    /** How many days from the binding of an exit an offer is open. */
    Optional<Integer> offerDays() {
        return newest("offer_days", Integer.class);
    }

    /** How many days goods are kept for the member that takes them back, from the day on which it may collect them. */
    Optional<Integer> collectionDays() {
        return newest("collection_days", Integer.class);
    }

    /** After how many months from its binding an exit no longer waits for goods that are suspended. */
    Optional<Integer> statementMonths() {
        return newest("statement_months", Integer.class);
    }

    private <T> Optional<T> newest(String column, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + column + " from exit_goods_bylaws where "
                        + column + " is not null order by bylaws_version desc limit 1")
                .mapTo(type)
                .findOne());
    }

    /** The bylaws have these values from a version on, without those that it leaves; versions may be heard of in any order. */
    public void change(int bylawsVersion, Map<String, String> values) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into exit_goods_bylaws (bylaws_version, price_tier, offer_days, collection_days, statement_months)
                        values (:version, :tier, :offerDays, :collectionDays, :statementMonths)
                        on conflict (bylaws_version) do nothing
                        """)
                .bind("version", bylawsVersion)
                .bindByType("tier", values.get(TIER), String.class)
                .bindByType("offerDays", number(values.get(OFFER_DAYS)), Integer.class)
                .bindByType("collectionDays", number(values.get(COLLECTION_DAYS)), Integer.class)
                .bindByType("statementMonths", number(values.get(STATEMENT_MONTHS)), Integer.class)
                .execute());
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
