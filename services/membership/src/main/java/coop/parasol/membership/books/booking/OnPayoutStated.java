package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.membership.books.setoff.OweMembers;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.pool.MemberReceipts;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payout.PoolPayouts;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A producer's part of a settled pool: it is owed to the member, and counts as its patronage. May arrive before the pool. What a recall
 * has cost and is charged to its producer is a debt of it, set off at once against what it is still to be paid, and then against what
 * comes.
 */
@ApplicationScoped
public class OnPayoutStated implements SetHandler<PayoutStatedV2> {

    private final Journal journal;
    private final SettledPools settledPools;
    private final OweMembers oweMembers;
    private final SetOffClaims setOffClaims;
    private final MemberReceipts receipts;
    private final PoolPayouts poolPayouts;

    OnPayoutStated(
            Journal journal,
            SettledPools settledPools,
            OweMembers oweMembers,
            SetOffClaims setOffClaims,
            MemberReceipts receipts,
            PoolPayouts poolPayouts) {
        this.journal = journal;
        this.settledPools = settledPools;
        this.oweMembers = oweMembers;
        this.setOffClaims = setOffClaims;
        this.receipts = receipts;
        this.poolPayouts = poolPayouts;
    }

    @Override
    public void onAll(List<Received<PayoutStatedV2>> events) {
        List<PayoutStatedV2> stated = events.stream().map(Received::event).toList();
        List<Cause> causes =
                events.stream().map(received -> Cause.by(received.envelope())).toList();
        post(stated, causes);
        receipts.stated(stated);
        List<OweMembers.Amount> amounts = IntStream.range(0, stated.size())
                .mapToObj(each -> amount(stated.get(each), causes.get(each)))
                .toList();
        List<Long> setOff = oweMembers.owe(PayableKind.POOL_PAYOUT, amounts);
        poolPayouts.store(IntStream.range(0, stated.size())
                .mapToObj(each ->
                        new PoolPayouts.Booked(amounts.get(each).sourceId(), stated.get(each), setOff.get(each)))
                .toList());
        charged(stated, causes).forEach(setOffClaims::setOffUnpaid);
    }

    /** Whom a recall was charged to, with the reason for it. */
    private static Map<UUID, Cause> charged(List<PayoutStatedV2> stated, List<Cause> causes) {
        Map<UUID, Cause> charged = new LinkedHashMap<>();
        for (int i = 0; i < stated.size(); i++) {
            if (stated.get(i).charged().isPositive()) {
                charged.put(stated.get(i).memberId(), causes.get(i));
            }
        }
        return charged;
    }

    /** A payout of an id of its own. */
    private static OweMembers.Amount amount(PayoutStatedV2 event, Cause cause) {
        return new OweMembers.Amount(
                event.settlementId() + ":" + event.memberId(),
                Ids.next(),
                event.memberId(),
                event.payable(),
                "Pool " + event.product() + " " + event.period(),
                cause);
    }

    private void post(List<PayoutStatedV2> stated, List<Cause> causes) {
        Map<UUID, LocalDate> days = settledPools.recordStatements(stated.stream()
                .map(event -> new SettledPools.Statement(
                        event.settlementId(),
                        event.memberId(),
                        event.salesValue().minor()))
                .toList());
        journal.postAll(IntStream.range(0, stated.size())
                .mapToObj(each -> new Journal.Posting(
                        PostingRules.payoutStated(
                                stated.get(each),
                                Objects.requireNonNull(days.get(stated.get(each).settlementId()))),
                        causes.get(each)))
                .toList());
    }
}
