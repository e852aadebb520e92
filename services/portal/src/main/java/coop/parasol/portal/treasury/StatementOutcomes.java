package coop.parasol.portal.treasury;

import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.TemplateExtension;
import java.util.Objects;

/** What became of a line of a bank statement, in words. */
@TemplateExtension
final class StatementOutcomes {

    private StatementOutcomes() {}

    /** The outcome as a sentence's part, with what the service says of this case where that names a sum, state or reference. */
    static String became(PaymentsClient.StatementLine line) {
        PaymentMessages words = Words.of(PaymentMessages.class);
        String detail = Objects.requireNonNullElse(line.detail(), "");
        return switch (line.outcome()) {
            case "paid" -> words.linePaid();
            case "returned" -> words.lineReturned(detail);
            case "paid-by-another-reference", "returned-by-another-reference" -> words.lineByAnotherReference(detail);
            case "not-paid" -> words.lineNotPaid(detail);
            case "unknown" -> words.lineUnknown();
            case "another-amount" -> words.lineAnotherAmount(detail);
            case "not-sent" -> words.lineNotSent(detail);
            case "not-booked" -> words.lineNotBooked();
            case "not-outgoing" -> detail.isEmpty() ? words.lineCameIn() : words.lineCameInForPayable();
            case "unreadable-amount" -> words.lineUnreadableAmount();
            default -> Formats.words(line.outcome()) + " " + detail;
        };
    }
}
