package coop.parasol.membership.books.statement;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.AccountStatements;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.sharevalue.ShareValuation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws up a member's statement of a year from the books. */
@ApplicationScoped
class DrawUpAnnualStatement {

    static final int MAX_LINES = 2_000;

    private final AccountStatements accountStatements;
    private final ShareValuation shareValuation;
    private final FirmClock clock;
    private final FirmCurrency currency;

    DrawUpAnnualStatement(
            AccountStatements accountStatements,
            ShareValuation shareValuation,
            FirmClock clock,
            FirmCurrency currency) {
        this.accountStatements = accountStatements;
        this.shareValuation = shareValuation;
        this.clock = clock;
        this.currency = currency;
    }

    AnnualStatement of(Member member, Year year) {
        LocalDate from = year.atDay(1);
        LocalDate to = year.plusYears(1).atDay(1).minusDays(1);
        LocalDate today = clock.today();
        LocalDate valuedOn = to.isBefore(today) ? to : today;
        ShareValuation.Breakdown value =
                valuedOn.equals(today) ? shareValuation.now() : shareValuation.atEndOf(valuedOn);
        List<AnnualStatement.Line> lines = lines(member.id, from, to);
        return new AnnualStatement(
                member.id,
                member.name,
                member.registrationNumber,
                year.getValue(),
                today,
                heldShare(member, clock.startOfDay(to.plusDays(1))) ? 1 : 0,
                valuedOn,
                value.shareValue(),
                value.members(),
                accounts(member.id, from, to),
                lines,
                lines.size() < MAX_LINES ? 0 : accountStatements.countOfMember(member.id, from, to) - MAX_LINES);
    }

    private static boolean heldShare(Member member, Instant at) {
        return isBefore(member.shareIssuedAt, at) && !isBefore(member.shareCancelledAt, at);
    }

    private static boolean isBefore(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other);
    }

    private List<AnnualStatement.AccountYear> accounts(UUID member, LocalDate from, LocalDate to) {
        return accountStatements.ofMember(member, from, to).stream()
                .map(account -> {
                    Money opening = fromMembersSide(account.opening());
                    Money moved = fromMembersSide(account.moved());
                    return new AnnualStatement.AccountYear(
                            account.account(), account.title(), opening, moved, opening.plus(moved));
                })
                .toList();
    }

    private List<AnnualStatement.Line> lines(UUID member, LocalDate from, LocalDate to) {
        return accountStatements.linesOfMember(member, from, to, MAX_LINES).stream()
                .map(line -> new AnnualStatement.Line(
                        line.entry(),
                        line.bookedOn(),
                        line.event(),
                        line.account(),
                        line.reference(),
                        fromMembersSide(line.amount())))
                .toList();
    }

    /** Credits are the member's, debits are owed by it. */
    private Money fromMembersSide(Money amount) {
        return currency.money(Math.negateExact(amount.minor()));
    }
}
