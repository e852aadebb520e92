package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page about the firm's own people and their rights. */
@MessageBundle("staff")
interface StaffMessages {

    @Message("Desks and auditors")
    String desksAndAuditors();

    @Message("Nobody gets rights at the firm by the word of one person: one proposes them, a registrar who is another "
            + "approves, and only then the account is made and the invitation is mailed. Taking an account away needs "
            + "one person and works at once.")
    String intro();

    @Message("The quality desk proposes auditors and takes their accounts away; registrars do so with everybody.")
    String qualityDesk();

    @Message("What was proposed")
    String whatWasProposed();

    @Message("Person")
    String person();

    @Message("Rights")
    String rights();

    @Message("Accounts")
    String accounts();

    @Message("No account was made here yet. Those with which the firm was founded are kept in Keycloak.")
    String noAccounts();

    @Message("Approved")
    String approved();

    @Message("Invited")
    String invited();

    @Message("no mail was sent")
    String notInvited();

    @Message("Removed")
    String removed();

    @Message("Send the invitation again")
    String inviteAgain();

    @Message("Take the account away")
    String remove();

    @Message("Take the account of {name} away?")
    String removeQuestion(String name);

    @Message("The person is signed out and cannot sign in any more. What it has decided stays.")
    String removeText();

    @Message("Give these rights?")
    String approveQuestion();

    @Message("The account gets these rights and no others, and the person is invited by mail.")
    String approveText();

    @Message("Propose a person")
    String proposeAPerson();

    @Message("What the person may do")
    String mayDo();

    @Message("All that it may do afterwards, also if it has an account already.")
    String mayDoHint();

    @Message("Choose at least one right.")
    String chooseARight();

    @Message("Number of the auditor")
    String auditorNumber();

    @Message("As the quality desk has registered it; for auditors alone.")
    String auditorNumberHint();

    @Message("Propose")
    String propose();

    @Message("Rights that a colleague has proposed for somebody, and you may approve.")
    String toApprove();

    @Message("Account of this auditor")
    String accountOfAuditor();
}
