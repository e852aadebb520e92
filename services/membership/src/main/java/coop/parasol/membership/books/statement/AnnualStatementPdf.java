package coop.parasol.membership.books.statement;

import coop.parasol.pdf.PdfDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A member's annual statement as PDF, in the reader's language. */
final class AnnualStatementPdf {

    private AnnualStatementPdf() {}

    static PdfDocument pdf(AnnualStatement statement, StatementWords words) {
        Map<String, String> accounts = statement.accounts().stream()
                .collect(Collectors.toMap(
                        AnnualStatement.AccountYear::title, one -> words.account(one.account(), one.title())));
        PdfDocument pdf = new PdfDocument()
                .title(words.text("title", "year", statement.year()))
                .paragraph(words.text(
                        "who",
                        "name",
                        statement.name(),
                        "registration",
                        statement.registrationNumber(),
                        "member",
                        statement.memberId()))
                .paragraph(words.text("drawnUp", "day", words.day(statement.drawnUpOn())))
                .heading(words.text("share"))
                .paragraph(words.text(
                        "shareWorth",
                        "shares",
                        statement.shares(),
                        "day",
                        words.day(statement.valuedOn()),
                        "value",
                        words.amount(statement.shareValue()),
                        "members",
                        statement.members()))
                .heading(words.text("accounts"))
                .table(
                        List.of(
                                words.text("account"),
                                words.text("opening"),
                                words.text("moved"),
                                words.text("closing")),
                        3,
                        statement.accounts().stream()
                                .map(one -> PdfAnswer.cells(
                                        accounts.get(one.title()),
                                        words.amount(one.opening()),
                                        words.amount(one.moved()),
                                        words.amount(one.closing())))
                                .toList())
                .heading(words.text("entries"))
                .table(
                        List.of(
                                words.text("number"),
                                words.text("day"),
                                words.text("what"),
                                words.text("account"),
                                words.text("reference"),
                                words.text("amount")),
                        1,
                        statement.entries().stream()
                                .map(line -> PdfAnswer.cells(
                                        line.entry(),
                                        words.day(line.bookedOn()),
                                        words.code(line.event()),
                                        accounts.getOrDefault(line.account(), line.account()),
                                        line.reference(),
                                        words.amount(line.amount())))
                                .toList());
        return statement.entriesLeftOut() == 0
                ? pdf
                : pdf.paragraph(words.text("more", "count", statement.entriesLeftOut()));
    }
}
