package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ExitPaid;
import coop.parasol.contracts.MembershipEvent.MemberLeft;
import coop.parasol.membership.Firm;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.ledger.rules.Bookings;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** The leaving member has its money; its membership is over and its account closed. */
@ApplicationScoped
class PayExit {

    private final Firm firm;
    private final Journal journal;
    private final Logins logins;
    private final Outbox outbox;

    PayExit(Firm firm, Journal journal, Logins logins, Outbox outbox) {
        this.firm = firm;
        this.journal = journal;
        this.logins = logins;
        this.outbox = outbox;
    }

    /** The firm, the exit (VALUED) and the member are locked, in this order. */
    void pay(ExitCase exit, Member member, String bankReference, Cause cause) {
        long payable = Objects.requireNonNull(exit.payable);
        exit.state = ExitState.PAID;
        exit.paidAt = firm.now();
        exit.bankReference = bankReference;
        member.become(MemberState.LEFT);
        member.leftAt = firm.now();
        ExitCase.flush();
        journal.post(Bookings.exitPaid(exit.id, member.id, payable, bankReference), cause);
        logins.disable(member.id, member.email, member.name);
        outbox.append(
                List.of(
                        new ExitPaid(member.id, exit.id, firm.money(payable), bankReference),
                        new MemberLeft(member.id, exit.id, firm.today(), firm.members())),
                cause);
    }
}
