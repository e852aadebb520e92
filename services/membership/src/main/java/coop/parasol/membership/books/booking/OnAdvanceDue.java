package coop.parasol.membership.books.booking;

import coop.parasol.contracts.AdvanceEvent.AdvanceDue;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.AdvancePostings;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.SettlePayables;
import coop.parasol.membership.treasury.payment.SettlePayables.Unpaid;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pricing has dropped an advance, since the goods will not be settled any more. What of it no bank was asked to pay is paid no more; the
 * rest is a debt of the member, set off at once against what it is still to be paid, and then against what comes.
 */
@ApplicationScoped
public class OnAdvanceDue implements SetHandler<AdvanceDue> {

    private final ShareCount shareCount;
    private final Journal journal;
    private final SetOffClaims setOffClaims;
    private final SettlePayables settlePayables;

    OnAdvanceDue(ShareCount shareCount, Journal journal, SetOffClaims setOffClaims, SettlePayables settlePayables) {
        this.shareCount = shareCount;
        this.journal = journal;
        this.setOffClaims = setOffClaims;
        this.settlePayables = settlePayables;
    }

    @Override
    public void onAll(List<Received<AdvanceDue>> events) {
        shareCount.lock();
        Cause cause = Cause.by(events.getFirst().envelope());
        Map<UUID, Unpaid> unpaid = new HashMap<>();
        settlePayables
                .unpaid(
                        PayableKind.ADVANCE,
                        events.stream()
                                .map(received -> received.event().advanceId())
                                .toList(),
                        cause)
                .forEach(payable -> unpaid.put(payable.sourceId(), payable));
        Map<Unpaid, Long> cancelled = new LinkedHashMap<>();
        Map<UUID, Cause> causes = new LinkedHashMap<>();
        List<Journal.Posting> postings = new ArrayList<>();
        for (Received<AdvanceDue> received : events) {
            AdvanceDue event = received.event();
            long notPaid = cancel(event, unpaid.get(event.advanceId()), cancelled);
            postings.add(new Journal.Posting(AdvancePostings.due(event, notPaid), Cause.by(received.envelope())));
            causes.put(event.memberId(), Cause.by(received.envelope()));
        }
        journal.postAll(postings);
        if (!cancelled.isEmpty()) {
            settlePayables.cancelParts(cancelled, "since the goods will not be settled", cause);
        }
        causes.forEach(setOffClaims::setOffUnpaid);
    }

    /** @return what of the amount is not paid out, and will not be; added to the parts that are cancelled of its payable */
    private static long cancel(AdvanceDue event, @Nullable Unpaid payable, Map<Unpaid, Long> cancelled) {
        if (payable == null) {
            return 0;
        }
        long part = Math.min(event.amount().minor(), payable.amount() - cancelled.getOrDefault(payable, 0L));
        if (part > 0) {
            cancelled.merge(payable, part, Long::sum);
        }
        return part;
    }
}
