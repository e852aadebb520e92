package coop.parasol.pricing.settlement;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.advance.DeductAdvances.Deduction;
import coop.parasol.pricing.settlement.rules.LateDivision;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * The settlement of a product's pool, or a supplement to it, which one person drafts and another approves. Amounts are minor units of
 * all settlements of the pool together, this one included. The lists are replaced and never changed: of a large pool they are long, and
 * would be copied, compared and written again with every change of the state.
 */
@Entity
@DynamicUpdate
public class Settlement extends PanacheEntityBase {

    /** DRAFT -> SETTLED by a second person; or WITHDRAWN by whoever makes a later draft of the same product. */
    public enum State {
        DRAFT,
        SETTLED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    /** the pool of the product and period; it has another settlement when more is paid for its goods */
    public UUID poolId;

    public String product;

    /** ISO week whose goods belong to the pool */
    public String period;

    /** which settlement of the pool it is: 1 for the first, then its supplements */
    public int number;

    /** the settlement of the pool before it; absent for the first */
    public @Nullable UUID previousId;

    @Enumerated(EnumType.STRING)
    public State state;

    public String draftedBy;
    public Instant draftedAt;
    public @Nullable String approvedBy;
    public @Nullable Instant settledAt;

    /** who has replaced the draft by a later one */
    public @Nullable String withdrawnBy;

    public @Nullable Instant withdrawnAt;

    /** what the firm keeps of the receipts, in basis points */
    public int marginShare;

    public long receipts;
    public long margin;
    public long costs;
    public long carryIn;
    public BigDecimal equivalents;

    /** major units for one unit of the first grade, rounded for show */
    public BigDecimal poolPrice;

    /** what earlier settlements have paid, less what they have charged */
    public long paidBefore;

    /** what this settlement pays */
    public long paidOut;

    /** what producers owe because goods of theirs that were paid have been recalled */
    public long charged;

    public long carryOut;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public List<Payout> payouts;

    /** the advances that it deducts; producers from whom nothing is deducted, nor waits to be, are left out */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public List<Deduction> advances = List.of();

    /** what it divides of closed pools of the product */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public List<LateDivision> late = List.of();

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

    /** The last settlement of a pool; empty where there is none yet. */
    static Optional<Settlement> last(String product, Period period) {
        return Settlement.<Settlement>find(
                        "product = ?1 and period = ?2 and state = ?3 order by number desc",
                        product,
                        period.toString(),
                        State.SETTLED)
                .firstResultOptional();
    }

    /** It is the next settlement of the pool after this one; the first where there is none. */
    void follows(@Nullable Settlement previous) {
        number = previous == null ? 1 : previous.number + 1;
        previousId = previous == null ? null : previous.id;
    }

    /** What each producer is paid before advances, of this pool and of closed ones. */
    Map<UUID, Money> gross() {
        return Stream.concat(payouts.stream(), late.stream().flatMap(each -> each.division().payouts().stream()))
                .collect(Collectors.toMap(Payout::memberId, Payout::gross, Money::plus));
    }

    /** The advances that are deducted, or wait to be, by producer; who has none is left out. */
    Map<UUID, List<AdvanceLine>> advancesByMember() {
        return advances.stream().collect(Collectors.toMap(Deduction::memberId, Deduction::lines));
    }

    /** How the pool is divided by this settlement. */
    DividedPool division(FirmCurrency currency) {
        return new DividedPool(
                currency.money(receipts),
                currency.money(margin),
                currency.money(costs),
                currency.money(carryIn),
                equivalents,
                price(currency),
                payouts,
                currency.money(paidBefore),
                currency.money(paidOut),
                currency.money(charged),
                currency.money(carryOut));
    }

    void setDivision(DividedPool divided) {
        receipts = divided.receipts().minor();
        margin = divided.margin().minor();
        costs = divided.costs().minor();
        carryIn = divided.carryIn().minor();
        equivalents = divided.equivalents();
        poolPrice = divided.price().amount();
        paidBefore = divided.paidBefore().minor();
        paidOut = divided.paidOut().minor();
        charged = divided.charged().minor();
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
                number,
                state,
                draftedBy,
                draftedAt,
                approvedBy,
                settledAt,
                withdrawnBy,
                withdrawnAt,
                currency.money(receipts),
                marginShare,
                currency.money(margin),
                currency.money(costs),
                currency.money(carryIn),
                equivalents,
                poolPrice,
                currency.money(paidBefore),
                currency.money(paidOut),
                currency.money(charged),
                currency.money(carryOut));
    }

    private UnitPrice price(FirmCurrency currency) {
        return new UnitPrice(poolPrice, currency.code(), 1);
    }
}
