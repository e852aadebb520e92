package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitSettlement;
import coop.parasol.membership.exit.rules.ExitSettlement.Instalment;
import coop.parasol.membership.exit.rules.ExitSettlement.Valuation;
import coop.parasol.membership.exit.rules.ExitTerms;
import coop.parasol.membership.exit.rules.RedemptionCap;
import coop.parasol.membership.exit.rules.RedemptionCap.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Shows a settlement before it is asked for. */
@ApplicationScoped
class PreviewExit {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final BylawsInForce bylaws;
    private final ValueExit valueExit;
    private final Redemptions redemptions;
    private final Session database;

    PreviewExit(
            FirmClock clock,
            FirmCurrency currency,
            BylawsInForce bylaws,
            ValueExit valueExit,
            Redemptions redemptions,
            Session database) {
        this.clock = clock;
        this.currency = currency;
        this.bylaws = bylaws;
        this.valueExit = valueExit;
        this.redemptions = redemptions;
        this.database = database;
    }

    ExitPreview of(UUID memberId) {
        Bylaws inForce = bylaws.now();
        ExitTerms terms = ValueExit.terms(inForce);
        LocalDate valuedOn = ExitCase.of(memberId)
                .map(exit -> exit.noticeUntil)
                .orElseGet(() -> ExitKind.VOLUNTARY.noticeUntil(clock.today(), inForce.noticePeriod()));
        Valuation value = valueExit.preview(memberId, terms);
        List<Instalment> instalments = ExitSettlement.instalments(value.payable(), valuedOn, terms);
        LocalDate holdbackUntil = ExitSettlement.holdbackUntil(valuedOn, terms);
        List<Claim> claims = claims();
        long waiting = claims.stream().mapToLong(Claim::amount).sum();
        int last = claims.size();
        instalments.forEach(part -> claims.add(new Claim(last, part.amount(), part.dueOn(), true)));
        if (value.holdback() > 0) {
            claims.add(new Claim(last, value.holdback(), holdbackUntil, true));
        }
        long cap = redemptions.cap(inForce.redemptionCap());
        long used = redemptions.releasedIn(clock.today().getYear());
        return new ExitPreview(
                memberId,
                valuedOn,
                currency.money(value.equalShare()),
                currency.money(value.patronageCapital()),
                currency.money(value.debts()),
                currency.money(value.stillOwed()),
                currency.money(value.holdback()),
                holdbackUntil,
                currency.money(value.payable()),
                instalments.stream()
                        .map(part -> new ExitPreview.Part(part.number(), currency.money(part.amount()), part.dueOn()))
                        .toList(),
                RedemptionCap.forecast(claims, cap, used, clock.today()).stream()
                        .map(part -> new ExitPreview.Expected(part.on(), currency.money(part.amount())))
                        .toList(),
                new ExitPreview.Cap(
                        clock.today().getYear(),
                        cap == Long.MAX_VALUE ? null : currency.money(cap),
                        currency.money(used),
                        currency.money(waiting)),
                inForce.version());
    }

    /** What others are owed whose shares are valued, in the order of asking. */
    private List<Claim> claims() {
        List<Object[]> rows = database.createNativeQuery("""
                        select amount, due_on, requested_at, exit_id from exit_payment where state in ('PLANNED', 'QUEUED')
                        union all
                        select holdback - holdback_applied, holdback_until, requested_at, id from exit_case
                         where state = 'VALUED' and holdback_released is null
                        order by 3, 4, 2
                        """, Object[].class).getResultList();
        List<Claim> claims = new ArrayList<>();
        for (Object[] row : rows) {
            claims.add(new Claim(claims.size(), ((Number) row[0]).longValue(), day(row[1]), false));
        }
        return claims;
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
