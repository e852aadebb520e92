package coop.parasol.membership.books.statement;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.ExitTimeline;
import coop.parasol.membership.exit.ExitView;
import coop.parasol.membership.member.Member;
import coop.parasol.pdf.PdfDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settlement of an exit as PDF: what a leaving member gets, what was paid of it, and each step on the way. */
final class ExitStatementPdf {

    private ExitStatementPdf() {}

    static PdfDocument pdf(
            ExitView exit,
            List<ExitTimeline.Taken> steps,
            List<ExitTimeline.EndedGoods> goodsEnded,
            Member member,
            FirmClock clock) {
        ExitView.Holdback holdback = Objects.requireNonNull(exit.holdback());
        List<List<@Nullable Object>> account = new ArrayList<>(List.of(
                PdfAnswer.cells("Equal share at its value of the valuation date", PdfAnswer.text(exit.equalShare())),
                PdfAnswer.cells("Patronage capital", PdfAnswer.text(exit.patronageCapital())),
                PdfAnswer.cells("Debts set off", minus(exit.debts())),
                PdfAnswer.cells("Held back for recalls until " + holdback.until(), minus(holdback.amount())),
                PdfAnswer.cells("Payable in instalments", PdfAnswer.text(exit.payable()))));
        account.add(PdfAnswer.cells("Applied to recalls from what was held back", PdfAnswer.text(holdback.applied())));
        account.add(PdfAnswer.cells(
                "Released of what was held back",
                holdback.released() == null ? "not yet" : PdfAnswer.text(holdback.released())));
        account.add(PdfAnswer.cells("Paid until " + clock.today(), PdfAnswer.text(exit.paid())));
        account.add(PdfAnswer.cells(
                "Owed to the firm beyond the equity at the valuation", PdfAnswer.text(exit.stillOwed())));
        account.add(PdfAnswer.cells("Owed to the firm on " + clock.today(), PdfAnswer.text(exit.claim())));
        return new PdfDocument()
                .title("Exit statement")
                .paragraph("%s (registration number %s), member %s, exit %s"
                        .formatted(member.name, member.registrationNumber, member.id, exit.exitId()))
                .paragraph("%s, asked for or recorded on %s, valued on %s; %s. Bylaws version %s."
                        .formatted(
                                words(exit.kind()),
                                clock.day(exit.requestedAt()),
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
                                .map(one -> PdfAnswer.cells(
                                        one.number(),
                                        words(one.kind()),
                                        one.dueOn(),
                                        words(one.state()),
                                        one.paidAt() == null ? null : clock.day(one.paidAt()),
                                        one.bankReference(),
                                        PdfAnswer.text(one.amount())))
                                .toList())
                .heading("What has happened")
                .table(List.of("Day", "What", "Detail"), 0, rows(steps, goodsEnded, clock));
    }

    private static List<List<@Nullable Object>> rows(
            List<ExitTimeline.Taken> steps, List<ExitTimeline.EndedGoods> goodsEnded, FirmClock clock) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        steps.forEach(step -> rows.add(PdfAnswer.cells(clock.day(step.at()), words(step.step()), step.detail())));
        goodsEnded.forEach(ended -> rows.add(PdfAnswer.cells(
                clock.day(ended.lastAt()),
                "goods choice ended",
                "%d lots: %s".formatted(ended.lots(), words(ended.ending())))));
        return rows;
    }

    private static String minus(@Nullable Money money) {
        return money == null || money.minor() == 0 ? PdfAnswer.text(money) : "-" + PdfAnswer.text(money);
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
