package coop.parasol.membership.treasury.payment;

import coop.parasol.firm.FirmCurrency;
import coop.parasol.web.Caller;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the firm owes a member and has not paid yet, with its sum and the first day on which some of it is due. */
@ApplicationScoped
class PayablesComing implements WaitingWork {

    private static final String ROLE = "producer";

    private static final String PAYABLE_COMING = """
            select count(*) as count, (array_agg(id order by created_at, id))[1] as oldest, min(created_at) as since,
                   coalesce(sum(amount - set_off), 0) as amount, min(due_on) as due
              from payable
             where member_id = :member and state not in ('PAID', 'CANCELLED', 'RETURNED')
            """;

    private final Jdbi jdbi;
    private final Caller caller;
    private final FirmCurrency currency;

    PayablesComing(Jdbi jdbi, Caller caller, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.currency = currency;
    }

    /** @param amount in minor units */
    record Sum(
            long count,
            @Nullable UUID oldest,
            @Nullable Instant since,
            long amount,
            @Nullable LocalDate due) {}

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        Sum sum = jdbi.withHandle(handle -> handle.createQuery(PAYABLE_COMING)
                .bind("member", caller.member())
                .mapTo(Sum.class)
                .one());
        return List.of(new Waiting(
                "PAYABLE_COMING",
                ROLE,
                sum.count(),
                sum.oldest(),
                sum.since(),
                currency.money(sum.amount()),
                sum.due()));
    }
}
