package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The settlement of a product's pool, which one person drafts and another approves. Amounts are minor units. */
@Entity
public class Settlement extends PanacheEntityBase {

    /** DRAFT -> SETTLED by a second person; a later draft of the same product replaces an earlier one. */
    public enum State {
        DRAFT,
        SETTLED
    }

    @Id
    public UUID id;

    /** the pool of the product and period; it has another settlement when more is paid for its goods */
    public UUID poolId;

    public String product;

    /** ISO week: the receipts of this week and of all before */
    public String period;

    @Enumerated(EnumType.STRING)
    public State state;

    public String draftedBy;
    public Instant draftedAt;
    public @Nullable String approvedBy;
    public @Nullable Instant settledAt;

    /** sequence number of the newest receipt in it */
    public long newestReceipt;

    public long receipts;
    public long margin;
    public long costs;
    public long carryIn;
    public BigDecimal equivalents;
    public long poolPrice;
    public long paidOut;
    public long carryOut;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Payout> payouts;

    /** The settlement, locked to the end of the transaction. */
    static Optional<Settlement> lock(UUID id) {
        return Settlement.<Settlement>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The product whose pool it settles, without loading the settlement. */
    static Optional<String> productOf(UUID id) {
        return Settlement.find("select settlement.product from Settlement settlement where settlement.id = ?1", id)
                .project(String.class)
                .singleResultOptional();
    }

    /** How the pool is divided by this settlement. */
    DividedPool division(FirmCurrency currency) {
        return new DividedPool(
                currency.money(receipts),
                currency.money(margin),
                currency.money(costs),
                currency.money(carryIn),
                equivalents,
                currency.money(poolPrice),
                payouts,
                currency.money(paidOut),
                currency.money(carryOut));
    }

    void setDivision(DividedPool divided) {
        receipts = divided.receipts().minor();
        margin = divided.margin().minor();
        costs = divided.costs().minor();
        carryIn = divided.carryIn().minor();
        equivalents = divided.equivalents();
        poolPrice = divided.price().minor();
        paidOut = divided.paidOut().minor();
        carryOut = divided.carryOut().minor();
        payouts = divided.payouts();
    }

    /** The settlement without its payouts. */
    SettlementSummary summary(FirmCurrency currency) {
        return new SettlementSummary(
                id,
                poolId,
                product,
                Period.parse(period),
                state,
                draftedBy,
                draftedAt,
                approvedBy,
                settledAt,
                currency.money(receipts),
                currency.money(margin),
                currency.money(costs),
                currency.money(carryIn),
                equivalents,
                currency.money(poolPrice),
                currency.money(carryOut));
    }
}
