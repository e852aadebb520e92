package coop.parasol.portal.firm;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of applying for membership. */
@MessageBundle("join")
interface JoinMessages {

    @Message("Every producer owns one share of this firm, equal to every other. To apply costs nothing and binds"
            + " nobody.")
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

    @Message(
            "This e-mail address is not complete or not right. Write it like office@example.com (before the @ only letters, digits and . _ + -).")
    String emailWrong();

    @Message("Enter the street and the number, or leave the whole address empty.")
    String streetMissing();

    @Message("Enter the town, or leave the whole address empty.")
    String cityMissing();

    @Message("Choose the country, or leave the whole address empty.")
    String countryMissing();

    @Message("It is no IBAN: a letter or digit is wrong, missing or too many.")
    String ibanWrong();

    @Message("You may leave the address empty for now. If you name one, street, town and country are needed.")
    String addressHint();

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

    @Message("Keep this link: it leads back to the form with what you typed so far, without the bank account. Nothing"
            + " is stored at the firm until you send the application.")
    String laterWhat();

    @Message("The form as far as it is filled in")
    String laterLink();

    @Message("Your application was received")
    String received();

    @Message(
            "The firm finds your application by the name of your firm and its number in the trade register. There is nothing to write down.")
    String receivedCall();

    @Message("The mail also has the number of the application.")
    String receivedMail();

    @Message("Number of the application")
    String receivedNumber();

    @Message("What happens next")
    String next();

    @Message("The registrar looks at your application, and may ask you by e-mail for more.")
    String nextVetting();

    @Message(
            "If your firm is admitted, one share is to be paid at its value of that day: the registrar gives you the invoice. Once the share is paid, you are mailed a link by which you choose a password and sign in with your e-mail address.")
    String nextAdmission();

    @Message("When its price, or the agreed first part of it, has come in, the share is issued and you are a member"
            + " like every other.")
    String nextShare();

    @Message("If it is refused, you are told why, and may apply again.")
    String nextRefusal();

    @Message("Confirm your e-mail address by the link that the firm mails you. Until then nothing is decided on your"
            + " application.")
    String nextConfirm();

    @Message("The link was mailed. It can take some minutes to arrive.")
    String mailSent();

    @Message("The link could not be mailed at present. Let it be mailed again in a while.")
    String mailNotSent();

    @Message("The link was mailed several times today. Try it again tomorrow.")
    String mailTooMany();

    @Message("Has no mail come?")
    String noMailCame();

    @Message("Look among unwanted mail first. Then type the address of the application once more. If you mistyped it"
            + " there, apply anew.")
    String noMailCameWhat();

    @Message("Mail the link again")
    String sendLinkAgain();

    @Message("This is not the address of the application.")
    String notTheAddress();

    @Message("Confirm your e-mail address")
    String confirmTitle();

    @Message("You have applied for membership, and this link was mailed to you. Press the button to say that the"
            + " address is yours.")
    String confirmWhat();

    @Message("Confirm the address")
    String confirmNow();

    @Message("Your e-mail address is confirmed")
    String confirmed();

    @Message("The registrar now looks at your application, and writes to you.")
    String confirmedWhat();

    @Message("Write the number with the letters A to Z, digits and signs such as - and / alone.")
    String registrationNumberWrong();

    @Message("The link was mailed again. It can take some minutes to arrive.")
    String mailSentAgain();
}
