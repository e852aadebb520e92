package coop.parasol.portal.document;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages of payout documents and tax registrations. */
@MessageBundle("documents")
public interface DocumentMessages {

    @Message("Payout documents")
    String title();

    @Message(
            "What the law of the firm's country asks for when a pool is paid: numbered documents that never change. Each can be opened as a PDF.")
    String intro();

    @Message("No document has been drawn up.")
    String none();

    @Message("Number")
    String number();

    @Message("Kind")
    String kind();

    @Message("any kind")
    String anyKind();

    @Message("Member")
    String member();

    @Message("Pool")
    String pool();

    @Message("Issued on")
    String issuedOn();

    @Message("Total")
    String total();

    @Message("Tax on top")
    String taxOnTop();

    @Message("Tax of document {number}")
    String taxOfDocument(String number);

    @Message("Without tax")
    String net();

    @Message("With tax")
    String gross();

    @Message("Tax set off against what is owed")
    String taxSetOff();

    @Message("Tax paid")
    String taxPaid();

    @Message("owed to the firm, as the goods were taken back")
    String taxIsDebt();

    @Message("Drawn up as document {number} (PDF)")
    String asDocument(String number);

    @Message("No document of the tax law was drawn up for it: {reason}.")
    String plain(String reason);

    @Message("Tax registration")
    String taxTitle();

    @Message(
            "How the firm is registered for tax. It decides which document its payouts are drawn up as. A change holds from its first day on, never for days gone by; number and address stand on the documents.")
    String taxIntro();

    @Message("Nothing is entered yet.")
    String noTax();

    @Message("Enter a registration")
    String enterTax();

    @Message("Registration")
    String scheme();

    @Message("Country")
    String country();

    @Message("Choose one")
    String chooseCountry();

    @Message("Tax number")
    String taxNumber();

    @Message("As the tax office has given it, such as a GSTIN, a VAT number or T and 13 digits.")
    String taxNumberHint();

    @Message("Address in the registration")
    String address();

    @Message("It stands on the documents and is told to the service that draws them up.")
    String addressHint();

    @Message("Valid from")
    String validFrom();

    @Message("Today or a later day.")
    String validFromHint();

    @Message("Last day")
    String validUntil();

    @Message("Self-billing agreed on")
    String agreedOn();

    @Message("In the EU: the day on which the member agreed that the firm draws up its invoices.")
    String agreedOnHint();

    @Message("Entered")
    String enteredAt();

    @Message("Enter")
    String enter();

    @Message("Back")
    String back();
}
