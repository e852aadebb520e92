package coop.parasol.membership.treasury.payment;

import coop.parasol.firm.FirmClock;
import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is due to be paid, what two treasurers are to decide about, and the runs that a second one is to approve. */
@ApplicationScoped
class PaymentsToDecide implements WaitingWork {

    private static final String ROLE = "treasurer";

    private static final String PAYABLE_DUE = """
            select id, created_at as since from payable where state = 'OPEN' and due_on <= :today
            """;

    private static final String PAYABLE_TO_DECIDE = """
            select p.id, p.created_at as since from payable p
             where (p.state = 'HELD' and p.held_because <> 'no-bank-account'
             or p.state = 'CANCELLED' and p.reported_paid is not null and p.set_off = p.amount)
             and not exists (select from hold_decision d
             where d.payable_id = p.id and d.state = 'PROPOSED' and d.proposed_by = :person)
            """;

    private static final String PAYMENT_RUN_TO_APPROVE = """
            select id, drafted_at as since from payment_run where state = 'DRAFT' and drafted_by <> :person
            """;

    private final WaitingRows rows;
    private final FirmClock clock;

    PaymentsToDecide(WaitingRows rows, FirmClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                rows.waiting("PAYABLE_DUE", ROLE, PAYABLE_DUE, Map.of("today", clock.today())),
                rows.waiting("PAYABLE_TO_DECIDE", ROLE, PAYABLE_TO_DECIDE, Map.of("person", person)),
                rows.waiting("PAYMENT_RUN_TO_APPROVE", ROLE, PAYMENT_RUN_TO_APPROVE, Map.of("person", person)));
    }
}
