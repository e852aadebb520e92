package coop.parasol.membership.pool;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The receipts of members' goods, and what of them pricing has divided, by member and product. What is not divided yet is in a pool
 * whose statement is still to come. Both are sums over events, which may arrive in any order; they are equal when all is stated.
 */
@ApplicationScoped
public class MemberReceipts implements ReadModel {

    private final Jdbi jdbi;
    private final FirmCurrency currency;

    MemberReceipts(Jdbi jdbi, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.currency = currency;
    }

    /**
     * Receipts of a product that are in no statement yet.
     *
     * @param receipts what partners have paid for the member's goods; costs, margin and grades are not taken into account
     */
    public record PoolToCome(String product, Money receipts) {}

    @Override
    public String name() {
        return "receipts of members' goods";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("pool_receipt"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(PaymentReceived.class, this::received),
                new Projection<>(PayoutStatedV2.class, this::stated));
    }

    /** Partners have paid for goods; those of the firm itself are in no pool. */
    public void received(List<PaymentReceived> payments) {
        List<PaidGoods> ofMembers = payments.stream()
                .flatMap(payment -> payment.goods().stream())
                .filter(paid -> paid.memberId() != null)
                .toList();
        add(
                ofMembers.stream()
                        .map(paid -> Objects.requireNonNull(paid.memberId()))
                        .toList(),
                ofMembers.stream().map(PaidGoods::product).toList(),
                ofMembers.stream().map(paid -> paid.amount().minor()).toList(),
                ofMembers.stream().map(paid -> 0L).toList());
    }

    /** Pricing has divided receipts of members' goods. */
    public void stated(List<PayoutStatedV2> statements) {
        add(
                Columns.of(statements, PayoutStatedV2::memberId),
                Columns.of(statements, PayoutStatedV2::product),
                Columns.of(statements, statement -> 0L),
                Columns.of(statements, statement -> statement.salesValue().minor()));
    }

    private void add(List<UUID> members, List<String> products, List<Long> received, List<Long> stated) {
        if (members.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_receipt as p (member_id, product, received, stated)
            select member_id, product, sum(received), sum(stated)
              from unnest(:members, :products, :received, :stated) as fresh (member_id, product, received, stated)
             group by member_id, product order by member_id, product
                on conflict (member_id, product) do update
               set received = p.received + excluded.received, stated = p.stated + excluded.stated
            """)
                .bindArray("members", UUID.class, members)
                .bindArray("products", String.class, products)
                .bindArray("received", Long.class, received)
                .bindArray("stated", Long.class, stated)
                .execute());
    }

    /** Those of the members that have receipts in a pool whose statement is still to come. */
    public Set<UUID> openAmong(Collection<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct member_id from pool_receipt where member_id = any(:members) and received <>"
                                + " stated")
                .bindArray("members", UUID.class, memberIds)
                .mapTo(UUID.class)
                .set());
    }

    /** The pools of a member whose statements are still to come, by product. */
    public List<PoolToCome> toCome(UUID memberId) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                    select product, received - stated as open from pool_receipt
                     where member_id = :member and received > stated order by product
                    """)
                        .bind("member", memberId)
                        .mapTo(Open.class)
                        .list())
                .stream()
                .map(pool -> new PoolToCome(pool.product(), currency.money(pool.open())))
                .toList();
    }

    private record Open(String product, long open) {}
}
