package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the registrar's pages about applications and members. */
@MessageBundle("registrarMembers")
interface RegistrarMemberMessages {

    @Message("What it does")
    String whatItDoes();

    @Message("Address")
    String address();

    @Message("Applied")
    String applied();

    @Message("Refused because")
    String refusedBecause();

    @Message("What was found out")
    String whatWasFoundOut();

    @Message("Nothing is written down yet. Write what you have checked, such as the register of firms.")
    String nothingIsWrittenDown();

    @Message("Write it down")
    String writeItDown();

    @Message("Decide")
    String decide();

    @Message("Members decide on admissions by vote.")
    String membersDecideOnAdmissions();

    @Message("Propose this admission to a vote")
    String proposeThisAdmissionTo();

    @Message("To the member’s page")
    String toTheMembersPage();

    @Message("No application waits for a decision. New ones come in from the page “Apply for membership”.")
    String noApplicationWaitsFor();

    @Message("Invoice")
    String invoice();

    @Message("To")
    String to();

    @Message("Issued")
    String issued();

    @Message("Price of its share")
    String priceOfItsShare();

    @Message("Outstanding")
    String outstanding();

    @Message("Pay to")
    String payTo();

    @Message("Instalment")
    String instalment();

    @Message("set off {sum}")
    String setOffSum(String sum);

    @Message("Enter a payment")
    String enterAPayment();

    @Message("The treasurer enters what the bank has received.")
    String theTreasurerEntersWhat();

    @Message("Admitted")
    String admitted();

    @Message("Share issued")
    String shareIssued();

    @Message("Left")
    String left();

    @Message("Bylaws at admission")
    String bylawsAtAdmission();

    @Message("Invoice for its share, with what has come in")
    String invoiceForItsShare();

    @Message("Name and e-mail address, with who changed them")
    String nameAndEMailAddress();

    @Message("What was found out before it was admitted")
    String whatWasFoundOutBefore();

    @Message("Share")
    String share();

    @Message("Certificate")
    String certificate();

    @Message("Cancelled")
    String cancelled();

    @Message("What it owns")
    String whatItOwns();

    @Message("Shares")
    String shares();

    @Message("Worth of one share")
    String worthOfOneShare();

    @Message("To be paid out")
    String toBePaidOut();

    @Message("any")
    String any();

    @Message("Show")
    String show();

    @Message("No member is like this. Choose another state, or another part of the name.")
    String noMemberIsLike();

    @Message("Address confirmed")
    String addressConfirmed();

    @Message("not confirmed yet")
    String addressNotConfirmed();

    @Message("The firm is admitted only when it has opened the link that was mailed to it. If it says that none has"
            + " come, send it again; if the address is wrong, change it first.")
    String admittedWhenConfirmed();

    @Message("Send the link again")
    String sendLinkAgain();

    @Message("The link could not be mailed at present. Ask whoever runs the firm’s mail server.")
    String linkNotSent();

    @Message("The link was mailed several times today. Send it again tomorrow.")
    String linkTooMany();

    @Message("makes products")
    String makesProducts();

    @Message("processes for others")
    String processesForOthers();

    @Message("makes products and processes for others")
    String makesAndProcesses();

    @Message("What it can make or process")
    String capabilities();
}
