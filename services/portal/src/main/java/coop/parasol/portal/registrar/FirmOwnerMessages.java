package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the registrar's page about firms that have one owner. */
@MessageBundle("firmOwners")
public interface FirmOwnerMessages {

    @Message("Firms of one owner")
    String firmsOfOneOwner();

    @Message(
            "Firms that have one owner count as one producer: in what counts of commitments, and in whose goods are"
                    + " sold first. A registrar proposes what is recorded; a second person, registrar or treasurer, approves it.")
    String intro();

    @Message("Firm")
    String firm();

    @Message("Other firms of its owner")
    String otherFirms();

    @Message("Recorded")
    String recorded();

    @Message("No firm is recorded to have one owner with another.")
    String noFirms();

    @Message("What was proposed")
    String whatWasProposed();

    @Message("What")
    String what();

    @Message("Firms")
    String firms();

    @Message("Record that two firms have one owner")
    String recordOneOwner();

    @Message("Firms that have one owner with either of them have it with both.")
    String recordOneOwnerHint();

    @Message("Name or registration number")
    String nameOrNumber();

    @Message("The other firm")
    String theOtherFirm();

    @Message("What proves it, such as the register of firms")
    String whatProvesIt();

    @Message("Propose one owner")
    String proposeOneOwner();

    @Message("Record that a firm has an owner of its own again")
    String recordOwnOwner();

    @Message("Propose an owner of its own")
    String proposeOwnOwner();

    @Message("No member has the name or registration number “{typed}”.")
    String noSuchMember(String typed);

    @Message("Several members have the name “{typed}”: type the registration number.")
    String severalMembers(String typed);

    @Message("Approve this about owners of firms?")
    String approveQuestion();

    @Message("It holds from now on for weeks that are not frozen yet and for goods that are not sold yet.")
    String approveText();

    @Message("What a colleague has proposed to record about owners of firms, and you may approve.")
    String toApprove();
}
