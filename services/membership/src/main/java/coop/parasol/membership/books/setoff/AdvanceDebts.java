package coop.parasol.membership.books.setoff;

import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What of members' debts is for advances on goods that will not be settled: the part that is due at once, minor units. */
@ApplicationScoped
public class AdvanceDebts {

    private final Jdbi jdbi;

    AdvanceDebts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Debt(UUID memberId, long amount) {}

    /** Members owe so much more. */
    public void add(Map<UUID, Long> amounts) {
        List<Map.Entry<UUID, Long>> rows = List.copyOf(amounts.entrySet());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into advance_debt as known (member_id, amount)
                        select member_id, amount from unnest(:members, :amounts) as more (member_id, amount)
                         where amount > 0 order by member_id
                            on conflict (member_id) do update set amount = known.amount + excluded.amount
                        """)
                .bindArray("members", UUID.class, Columns.of(rows, Map.Entry::getKey))
                .bindArray("amounts", Long.class, Columns.of(rows, Map.Entry::getValue))
                .execute());
    }

    /** So much of a member's debt is settled. */
    void settle(UUID memberId, long amount) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update advance_debt set amount = greatest(0, amount - :amount) where member_id = :member")
                .bind("amount", amount)
                .bind("member", memberId)
                .execute());
    }

    /** What members owe; those that owe nothing are left out. */
    Map<UUID, Long> of(Collection<UUID> members) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select member_id, amount from advance_debt where member_id = any(:members) and amount > 0")
                .bindArray("members", UUID.class, members)
                .mapTo(Debt.class)
                .collect(Collectors.toMap(Debt::memberId, Debt::amount)));
    }
}
