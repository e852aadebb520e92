package coop.parasol.membership.books.booking;

import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.AdvancePostings;
import coop.parasol.membership.books.setoff.OweMembers;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Pricing has granted an advance on certified goods: it is owed to the member at once, and paid like everything that the firm owes. */
@ApplicationScoped
public class OnAdvanceGranted implements SetHandler<AdvanceGranted> {

    private final Journal journal;
    private final OweMembers oweMembers;

    OnAdvanceGranted(Journal journal, OweMembers oweMembers) {
        this.journal = journal;
        this.oweMembers = oweMembers;
    }

    @Override
    public void onAll(List<Received<AdvanceGranted>> events) {
        journal.postAll(events.stream()
                .map(received ->
                        new Journal.Posting(AdvancePostings.granted(received.event()), Cause.by(received.envelope())))
                .toList());
        oweMembers.owe(
                PayableKind.ADVANCE,
                events.stream().map(OnAdvanceGranted::amount).toList());
    }

    private static OweMembers.Amount amount(Received<AdvanceGranted> received) {
        AdvanceGranted event = received.event();
        return new OweMembers.Amount(
                event.advanceId().toString(),
                event.advanceId(),
                event.memberId(),
                event.amount(),
                "Advance " + event.product() + " " + event.grade(),
                Cause.by(received.envelope()));
    }
}
