package coop.parasol.membership.books.statement;

import coop.parasol.pdf.PdfDocument;
import java.util.List;

/** A member's annual statement as PDF. */
final class AnnualStatementPdf {

    private AnnualStatementPdf() {}

    static PdfDocument pdf(AnnualStatement statement) {
        PdfDocument pdf = new PdfDocument()
                .title("Member statement " + statement.year())
                .paragraph("%s (registration number %s), member %s"
                        .formatted(statement.name(), statement.registrationNumber(), statement.memberId()))
                .paragraph(
                        "Drawn up on %s from the books. Positive amounts are the member's, negative ones are owed by it."
                                .formatted(statement.drawnUpOn()))
                .heading("Membership share")
                .paragraph("Shares held: %d. On %s one share is worth %s, one of %d equal ones."
                        .formatted(
                                statement.shares(),
                                statement.valuedOn(),
                                PdfAnswer.text(statement.shareValue()),
                                statement.members()))
                .heading("Accounts")
                .table(
                        List.of("Account", "Opening", "Moved", "Closing"),
                        3,
                        statement.accounts().stream()
                                .map(one -> List.of(
                                        one.title(),
                                        PdfAnswer.text(one.opening()),
                                        PdfAnswer.text(one.moved()),
                                        PdfAnswer.text(one.closing())))
                                .toList())
                .heading("Entries")
                .table(
                        List.of("No.", "Day", "What", "Account", "Reference", "Amount"),
                        1,
                        statement.entries().stream()
                                .map(line -> PdfAnswer.cells(
                                        line.entry(),
                                        line.bookedOn(),
                                        line.event(),
                                        line.account(),
                                        line.reference(),
                                        PdfAnswer.text(line.amount())))
                                .toList());
        return statement.entriesLeftOut() == 0
                ? pdf
                : pdf.paragraph(statement.entriesLeftOut() + " more entries are in the member's account on line.");
    }
}
