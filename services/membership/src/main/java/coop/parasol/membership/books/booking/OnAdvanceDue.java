package coop.parasol.membership.books.booking;

import coop.parasol.contracts.AdvanceEvent.AdvanceDue;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.AdvancePostings;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pricing has dropped an advance, since the goods will not be settled any more: it is a debt of the member, of a former one set off at once. */
@ApplicationScoped
public class OnAdvanceDue implements SetHandler<AdvanceDue> {

    private final Journal journal;
    private final SetOffClaims setOffClaims;

    OnAdvanceDue(Journal journal, SetOffClaims setOffClaims) {
        this.journal = journal;
        this.setOffClaims = setOffClaims;
    }

    @Override
    public void onAll(List<Received<AdvanceDue>> events) {
        Map<UUID, Cause> causes = new LinkedHashMap<>();
        events.forEach(received -> causes.put(received.event().memberId(), Cause.by(received.envelope())));
        journal.postAll(events.stream()
                .map(received ->
                        new Journal.Posting(AdvancePostings.due(received.event()), Cause.by(received.envelope())))
                .toList());
        causes.forEach(setOffClaims::setOffUnpaid);
    }
}
