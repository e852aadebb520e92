package coop.parasol.membership.close;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.Quantity;
import coop.parasol.membership.Firm;
import coop.parasol.membership.booking.OnPaymentReceived;
import coop.parasol.membership.booking.OnPayoutStated;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is sold for members and by the firm, in exact amounts, for tests. */
@ApplicationScoped
@Unremovable
class Trade {

    private final OnPaymentReceived onPaymentReceived;
    private final OnPayoutStated onPayoutStated;
    private final Firm firm;

    Trade(OnPaymentReceived onPaymentReceived, OnPayoutStated onPayoutStated, Firm firm) {
        this.onPaymentReceived = onPaymentReceived;
        this.onPayoutStated = onPayoutStated;
        this.firm = firm;
    }

    /** A pool in which goods of that value were sold for the member, in whole units. */
    void sold(UUID member, int value) {
        Money zero = Money.zero("INR");
        PayoutStated stated = new PayoutStated(
                UUID.randomUUID(),
                member,
                "LAMP",
                Period.parse("2026-W48"),
                List.of(),
                zero,
                zero,
                zero,
                firm.money(value * 100L));
        QuarkusTransaction.requiringNew().run(() -> onPayoutStated.on(stated, envelope()));
    }

    /** A partner pays for goods of the firm's own. */
    void earn(String amount) {
        Money money = Money.of(amount, "INR");
        PaymentReceived paid = new PaymentReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                money,
                List.of(new PaidGoods("LAMP", "A", UUID.randomUUID(), null, Quantity.of(1, "C62"), money)),
                Period.parse("2026-W48"),
                "UTR",
                Instant.EPOCH);
        QuarkusTransaction.requiringNew().run(() -> onPaymentReceived.on(paid, envelope()));
    }

    private static Envelope envelope() {
        return new Envelope(UUID.randomUUID(), "", "", 0, Instant.EPOCH, Cause.of("history"));
    }
}
