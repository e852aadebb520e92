package coop.parasol.contracts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service pricing about the documents that payouts are drawn up as. */
public sealed interface PayoutDocumentEvent extends Event {

    /** What kind of document a payout is also drawn up as, because the law of the firm's country asks for it. */
    enum PayoutDocumentKind {
        /** an invoice that the customer draws up in the supplier's name (EU: Directive 2006/112/EC, Art. 224 and 226(10a)) */
        SELF_BILLING_INVOICE,
        /** a purchase statement that the supplier confirms (Japan: Consumption Tax Act, Art. 30(9)(iii)) */
        PURCHASE_STATEMENT,
        /** a co-operative's statement in place of its members' invoices (Japan: Enforcement Order, Art. 70-9(2)(ii)) */
        CO_OPERATIVE_EXCEPTION,
        /** a bill without tax of a supplier that may not collect any (India: CGST Act 2017, s. 31(3)(c)) */
        BILL_OF_SUPPLY
    }

    /**
     * A producer's payout is drawn up as the document that the law of the firm's country asks for. It never changes; what follows it
     * is a document of its own.
     *
     * @param settlementId of the payout statement that it belongs to
     * @param number consecutive within its series and financial year
     * @param total what the document comes to without tax on top: the statement's gross less what is charged; negative where goods were
     *     recalled
     * @param taxOnTop tax that is owed to the member beside {@code total}, or owed by it where that is negative; absent where none is
     * @param digest SHA-256 (hexadecimal) of its content
     */
    @Topic("pricing.statements")
    record PayoutDocumentIssued(
            UUID documentId,
            UUID settlementId,
            UUID memberId,
            PayoutDocumentKind kind,
            String number,
            LocalDate issuedOn,
            Money total,
            @Nullable Money taxOnTop,
            String digest)
            implements PayoutDocumentEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
