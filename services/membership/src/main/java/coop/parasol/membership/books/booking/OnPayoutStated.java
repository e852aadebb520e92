package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.books.setoff.rules.SetOff;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.pool.MemberReceipts;
import coop.parasol.membership.treasury.payout.PoolPayouts;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** A producer's part of a settled pool: it is owed to the member, and counts as its patronage. May arrive before the pool. */
@ApplicationScoped
public class OnPayoutStated implements SetHandler<PayoutStatedV2> {

    private final Journal journal;
    private final SettledPools settledPools;
    private final SetOffClaims setOffClaims;
    private final MemberReceipts receipts;
    private final PoolPayouts poolPayouts;
    private final BylawsInForce bylaws;

    OnPayoutStated(
            Journal journal,
            SettledPools settledPools,
            SetOffClaims setOffClaims,
            MemberReceipts receipts,
            PoolPayouts poolPayouts,
            BylawsInForce bylaws) {
        this.journal = journal;
        this.settledPools = settledPools;
        this.setOffClaims = setOffClaims;
        this.receipts = receipts;
        this.poolPayouts = poolPayouts;
        this.bylaws = bylaws;
    }

    @Override
    public void onAll(List<Received<PayoutStatedV2>> events) {
        List<PayoutStatedV2> stated = events.stream().map(Received::event).toList();
        List<Cause> causes =
                events.stream().map(received -> Cause.by(received.envelope())).toList();
        post(stated, causes);
        receipts.stated(stated);
        List<Long> setOff = setOffClaims.setOff(
                Account.POOL_PAYABLE,
                stated.stream()
                        .map(event -> new SetOff.Raised(
                                event.settlementId() + ":" + event.memberId(),
                                event.memberId(),
                                event.payable().minor()))
                        .toList(),
                causes);
        poolPayouts.createPayouts(
                IntStream.range(0, stated.size())
                        .mapToObj(each -> new PoolPayouts.Booked(
                                stated.get(each),
                                setOff.get(each),
                                causes.get(each).actor()))
                        .toList(),
                bylaws.now().version());
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
