package coop.parasol.membership.books.close;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.booking.OnPaymentReceived;
import coop.parasol.membership.books.booking.OnPayoutStated;
import coop.parasol.membership.books.booking.OnPoolSettled;
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

    private static final Period WEEK = Period.parse("2026-W48");

    private final OnPaymentReceived onPaymentReceived;
    private final OnPoolSettled onPoolSettled;
    private final OnPayoutStated onPayoutStated;
    private final FirmCurrency firmCurrency;

    Trade(
            OnPaymentReceived onPaymentReceived,
            OnPoolSettled onPoolSettled,
            OnPayoutStated onPayoutStated,
            FirmCurrency firmCurrency) {
        this.onPaymentReceived = onPaymentReceived;
        this.onPoolSettled = onPoolSettled;
        this.onPayoutStated = onPayoutStated;
        this.firmCurrency = firmCurrency;
    }

    /** A pool in which goods of that value were sold for the member, in whole units. */
    void sold(UUID member, int value) {
        UUID pool = UUID.randomUUID();
        settled(pool, firmCurrency.money(0), firmCurrency.money(0));
        stated(pool, member, firmCurrency.money(0), firmCurrency.money(value * 100L));
    }

    /** A pool of one producer is told. */
    void settled(UUID pool, Money margin, Money payouts) {
        Money zero = firmCurrency.money(0);
        PoolSettledV2 settled = new PoolSettled(
                        pool, pool, "LAMP", WEEK, margin.plus(payouts), margin, zero, zero, payouts, zero, 1)
                .upgraded();
        QuarkusTransaction.requiringNew().run(() -> onPoolSettled.on(settled, envelope()));
    }

    /** What the producer gets from a pool. */
    void stated(UUID pool, UUID member, Money gross, Money salesValue) {
        PayoutStatedV2 stated = new PayoutStated(
                        pool, pool, member, "LAMP", WEEK, List.of(), gross, firmCurrency.money(0), gross, salesValue)
                .upgraded();
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
                WEEK,
                "UTR",
                Instant.EPOCH);
        QuarkusTransaction.requiringNew().run(() -> onPaymentReceived.on(paid, envelope()));
    }

    private static Envelope envelope() {
        return new Envelope(UUID.randomUUID(), "", "", 0, Instant.EPOCH, Cause.of("history"));
    }
}
