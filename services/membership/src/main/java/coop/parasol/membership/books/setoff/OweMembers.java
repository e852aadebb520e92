package coop.parasol.membership.books.setoff;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.setoff.rules.SetOff.Raised;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the firm comes to owe members from today: less what they owe it, it is paid by payment runs. */
@ApplicationScoped
public class OweMembers {

    private final SetOffClaims setOffClaims;
    private final Payables payables;
    private final BylawsInForce bylaws;
    private final FirmClock clock;
    private final FirmCurrency currency;

    OweMembers(
            SetOffClaims setOffClaims,
            Payables payables,
            BylawsInForce bylaws,
            FirmClock clock,
            FirmCurrency currency) {
        this.setOffClaims = setOffClaims;
        this.payables = payables;
        this.bylaws = bylaws;
        this.clock = clock;
        this.currency = currency;
    }

    /**
     * An amount that is posted to the books already.
     *
     * @param document by which a set-off of it goes in the books
     * @param sourceId by which its payable goes
     * @param amount at least nothing
     * @param narrative what the member reads on its bank statement
     */
    public record Amount(String document, UUID sourceId, UUID memberId, Money amount, String narrative, Cause cause) {}

    /**
     * Sets off what the members owe, and has the rest paid. The books are locked by the caller.
     *
     * @return what is set off of each amount, minor units
     */
    public List<Long> owe(PayableKind kind, List<Amount> amounts) {
        List<Long> setOff = setOffClaims.setOff(
                SetOffClaims.account(kind),
                amounts.stream()
                        .map(each -> new Raised(
                                each.document(), each.memberId(), each.amount().minor()))
                        .toList(),
                amounts.stream().map(Amount::cause).toList());
        int bylawsVersion = bylaws.now().version();
        List<Payables.Owed> owed = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Amount each = amounts.get(i);
            long left = each.amount().minor() - setOff.get(i);
            if (left > 0) {
                owed.add(new Payables.Owed(
                        new Payables.Due(each.sourceId(), each.memberId(), currency.money(left)),
                        new Payables.PayableDetails(
                                kind,
                                clock.today(),
                                each.narrative(),
                                bylawsVersion,
                                each.cause().actor())));
            }
        }
        payables.createAll(owed);
        return setOff;
    }
}
