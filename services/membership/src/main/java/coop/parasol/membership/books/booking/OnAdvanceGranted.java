package coop.parasol.membership.books.booking;

import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.AdvancePostings;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.books.setoff.rules.SetOff;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Pricing has granted an advance on certified goods: it is owed to the member at once, and paid like everything that the firm owes. */
@ApplicationScoped
public class OnAdvanceGranted implements SetHandler<AdvanceGranted> {

    private final Journal journal;
    private final SetOffClaims setOffClaims;
    private final Payables payables;
    private final BylawsInForce bylaws;
    private final FirmClock clock;
    private final FirmCurrency currency;

    OnAdvanceGranted(
            Journal journal,
            SetOffClaims setOffClaims,
            Payables payables,
            BylawsInForce bylaws,
            FirmClock clock,
            FirmCurrency currency) {
        this.journal = journal;
        this.setOffClaims = setOffClaims;
        this.payables = payables;
        this.bylaws = bylaws;
        this.clock = clock;
        this.currency = currency;
    }

    @Override
    public void onAll(List<Received<AdvanceGranted>> events) {
        List<AdvanceGranted> granted = events.stream().map(Received::event).toList();
        List<Cause> causes =
                events.stream().map(received -> Cause.by(received.envelope())).toList();
        journal.postAll(events.stream()
                .map(received ->
                        new Journal.Posting(AdvancePostings.granted(received.event()), Cause.by(received.envelope())))
                .toList());
        List<Long> setOff = setOffClaims.setOff(
                Account.ADVANCE_PAYABLE,
                granted.stream()
                        .map(event -> new SetOff.Raised(
                                event.advanceId().toString(),
                                event.memberId(),
                                event.amount().minor()))
                        .toList(),
                causes);
        int bylawsVersion = bylaws.now().version();
        List<Payables.Owed> owed = new ArrayList<>();
        for (int i = 0; i < granted.size(); i++) {
            AdvanceGranted event = granted.get(i);
            long amount = event.amount().minor() - setOff.get(i);
            if (amount > 0) {
                owed.add(new Payables.Owed(
                        new Payables.Due(event.advanceId(), event.memberId(), currency.money(amount)),
                        new Payables.PayableDetails(
                                PayableKind.ADVANCE,
                                clock.today(),
                                "Advance " + event.product() + " " + event.grade(),
                                bylawsVersion,
                                causes.get(i).actor())));
            }
        }
        payables.createAll(owed);
    }
}
