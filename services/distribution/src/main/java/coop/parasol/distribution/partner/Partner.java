package coop.parasol.distribution.partner;

import coop.parasol.web.SortPlace;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A firm that may order, and on what terms. Amounts are minor units of the firm's currency. */
@Entity
public class Partner extends PanacheEntityBase {

    @Id
    public UUID partnerId;

    public String name;

    /** ISO 3166-1 alpha-2. */
    public String country;

    /** Whose prices it pays, such as {@code RETAIL}. */
    public String tier;

    /** Whose prices it gets before those of its tier; null where it is in no group. */
    public @Nullable String partnerGroup;

    /** How much open orders and unpaid invoices may come to together. */
    public long creditLimit;

    /** What they come to now. Only {@link PartnerCredit} changes it, by differences, since many orders do so at once. */
    @Column(insertable = false, updatable = false)
    public long exposure;

    /** Of what the desk has set, for ETag and If-Match; the exposure does not change it. */
    @Version
    public long version;

    /** Locked until the transaction ends, so that the desk's changes are made one after another. */
    static Optional<Partner> lock(UUID partnerId) {
        return Partner.<Partner>find("partnerId", partnerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** In the order of their ids. */
    static List<Partner> page(SortPlace place, int maxRows) {
        return Partner.<Partner>find(place.condition("?1", "?2") + " order by " + place.order(), place.numbered())
                .range(0, maxRows - 1)
                .list();
    }
}
