package coop.parasol.pricing.document.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PricingEvent.PayoutLineV2;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Statements of payouts, for tests. */
public final class Payouts {

    private Payouts() {}

    /** A first payout of one grade. */
    public static PayoutStatedV2 first(String amount, String currency) {
        return of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), Money.of(amount, currency), "0", "0", "0");
    }

    /** @param earned over the whole pool, of which {@code earned - paidBefore} is paid if that is positive */
    public static PayoutStatedV2 of(
            UUID settlement, UUID pool, UUID member, Money earned, String paidBefore, String charged, String borne) {
        String currency = earned.currency();
        Money before = Money.of(paidBefore, currency);
        Money lines = earned.plus(Money.of(borne, currency));
        Money due = earned.minus(before);
        Money gross = due.isNegative() ? Money.zero(currency) : due;
        return new PayoutStatedV2(
                settlement,
                pool,
                member,
                "LAMP-" + pool,
                Period.parse("2026-W48"),
                List.of(new PayoutLineV2("A", Quantity.of(400, "C62"), BigDecimal.ONE, BigDecimal.valueOf(400), lines)),
                earned,
                before,
                gross,
                Money.of(charged, currency),
                Money.zero(currency),
                gross,
                earned,
                null,
                null,
                null,
                null);
    }

    /** The same with what the settlement pays of a closed pool, and charges for it. */
    public static PayoutStatedV2 withLate(PayoutStatedV2 stated, String gross, String charged) {
        String currency = stated.earned().currency();
        LatePart late = new LatePart(
                new UUID(0, 9),
                Period.parse("2026-W40"),
                List.of(),
                Money.of(gross, currency),
                Money.zero(currency),
                Money.of(gross, currency),
                Money.of(charged, currency),
                List.of());
        Money all = stated.gross().plus(late.gross());
        return new PayoutStatedV2(
                stated.settlementId(),
                stated.poolId(),
                stated.memberId(),
                stated.product(),
                stated.period(),
                stated.lines(),
                stated.earned(),
                stated.paidBefore(),
                all,
                stated.charged().plus(late.charged()),
                Money.zero(currency),
                all,
                stated.salesValue(),
                null,
                null,
                null,
                List.of(late));
    }
}
