package coop.parasol.pricing.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Jdbi;

/** What the members have decided about pools and advances: margin, basis, least supplement, highest rate and limit of advances. */
@ApplicationScoped
public class PoolBylaws {

    /** What the firm keeps of a pool's receipts, in basis points; named as in membership's event BylawsChanged. */
    static final String MARGIN_SHARE = "marginShare";

    /** Whether units belong to the pool of the week in which partners accept them, or in which they are certified. */
    static final String POOL_BASIS = "poolBasis";

    /** The least that a supplement pays to all producers together. */
    static final String LEAST_SUPPLEMENT = "leastSupplement";

    /** The highest rate of advances, in basis points of the lowest tier's price. */
    static final String MAXIMUM_ADVANCE_RATE = "maximumAdvanceRate";

    /** The most that all advances together may come to. */
    static final String ADVANCE_LIMIT = "advanceLimit";

    /** The tier whose list price the firm pays at most for a leaving member's goods: there is such a tier, whoever else has it. */
    static final String GOODS_PURCHASE_TIER = "goodsPurchaseTier";

    private static final List<String> NAMES = List.of(
            MARGIN_SHARE, POOL_BASIS, LEAST_SUPPLEMENT, MAXIMUM_ADVANCE_RATE, ADVANCE_LIMIT, GOODS_PURCHASE_TIER);

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final FirmCurrency currency;

    PoolBylaws(Jdbi jdbi, ObjectMapper json, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.json = json;
        this.currency = currency;
    }

    /** Basis points of the receipts, 800 for 8 %; empty until the bylaws of the founding have arrived from membership. */
    public OptionalInt marginShare() {
        return inForce(MARGIN_SHARE)
                .map(share -> OptionalInt.of(Integer.parseInt(share)))
                .orElseGet(OptionalInt::empty);
    }

    /** A supplement of less than this waits for more; nothing where the bylaws do not say. */
    public Money leastSupplement() {
        return amount(LEAST_SUPPLEMENT);
    }

    /** Basis points that no rate of advances exceeds; 0 where the bylaws do not say, and then there are none. */
    public int maximumAdvanceRate() {
        return inForce(MAXIMUM_ADVANCE_RATE).map(Integer::parseInt).orElse(0);
    }

    /** What is outstanding of all advances together never exceeds it; nothing where the bylaws do not say. */
    public Money advanceLimit() {
        return amount(ADVANCE_LIMIT);
    }

    /** A tier that the bylaws name, such as {@code RETAIL}; empty until they have arrived from membership. */
    public Optional<String> goodsPurchaseTier() {
        return inForce(GOODS_PURCHASE_TIER);
    }

    /** Keeps what a version of the bylaws says of pools; of two values that of the later version counts, whichever arrives first. */
    public void change(BylawsChanged event) {
        for (Map.Entry<String, String> bylaw : event.changes().entrySet()) {
            if (NAMES.contains(bylaw.getKey())) {
                store(bylaw.getKey(), bylaw.getValue(), event);
            }
        }
    }

    private void store(String name, String value, BylawsChanged event) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into pool_bylaw (name, bylaws_version, effective_from, value)
                        values (:name, :version, :from, :value) on conflict (name, bylaws_version) do nothing
                        """)
                .bind("name", name)
                .bind("version", event.version())
                .bind("from", event.effectiveFrom())
                .bind("value", value)
                .execute());
    }

    private Optional<String> inForce(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select value from pool_bylaw where name = :name order by bylaws_version desc limit 1")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /** Nothing where the bylaws do not say. */
    private Money amount(String name) {
        return inForce(name).map(value -> money(name, value)).orElseGet(() -> currency.money(0));
    }

    private Money money(String name, String value) {
        try {
            return json.readValue(value, Money.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable bylaw " + name + ": " + value, e);
        }
    }
}
