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

    @Message(
            "Every producer owns one share of this firm, equal to every other. To apply costs nothing and binds nobody.")
    String applyWhat();

    @Message("Step 1 of 3: your firm")
    String stepFirm();

    @Message("Step 2 of 3: what you make and where you are")
    String stepDetails();

    @Message("Step 3 of 3: check your answers")
    String stepCheck();

    @Message("Change your answers")
    String changeAnswers();

    @Message("Name of your firm")
    String name();

    @Message("Number in the trade register")
    String registrationNumber();

    @Message("As your own country’s register or authority writes it.")
    String registrationNumberHint();

    @Message("What you do")
    String kind();

    @Message("We make products")
    String kindProduct();

    @Message("We process for others")
    String kindProcessing();

    @Message("Both")
    String kindBoth();

    @Message("Choose one")
    String choose();

    @Message("E-mail address")
    String email();

    @Message("The firm writes to it, and you sign in with it once you are admitted.")
    String emailHint();

    @Message("Enter the name of your firm.")
    String nameMissing();

    @Message("Enter your firm’s number in the trade register.")
    String registrationNumberMissing();

    @Message("Choose what you do.")
    String kindMissing();

    @Message("Enter an e-mail address.")
    String emailMissing();

    @Message("What you can make or process")
    String capabilities();

    @Message("One thing on each line, in your own words.")
    String capabilitiesHint();

    @Message("Street and number")
    String street();

    @Message("Postal code")
    String postalCode();

    @Message("Town")
    String city();

    @Message("Country")
    String country();

    @Message("Bank account (IBAN)")
    String iban();

    @Message("You are paid into it. Leave it empty if you have none yet: you can name it later.")
    String ibanHint();

    @Message("Go on")
    String goOn();

    @Message("Change something")
    String change();

    @Message("Send the application")
    String send();

    @Message("Not given")
    String notGiven();

    @Message("Go on later?")
    String later();

    @Message(
            "Keep this link: it leads back to the form with what you typed so far, without the bank account. Nothing is stored at the firm until you send the application.")
    String laterWhat();

    @Message("The form as far as it is filled in")
    String laterLink();

    @Message("Your application was received")
    String received();

    @Message("Its number is {number}. Write it down: the firm asks for it when you call.")
    String receivedNumber(String number);

    @Message("What happens next")
    String next();

    @Message("The registrar looks at your application, and may ask you by e-mail for more.")
    String nextVetting();

    @Message(
            "If your firm is admitted, you get a password by which you sign in with your e-mail address, and an invoice for one share at its value of that day.")
    String nextAdmission();

    @Message(
            "When its price, or the agreed first part of it, has come in, the share is issued and you are a member like every other.")
    String nextShare();

    @Message("If it is refused, you are told why, and may apply again.")
    String nextRefusal();
}
