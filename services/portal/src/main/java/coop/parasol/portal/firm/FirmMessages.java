package coop.parasol.portal.firm;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages that anybody may see. */
@MessageBundle("firm")
interface FirmMessages {

    @Message("Check a certificate")
    String checkCertificate();

    @Message("Catalogue")
    String catalogue();

    @Message(
            "Every lot that is sold under this brand has a certificate. Its number stands on the goods, below the QR code.")
    String everyLotHasOne();

    @Message("Number of the certificate")
    String number();

    @Message(
            "Five groups of four letters and digits, such as 7K3Q-9D2X-4M5N-P0RS-TVWD. Capitals and dashes do not matter.")
    String numberHint();

    @Message("Look it up")
    String lookUp();

    @Message("Do you have a certificate as a file?")
    String haveFile();

    @Message("Verify a signed certificate")
    String verify();

    @Message("Certificate")
    String certificate();

    @Message("In force")
    String inForce();

    @Message("Suspended since {day}")
    String suspended(String day);

    @Message("Recalled on {day}, class {recallClass}")
    String recalled(String day, String recallClass);

    @Message("Expired since {day}")
    String expired(String day);

    @Message("Taken back by its producer on {day}")
    String takenBack(String day);

    @Message("This lot may be sold under the brand.")
    String maySell();

    @Message("Do not sell these goods until the firm has decided about them.")
    String doNotSellYet();

    @Message("These goods are recalled. Do not sell or use them; return them to the place where you bought them.")
    String doNotUse();

    @Message("Class I: using the goods can cause serious harm to health or death.")
    String classOne();

    @Message("Class II: using the goods can cause temporary harm to health; serious harm is unlikely.")
    String classTwo();

    @Message("Class III: using the goods is not likely to harm health.")
    String classThree();

    @Message("The last day of sale of these goods is over.")
    String saleOver();

    @Message("These goods are not certified any more and may not be sold under the brand.")
    String notCertifiedAnyMore();

    @Message("The lot met its standard when it was inspected.")
    String metStandard();

    @Message("The lot does not meet its standard and is released under a concession: {reason}")
    String concession(String reason);

    @Message("The lot has more minor defects than its standard allows and is sold in a lower grade: {reason}")
    String downgrade(String reason);

    @Message("Issued by")
    String issuedBy();

    @Message("Product")
    String product();

    @Message("GTIN")
    String gtin();

    @Message("Lot of the brand")
    String brandLot();

    @Message("Producer’s own lot")
    String lot();

    @Message("Grade")
    String grade();

    @Message("Quantity")
    String quantity();

    @Message("Taken back by the producer")
    String takenBackPart();

    @Message("{quantity} on {day}; not certified any more")
    String takenBackOn(String quantity, String day);

    @Message("Last day of sale")
    String lastDayOfSale();

    @Message("Standard")
    String standard();

    @Message("{product}, version {version}")
    String standardVersion(String product, int version);

    @Message("Issued")
    String issued();

    @Message("State looked up")
    String lookedUp();

    @Message("To print and to keep")
    String toPrint();

    @Message("Certificate as PDF, with its QR code")
    String printPdf();

    @Message("Inspection report and certificate of analysis as PDF")
    String inspectionReport();

    @Message("Labels with the QR code as PDF (for the producer of this lot)")
    String labels();

    @Message("Signed certificate as a file")
    String signedFile();

    @Message("The signed text")
    String signedText();

    @Message(
            "Whoever has this text can verify with the firm’s public keys that it was signed by the firm and not changed since.")
    String signedTextWhat();

    @Message("QR code that leads to this page")
    String qrCode();

    @Message("No such certificate")
    String noCertificate();

    @Message("The firm has issued no certificate with the number {number}.")
    String noCertificateWhat(String number);

    @Message(
            "Compare the number with the one on the goods, letter by letter. Goods without a certificate are not goods of this brand: do not sell them under it, and tell whoever sold them to you.")
    String noCertificateNext();

    @Message(
            "The signature of the firm on a certificate is verified with the firm’s public keys alone, so that it can be done anywhere, also without a network: ./parasol verify-certificate does the same as this page.")
    String verifyWhat();

    @Message("The signed text")
    String pasteText();

    @Message(
            "Three parts with points between them. It is below “The signed text” on the certificate’s page, and at the foot of its print.")
    String pasteTextHint();

    @Message("Or the file")
    String orFile();

    @Message("A file of at most 100 kB, such as one that was saved from the certificate’s page.")
    String fileHint();

    @Message("Verify")
    String verifyNow();

    @Message("Paste the signed text, or choose a file.")
    String nothingToVerify();

    @Message("The file is larger than 100 kB, which no certificate is.")
    String fileTooLarge();

    @Message("Genuine: the firm has signed this certificate")
    String genuine();

    @Message("Not valid")
    String notValid();

    @Message("What was checked")
    String whatWasChecked();

    @Message("It is a signed certificate (JWS, Ed25519) of the kind that this firm issues.")
    String checkedKind();

    @Message("The key that it names is one of the firm’s published keys.")
    String checkedKey();

    @Message("The signature fits to every letter of the text, and to that key.")
    String checkedSignature();

    @Message("It was not issued in the future, and its last day of sale is not over.")
    String checkedTime();

    @Message("Whether it is in force today is not part of the signature and was looked up: {state}.")
    String checkedToday(String state);

    @Message("Do not rely on this certificate. Nothing that it says is confirmed.")
    String doNotRely();

    @Message("What is signed")
    String whatIsSigned();

    @Message("Its page, with its state today")
    String itsPage();

    @Message("Verify another")
    String verifyAnother();

    @Message("Firm")
    String claimIssuer();

    @Message("Number")
    String claimNumber();

    @Message("Holds until")
    String claimUntil();

    @Message("Time zone")
    String claimZone();

    @Message("Apply for membership")
    String apply();
}
