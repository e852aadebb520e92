package coop.parasol.membership.payout;

import coop.parasol.border.Caller;
import coop.parasol.border.Idempotent;
import coop.parasol.border.Problem;
import coop.parasol.contracts.MembershipEvent.PayoutPaid;
import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.ledger.rules.Account;
import coop.parasol.membership.ledger.rules.Bookings;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payouts at the border: never more than is owed. A firm that has left is still paid what its goods have earned. */
@Path("/members/{memberId}/payouts")
@Tag(name = "Payouts")
public class PayoutResource {

    private final Journal journal;
    private final Firm firm;
    private final Outbox outbox;
    private final Caller caller;

    PayoutResource(Journal journal, Firm firm, Outbox outbox, Caller caller) {
        this.journal = journal;
        this.firm = firm;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** @param amount absent for all that is payable */
    public record Payment(
            @NotBlank @Size(max = 100) String bankReference,
            @Nullable Money amount) {}

    /** Money that has gone. */
    public record View(
            UUID payoutId, UUID memberId, Money amount, String bankReference, Instant paidAt, String paidBy) {

        static View of(Payout payout, Firm firm) {
            return new View(
                    payout.id,
                    payout.memberId,
                    firm.money(payout.amount),
                    payout.bankReference,
                    payout.paidAt,
                    payout.paidBy);
        }
    }

    @POST
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(summary = "Enter that a producer was paid its part of settled pools")
    public Response pay(@PathParam("memberId") UUID memberId, @Valid @NotNull Payment payment) {
        firm.lock();
        if (Member.findById(memberId) == null) {
            throw Problem.notFound("member", memberId);
        }
        long payable = -journal.balance(Account.POOL_MONEY, memberId);
        long amount = payment.amount() == null ? payable : payment.amount().minor();
        requirePossible(payment, payable, amount);
        Payout payout = new Payout();
        payout.id = Ids.next();
        payout.memberId = memberId;
        payout.amount = amount;
        payout.bankReference = payment.bankReference();
        payout.paidAt = firm.now();
        payout.paidBy = caller.actor();
        payout.persistAndFlush();
        Cause cause = Cause.of(caller.actor());
        journal.post(Bookings.payout(payout.id, memberId, amount, payment.bankReference()), cause);
        outbox.append(new PayoutPaid(memberId, payout.id, firm.money(amount), payment.bankReference()), cause);
        return Response.created(URI.create("/payouts?after=" + payout.id))
                .entity(View.of(payout, firm))
                .build();
    }

    private void requirePossible(Payment payment, long payable, long amount) {
        if (payment.amount() != null && !payment.amount().currency().equals(firm.currency())) {
            throw Problem.invalid(
                    "amount.currency", "wrong-currency", "The firm's currency is " + firm.currency() + ".");
        }
        if (payment.amount() != null && amount <= 0) {
            throw Problem.invalid("amount.amount", "not-positive", "Pay more than nothing.");
        }
        if (payable <= 0 || amount > payable) {
            throw Problem.refused("more-than-payable", "The member is owed " + firm.money(Math.max(0, payable)) + ".");
        }
    }
}
