package coop.parasol.membership.exit;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Redelivery;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What other services tell of members' goods and pools, for tests; amounts in minor units, goods in pieces. */
@ApplicationScoped
@Unremovable
class PoolScenario {

    private static final Period WEEK = Period.parse("2026-W48");

    private final FirmCurrency currency;
    private final Redelivery kafka;
    private final Random random = new Random(2026);

    PoolScenario(FirmCurrency currency, Redelivery kafka) {
        this.currency = currency;
        this.kafka = kafka;
    }

    /** Tells it in any order and some of it twice, as Kafka may. */
    void tell(Event... events) {
        kafka.tell(random, events);
    }

    /** A partner has paid for a piece of the member's that nobody has heard of before. */
    void received(UUID member, long amount) {
        tell(paid(UUID.randomUUID(), member, 1, amount));
    }

    /** A producer's statement of a pool of its own. */
    void stated(UUID member, long amount) {
        tell(statement(member, amount));
    }

    PayoutStatedV2 statement(UUID member, long amount) {
        Money money = currency.money(amount);
        UUID pool = UUID.randomUUID();
        return new PayoutStated(pool, pool, member, "LAMP", WEEK, List.of(), money, currency.money(0), money, money)
                .upgraded();
    }

    static BatchCertified certified(UUID batch, UUID member, long pieces) {
        return new BatchCertified(
                batch,
                "PC-" + batch,
                member,
                "LAMP",
                "L-" + batch,
                "B-1",
                "A",
                Quantity.of(pieces, "C62"),
                null,
                1,
                Instant.EPOCH);
    }

    ShipmentDispatched dispatched(UUID batch, UUID member, long pieces) {
        return new ShipmentDispatched(
                UUID.randomUUID(),
                "123456789012345675",
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(new ShippedGoods(
                        1,
                        "LAMP",
                        "A",
                        batch,
                        member,
                        "L-" + batch,
                        Quantity.of(pieces, "C62"),
                        UnitPrice.of(currency.money(100)))),
                Instant.EPOCH);
    }

    PaymentReceived paid(UUID batch, UUID member, long pieces, long amount) {
        Money money = currency.money(amount);
        return new PaymentReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                money,
                List.of(new PaidGoods("LAMP", "A", batch, member, Quantity.of(pieces, "C62"), money)),
                WEEK,
                "UTR",
                Instant.EPOCH);
    }

    static CertificateExpired expired(UUID batch, UUID member) {
        return new CertificateExpired(batch, "PC-" + batch, member, "LAMP", "L-" + batch, Instant.EPOCH);
    }
}
