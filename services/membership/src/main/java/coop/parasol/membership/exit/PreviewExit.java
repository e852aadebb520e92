package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.setoff.DueDebts;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitSettlement;
import coop.parasol.membership.exit.rules.ExitSettlement.Instalment;
import coop.parasol.membership.exit.rules.ExitSettlement.Valuation;
import coop.parasol.membership.exit.rules.ExitTerms;
import coop.parasol.membership.exit.rules.LastStatement;
import coop.parasol.membership.exit.rules.PaymentForecast;
import coop.parasol.membership.exit.rules.PaymentForecast.Claim;
import coop.parasol.membership.pool.MemberReceipts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What a member would get, and when, if it asked to leave today; nothing is stored. */
@ApplicationScoped
class PreviewExit {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final BylawsInForce bylaws;
    private final ValueExit valueExit;
    private final ExitGoods exitGoods;
    private final MemberReceipts receipts;
    private final Journal journal;
    private final DueDebts dueDebts;
    private final RedemptionBudget redemptionBudget;
    private final Jdbi jdbi;

    PreviewExit(
            FirmClock clock,
            FirmCurrency currency,
            BylawsInForce bylaws,
            ValueExit valueExit,
            ExitGoods exitGoods,
            MemberReceipts receipts,
            Journal journal,
            DueDebts dueDebts,
            RedemptionBudget redemptionBudget,
            Jdbi jdbi) {
        this.clock = clock;
        this.currency = currency;
        this.bylaws = bylaws;
        this.valueExit = valueExit;
        this.exitGoods = exitGoods;
        this.receipts = receipts;
        this.journal = journal;
        this.dueDebts = dueDebts;
        this.redemptionBudget = redemptionBudget;
        this.jdbi = jdbi;
    }

    ExitPreview of(UUID memberId) {
        Bylaws inForce = bylaws.now();
        ExitTerms terms = ValueExit.terms(inForce);
        Optional<ExitCase> asked = ExitCase.findOf(memberId);
        LocalDate valuedOn = asked.map(exit -> exit.noticeUntil)
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
        long cap = redemptionBudget.cap(inForce.redemptionCap());
        long used = redemptionBudget.usedIn(clock.today().getYear());
        return new ExitPreview(
                memberId,
                asked.map(exit -> exit.id).orElse(null),
                valuedOn,
                exitGoods.sums(memberId, asked.map(exit -> exit.id)),
                receipts.toCome(memberId),
                owed(memberId),
                currency.money(value.equalShare()),
                currency.money(value.patronageCapital()),
                currency.money(value.debts()),
                currency.money(value.stillOwed()),
                currency.money(value.holdback()),
                holdbackUntil,
                LastStatement.waitedForUntil(valuedOn, inForce.lastStatementMonths()),
                currency.money(value.payable()),
                instalments.stream()
                        .map(part -> new ExitPreview.Part(part.number(), currency.money(part.amount()), part.dueOn()))
                        .toList(),
                PaymentForecast.of(claims, cap, used, clock.today()).stream()
                        .map(part -> new ExitPreview.Expected(part.on(), currency.money(part.amount())))
                        .toList(),
                new ExitPreview.Cap(
                        clock.today().getYear(),
                        cap == Long.MAX_VALUE ? null : currency.money(cap),
                        currency.money(used),
                        currency.money(waiting)),
                inForce.version());
    }

    private List<ExitPreview.Debt> owed(UUID memberId) {
        List<ExitPreview.Debt> owed = new ArrayList<>();
        long debts = Math.max(0, journal.balance(Account.MEMBER_DEBTS, memberId));
        long claims = dueDebts.of(memberId).claims();
        add(owed, ExitPreview.DebtKind.CLAIMS_DUE, claims);
        add(owed, ExitPreview.DebtKind.SHARE_PRICE, debts - claims);
        add(owed, ExitPreview.DebtKind.ADVANCES, journal.balance(Account.ADVANCES, memberId));
        return List.copyOf(owed);
    }

    private void add(List<ExitPreview.Debt> owed, ExitPreview.DebtKind kind, long minor) {
        if (minor > 0) {
            owed.add(new ExitPreview.Debt(kind, currency.money(minor)));
        }
    }

    /** What others are owed whose shares are valued, in the order of their requests. */
    private List<Claim> claims() {
        List<Owed> owed = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select amount, due_on, requested_at, exit_id from exit_payment where state in ('PLANNED', 'QUEUED')
                        union all
                        select holdback - holdback_applied, holdback_until, requested_at, id from exit_case
                         where state = 'VALUED' and holdback_released is null
                        order by 3, 4, 2
                        """).mapTo(Owed.class).list());
        List<Claim> claims = new ArrayList<>();
        for (Owed each : owed) {
            claims.add(new Claim(claims.size(), each.amount(), each.dueOn(), false));
        }
        return claims;
    }

    /** @param amount minor units */
    private record Owed(long amount, LocalDate dueOn) {}
}
