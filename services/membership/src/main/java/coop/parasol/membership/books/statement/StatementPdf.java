package coop.parasol.membership.books.statement;

import coop.parasol.contracts.Money;
import coop.parasol.membership.exit.ExitTimeline;
import coop.parasol.membership.exit.ExitView;
import coop.parasol.membership.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands on the papers. */
final class StatementPdf {

    private StatementPdf() {}

    static PdfDocument of(AnnualStatement statement) {
        PdfDocument paper = new PdfDocument()
                .title("Member statement " + statement.year())
                .text("%s (registration number %s), member %s"
                        .formatted(statement.name(), statement.registrationNumber(), statement.memberId()))
                .text("Drawn up on %s from the books. Positive amounts are the member's, negative ones are owed by it."
                        .formatted(statement.drawnUpOn()))
                .heading("Membership share")
                .text("Shares held: %d. On %s one share is worth %s, one of %d equal ones."
                        .formatted(
                                statement.shares(),
                                statement.valuedOn(),
                                text(statement.shareValue()),
                                statement.members()))
                .heading("Accounts")
                .table(
                        List.of("Account", "Opening", "Moved", "Closing"),
                        3,
                        statement.accounts().stream()
                                .map(one -> List.of(
                                        one.title(), text(one.opening()), text(one.moved()), text(one.closing())))
                                .toList())
                .heading("Entries")
                .table(
                        List.of("No.", "Day", "What", "Account", "Reference", "Amount"),
                        1,
                        statement.entries().stream()
                                .map(line -> cells(
                                        line.entry(),
                                        line.bookedOn(),
                                        line.event(),
                                        line.account(),
                                        line.reference(),
                                        text(line.amount())))
                                .toList());
        return statement.entriesLeftOut() == 0
                ? paper
                : paper.text(statement.entriesLeftOut() + " more entries are in the member's account on line.");
    }

    static PdfDocument of(ExitView exit, ExitTimeline timeline, Member member, LocalDate today) {
        ExitView.Holdback holdback = Objects.requireNonNull(exit.holdback());
        List<List<@Nullable Object>> account = new ArrayList<>(List.of(
                cells("Equal share at its value of the valuation date", text(exit.equalShare())),
                cells("Patronage capital", text(exit.patronageCapital())),
                cells("Debts set off", minus(exit.debts())),
                cells("Held back for recalls until " + holdback.until(), minus(holdback.amount())),
                cells("Payable in instalments", text(exit.payable()))));
        account.add(cells("Applied to recalls from what was held back", text(holdback.applied())));
        account.add(cells(
                "Released of what was held back", holdback.released() == null ? "not yet" : text(holdback.released())));
        account.add(cells("Paid until " + today, text(exit.paid())));
        account.add(cells("Owed beyond the equity", text(exit.stillOwed())));
        return new PdfDocument()
                .title("Exit statement")
                .text("%s (registration number %s), member %s, exit %s"
                        .formatted(member.name, member.registrationNumber, member.id, exit.exitId()))
                .text("%s, asked for or recorded on %s, valued on %s; %s. Bylaws version %s."
                        .formatted(
                                words(exit.kind()),
                                day(exit.requestedAt()),
                                exit.valuedOn(),
                                words(exit.state()),
                                exit.valuationBylawsVersion()))
                .heading("Settlement")
                .table(List.of("", "Amount"), 1, account)
                .heading("Payments")
                .table(
                        List.of("No.", "Kind", "Due on", "State", "Paid on", "Reference", "Amount"),
                        1,
                        exit.payments().stream()
                                .map(one -> cells(
                                        one.number(),
                                        words(one.kind()),
                                        one.dueOn(),
                                        words(one.state()),
                                        one.paidAt() == null ? null : day(one.paidAt()),
                                        one.bankReference(),
                                        text(one.amount())))
                                .toList())
                .heading("What has happened")
                .table(
                        List.of("Day", "What", "By", "Detail"),
                        0,
                        timeline.taken().stream()
                                .map(step -> cells(day(step.at()), words(step.step()), step.by(), step.detail()))
                                .toList());
    }

    private static List<@Nullable Object> cells(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static String text(@Nullable Money money) {
        return money == null ? "" : money.amount() + " " + money.currency();
    }

    private static String minus(@Nullable Money money) {
        return money == null || money.minor() == 0 ? text(money) : "-" + text(money);
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
