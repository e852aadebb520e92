package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the registrar's pages about members' passwords, bank accounts, names and ends. */
@MessageBundle("registrarAccess")
interface RegistrarAccessMessages {

    @Message("A first password")
    String aFirstPassword();

    @Message("For a member that has never signed in: it is mailed a link, valid for three days, by which it chooses its"
            + " password; or you hand it a password, which it has to change at its first sign-in. Its account is"
            + " made once its share is paid.")
    String forAMemberThat();

    @Message("Issue a one-time password")
    String issueAOneTime();

    @Message("A new password for a member that has lost its own")
    String aNewPasswordFor();

    @Message("None was proposed.")
    String noneWasProposed();

    @Message("Decided")
    String decided();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("Show my part of the password, once")
    String showMyPartOf();

    @Message("Why it needs a new password, and how you know it is the member")
    String whyItNeedsA();

    @Message("Propose a new password")
    String proposeANewPassword();

    @Message("A pending proposal is replaced. A second registrar approves; each of you gives the member one " + "half.")
    String aPendingProposalIs();

    @Message("Where it is paid")
    String whereItIsPaid();

    @Message("A member changes its bank account itself. A desk proposes one only for a member that is dead, "
            + "dissolved or cannot sign in.")
    String aMemberChangesIts();

    @Message("What proves it, such as a certificate of inheritance")
    String whatProvesItSuch();

    @Message("Propose the bank account")
    String proposeTheBankAccount();

    @Message("Record a death or dissolution")
    String recordADeathOr();

    @Message("Go on")
    String goOn();

    @Message("Erasure of personal data")
    String erasureOfPersonalData();

    @Message("Erased")
    String erased();

    @Message("Kept until")
    String keptUntil();

    @Message("Not possible because")
    String notPossibleBecause();

    @Message("What was erased")
    String whatWasErased();

    @Message("Rows")
    String rows();

    @Message("It becomes possible when the member has left, is paid, and its pools are settled.")
    String itBecomesPossibleWhen();

    @Message("Name and e-mail address")
    String nameAndEMail();

    @Message("New name")
    String newName();

    @Message("Change the name")
    String changeTheName();

    @Message("New e-mail address")
    String newEMailAddress();

    @Message("Only as long as the member has no password of its own.")
    String onlyAsLongAs();

    @Message("Change the e-mail address")
    String changeTheEMail();

    @Message("Changes")
    String changes();

    @Message("Neither has been changed.")
    String neitherHasBeenChanged();

    @Message("What")
    String what();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("By")
    String by();

    @Message("When")
    String when();

    @Message("Shown once")
    String shownOnce();

    @Message("Write it down or read it out now: it is not shown again.")
    String writeItDownOr();

    @Message("Signs in as")
    String signsInAs();

    @Message("Back to the member’s passwords")
    String backToTheMembers();
}
