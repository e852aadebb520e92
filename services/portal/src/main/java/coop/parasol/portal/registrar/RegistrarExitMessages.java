package coop.parasol.portal.registrar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the registrar's pages about exits. */
@MessageBundle("registrarExits")
interface RegistrarExitMessages {

    @Message("Asked")
    String asked();

    @Message("Notice until")
    String noticeUntil();

    @Message("Share valued on")
    String shareValuedOn();

    @Message("Owed to the firm")
    String owedToTheFirm();

    @Message("until {day}")
    String untilDay(String day);

    @Message("left {sum}")
    String leftSum(String sum);

    @Message("Settlement as PDF")
    String settlementAsPdf();

    @Message("Charge a recall to the holdback")
    String chargeARecallTo();

    @Message("Waits for")
    String waitsFor();

    @Message("through {whom}")
    String throughWhom(String whom);

    @Message("Payments")
    String payments();

    @Message("Number")
    String number();

    @Message("Bank reference")
    String bankReference();

    @Message("Reverse what was recorded")
    String reverseWhatWasRecorded();

    @Message("Propose the reversal")
    String proposeTheReversal();

    @Message("Nobody has asked to leave.")
    String nobodyHasAskedTo();

    @Message("reversal proposed")
    String reversalProposed();

    @Message("No exit is in this state. Choose another, or any.")
    String noExitInState();
}
