package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.pricing.Firm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;

/** A second person agrees: from then on the prices are what partners pay, and never change. */
@ApplicationScoped
class PublishPrices {

    private final Session database;
    private final Firm firm;
    private final Outbox outbox;

    PublishPrices(Session database, Firm firm, Outbox outbox) {
        this.database = database;
        this.firm = firm;
        this.outbox = outbox;
    }

    /** @param list locked, a draft of somebody else */
    void publish(PriceList list, Cause cause) {
        Instant now = firm.now();
        numberAnew(list);
        List<Price> prices = Price.of(list.id);
        for (Price price : prices) {
            price.validFrom = price.validFrom == null || price.validFrom.isBefore(now) ? now : price.validFrom;
            price.published = true;
        }
        PriceList.flush();
        list.state = PriceList.State.PUBLISHED;
        list.approvedBy = cause.actor();
        list.publishedAt = now;
        PriceList.flush();
        Differential.of(list.id).forEach(this::takeEffect);
        outbox.append(prices.stream().map(this::event).toList(), cause);
    }

    /** Of two prices that apply from the same moment the later id wins, so ids are those of the publication, not of the draft. */
    private void numberAnew(PriceList list) {
        PriceList.flush();
        List<UUID> drafted = database.createNativeQuery(
                        "select id from price where price_list_id = ?1 order by line", UUID.class)
                .setParameter(1, list.id)
                .getResultList();
        for (UUID id : drafted) {
            database.createNativeMutationQuery("update price set id = ?1 where id = ?2")
                    .setParameter(1, Ids.next())
                    .setParameter(2, id)
                    .executeUpdate();
        }
    }

    private void takeEffect(Differential differential) {
        database.createNativeMutationQuery("insert into grade_factor (product, grade, factor) values (?1, ?2, ?3)"
                        + " on conflict (product, grade) do update set factor = excluded.factor")
                .setParameter(1, differential.product)
                .setParameter(2, differential.grade)
                .setParameter(3, differential.factor)
                .executeUpdate();
    }

    private PricePublished event(Price price) {
        return new PricePublished(
                price.id,
                price.product,
                price.grade,
                price.tier,
                price.minimum(),
                firm.money(price.unitPrice),
                Objects.requireNonNull(price.validFrom));
    }
}
