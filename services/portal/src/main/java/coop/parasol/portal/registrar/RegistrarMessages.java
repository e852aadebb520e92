package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the registrar's pages. */
@MessageBundle("registrar")
public interface RegistrarMessages {

    @Message("Recorded deaths and dissolutions that a colleague wants to reverse, which you can approve.")
    String reversalsToApprove();

    @Message("Bank accounts")
    String bankAccounts();

    @Message(
            "Accounts that a colleague has proposed for a member that cannot do so itself. Find the member, and approve.")
    String bankAccountsToApprove();

    @Message("New passwords")
    String newPasswords();

    @Message("New passwords that a colleague has proposed for a member. Find the member, and approve.")
    String newPasswordsToApprove();

    @Message("Passwords and bank account")
    String passwordsAndBankAccount();

    @Message("State")
    String state();

    @Message("Reason")
    String reason();

    @Message("Proposed")
    String proposed();

    @Message("A second person approves.")
    String aSecondPersonApproves();

    @Message("Approve …")
    String approve();

    @Message("Withdraw")
    String withdraw();

    @Message("Bank account")
    String bankAccount();

    @Message("Proof")
    String proof();

    @Message("IBAN")
    String iban();

    @Message("Application")
    String application();

    @Message("Registration number")
    String registrationNumber();

    @Message("E-mail address")
    String eMailAddress();

    @Message("Admit …")
    String admit();

    @Message("Why it is refused")
    String whyItIsRefused();

    @Message("Refuse …")
    String refuse();

    @Message("Applications")
    String applications();

    @Message("Name")
    String name();

    @Message("Bylaws")
    String bylaws();

    @Message("version {number}")
    String versionNumber(String number);

    @Message("Kept back for recalls")
    String keptBackForRecalls();

    @Message("Death, dissolution, erasure")
    String deathDissolutionErasure();

    @Message("What has happened")
    String whatHasHappened();

    @Message("Death")
    String death();

    @Message("Dissolution")
    String dissolution();

    @Message("The document that proves it")
    String theDocumentThatProves();

    @Message("IBAN of whoever is paid")
    String ibanOfWhoeverIs();

    @Message("Would be erased")
    String wouldBeErased();

    @Message("nothing")
    String nothing();

    @Message("Is kept by law")
    String isKeptByLaw();

    @Message("Erase …")
    String erase();

    @Message("Exit")
    String exit();

    @Message("Member")
    String member();

    @Message("Kind")
    String kind();

    @Message("Document")
    String document();

    @Message("Equal share")
    String equalShare();

    @Message("Patronage capital")
    String patronageCapital();

    @Message("Debts")
    String debts();

    @Message("Paid")
    String paid();

    @Message("Timeline")
    String timeline();

    @Message("Amount")
    String amount();

    @Message("Due on")
    String dueOn();

    @Message("Reversal")
    String reversal();

    @Message("Why it is reversed")
    String whyItIsReversed();

    @Message("Exits")
    String exits();

    @Message("Members")
    String members();

    @Message("Password")
    String password();

    @Message("Text")
    String text();

    @Message("Propose")
    String propose();

    @Message("Votes")
    String votes();

    @Message("Admit {name}?")
    String admitName(String name);

    @Message("Its share is issued when its price has come in. An admission is not taken back here.")
    String itsShareIsIssued();

    @Message("Admit")
    String admit198();

    @Message("Say why: the firm is told.")
    String sayWhyTheFirm();

    @Message("Refuse {name}?")
    String refuseName(String name);

    @Message("The firm is told why, and may apply again.")
    String theFirmIsTold();

    @Message("Refuse")
    String refuse202();

    @Message("Reverse this exit?")
    String reverseThisExit();

    @Message("The member stays. If it had asked to leave itself, that goes on.")
    String theMemberStaysIf();

    @Message("Approve")
    String approve205();

    @Message("Give it to the member in person or by telephone. It has to be changed at the first sign-in.")
    String giveItToThe();

    @Message("Approve a new password for {name}?")
    String approveANewPassword(String name);

    @Message("The old password and all sessions of the member end at once. Each of the two registrars then "
            + "sees one half of the new password.")
    String theOldPasswordAnd();

    @Message("This is the first half. Your colleague has the second.")
    String thisIsTheFirst();

    @Message("This is the second half. Your colleague has the first.")
    String thisIsTheSecond();

    @Message("Approve this bank account?")
    String approveThisBankAccount();

    @Message("The member is paid there from the next payment run on.")
    String theMemberIsPaid();

    @Message("Bank account so far")
    String bankAccountSoFar();

    @Message("New bank account")
    String newBankAccount();

    @Message("Name the document that proves it.")
    String nameTheDocumentThat();

    @Message("Record the end of {name}?")
    String recordTheEndOf(String name);

    @Message("The member leaves at once, without notice, and its share is settled like every exit. Until the "
            + "share is valued, two registrars can reverse it.")
    String theMemberLeavesAt();

    @Message("Record it")
    String recordIt();

    @Message("Erase what is personal of {name}?")
    String eraseWhatIsPersonal(String name);

    @Message("It is erased in every service, and cannot be brought back.")
    String itIsErasedIn();

    @Message("Erase")
    String erase221();

    @Message("Registrar")
    String registrar();

    @Message("Firms that wait for a decision.")
    String firmsThatWaitFor();

    @Message("Members that leave.")
    String membersThatLeave();

    @Message("Votes that are announced or open.")
    String votesThatAreAnnounced();

    @Message("Admission of {name}")
    String admissionOfName(String name);
}
