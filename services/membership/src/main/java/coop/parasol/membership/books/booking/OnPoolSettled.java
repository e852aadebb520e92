package coop.parasol.membership.books.booking;

import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A settled pool: what partners have paid for its goods is divided into the firm's margin, its costs and the producers' payouts. */
@ApplicationScoped
public class OnPoolSettled implements SetHandler<PoolSettledV2> {

    private final Journal journal;
    private final SettledPools settledPools;

    OnPoolSettled(Journal journal, SettledPools settledPools) {
        this.journal = journal;
        this.settledPools = settledPools;
    }

    @Override
    public void onAll(List<Received<PoolSettledV2>> events) {
        Map<UUID, LocalDate> days = settledPools.recordSettlements(events.stream()
                .map(received -> new SettledPools.Settlement(
                        received.event().settlementId(), received.event().producers()))
                .toList());
        journal.postAll(events.stream()
                .map(received -> new Journal.Posting(
                        PostingRules.poolSettled(
                                received.event(),
                                Objects.requireNonNull(days.get(received.event().settlementId()))),
                        Cause.by(received.envelope())))
                .toList());
    }
}
