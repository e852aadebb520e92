package coop.parasol.portal.treasury;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the treasurer's pages about what partners and new members pay. */
@MessageBundle("treasurySales")
interface ReceiptMessages {

    @Message("Order")
    String order();

    @Message("Payment for a share")
    String paymentForAShare();

    @Message("Price of its share")
    String priceOfItsShare();

    @Message("Outstanding")
    String outstanding();

    @Message("Instalment")
    String instalment();

    @Message("No admitted firm waits for its share.")
    String noAdmittedFirmWaits();

    @Message("Registration number")
    String registrationNumber();

    @Message("Admitted")
    String admitted();

    @Message("Instalments of members that have their share already are entered from the member’s page.")
    String instalmentsOfMembersThat();

    @Message("Issued")
    String issued();

    @Message("Product")
    String product();

    @Message("Grade")
    String grade();

    @Message("Lot")
    String lot();

    @Message("Quantity")
    String quantity();

    @Message("Price")
    String price();

    @Message("recalled")
    String recalled();

    @Message("An invoice is paid in full and at once.")
    String anInvoiceIsPaid();

    @Message("Enter the payment …")
    String enterThePayment();

    @Message("No invoice was issued yet. One is issued when a shipment has arrived.")
    String noInvoiceWasIssued();

    @Message("Partner")
    String partner();

    @Message("Write the sum in digits, such as 1290.50.")
    String sumInDigits();

    @Message("No invoice is like this. Show another state, or leave number, sum and bank reference empty.")
    String noInvoiceIsLikeThis();
}
