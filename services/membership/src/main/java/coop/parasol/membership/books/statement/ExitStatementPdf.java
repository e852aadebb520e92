package coop.parasol.membership.books.statement;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.ExitTimeline;
import coop.parasol.membership.exit.ExitView;
import coop.parasol.membership.member.Member;
import coop.parasol.pdf.PdfDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settlement of an exit as PDF, in the reader's language: what a leaving member gets, what was paid of it, and each step on the way. */
final class ExitStatementPdf {

    private ExitStatementPdf() {}

    static PdfDocument pdf(
            ExitView exit,
            List<ExitTimeline.Taken> steps,
            List<ExitTimeline.EndedGoods> goodsEnded,
            Member member,
            FirmClock clock,
            StatementWords words) {
        return new PdfDocument()
                .title(words.text("exitTitle"))
                .paragraph(words.text(
                        "exitWho",
                        "name",
                        member.name,
                        "registration",
                        member.registrationNumber,
                        "member",
                        member.id,
                        "exit",
                        exit.exitId()))
                .paragraph(words.text(
                        "exitAbout",
                        "kind",
                        words.code(exit.kind()),
                        "asked",
                        words.day(clock.day(exit.requestedAt())),
                        "valued",
                        words.day(exit.valuedOn()),
                        "state",
                        words.code(exit.state()),
                        "version",
                        String.valueOf(exit.valuationBylawsVersion())))
                .heading(words.text("settlement"))
                .table(List.of("", words.text("amount")), 1, account(exit, words.day(clock.today()), words))
                .heading(words.text("payments"))
                .table(
                        List.of(
                                words.text("number"),
                                words.text("kind"),
                                words.text("dueOn"),
                                words.text("state"),
                                words.text("paidOn"),
                                words.text("reference"),
                                words.text("amount")),
                        1,
                        exit.payments().stream()
                                .map(one -> PdfAnswer.cells(
                                        one.number(),
                                        words.code(one.kind()),
                                        words.day(one.dueOn()),
                                        words.code(one.state()),
                                        one.paidAt() == null ? null : words.day(clock.day(one.paidAt())),
                                        one.bankReference(),
                                        words.amount(one.amount())))
                                .toList())
                .heading(words.text("happened"))
                .table(
                        List.of(words.text("day"), words.text("what"), words.text("detail")),
                        0,
                        rows(steps, goodsEnded, clock, words));
    }

    private static List<List<@Nullable Object>> account(ExitView exit, String today, StatementWords words) {
        ExitView.Holdback holdback = Objects.requireNonNull(exit.holdback());
        return List.of(
                PdfAnswer.cells(words.text("equalShare"), words.amount(exit.equalShare())),
                PdfAnswer.cells(words.text("patronageCapital"), words.amount(exit.patronageCapital())),
                PdfAnswer.cells(words.text("debtsSetOff"), words.lessAmount(exit.debts())),
                PdfAnswer.cells(
                        words.text("heldBack", "day", words.day(holdback.until())),
                        words.lessAmount(holdback.amount())),
                PdfAnswer.cells(words.text("payable"), words.amount(exit.payable())),
                PdfAnswer.cells(words.text("applied"), words.amount(holdback.applied())),
                PdfAnswer.cells(
                        words.text("released"),
                        holdback.released() == null ? words.text("notYet") : words.amount(holdback.released())),
                PdfAnswer.cells(words.text("paidUntil", "day", today), words.amount(exit.paid())),
                PdfAnswer.cells(words.text("owedBeyond"), words.amount(exit.stillOwed())),
                PdfAnswer.cells(words.text("owedNow", "day", today), words.amount(exit.claim())));
    }

    private static List<List<@Nullable Object>> rows(
            List<ExitTimeline.Taken> steps,
            List<ExitTimeline.EndedGoods> goodsEnded,
            FirmClock clock,
            StatementWords words) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        steps.forEach(step ->
                rows.add(PdfAnswer.cells(words.day(clock.day(step.at())), words.code(step.step()), step.detail())));
        goodsEnded.forEach(ended -> rows.add(PdfAnswer.cells(
                words.day(clock.day(ended.lastAt())),
                words.text("choiceEnded"),
                words.text("lots", "count", ended.lots(), "ending", words.code(ended.ending())))));
        return rows;
    }
}
