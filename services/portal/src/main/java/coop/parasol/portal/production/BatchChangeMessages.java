package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about correcting and withdrawing a reported batch. */
@MessageBundle("batchchanges")
interface BatchChangeMessages {

    @Message("Correct what is reported")
    String correct();

    @Message("Correct lot {lot}")
    String correctTitle(String lot);

    @Message("Product and lot stay. If one of these is wrong, withdraw the batch and report it anew. Quality "
            + "takes the correction as long as it has drawn no sample; it answers on the page of the lot.")
    String correctWhat();

    @Message("Send the correction")
    String sendCorrection();

    @Message("Withdraw the batch")
    String withdraw();

    @Message("Withdraw lot {lot}")
    String withdrawTitle(String lot);

    @Message("What was made counts for its commitment no more, and the lot number is not used again. Quality "
            + "takes it as long as it has drawn no sample; it answers on the page of the lot. This cannot be "
            + "undone.")
    String withdrawWhat();

    @Message("Withdraw it")
    String doWithdraw();

    @Message("No sample is drawn yet: you may still correct what you have reported, or withdraw it.")
    String canChange();

    @Message("Until {time} you may correct what you have reported, or withdraw it. Then the sample is drawn.")
    String canChangeUntil(String time);

    @Message("Quality has not answered yet what you want to change. Until then what you reported stays.")
    String waits();

    @Message("You have withdrawn this lot. It is not inspected and not sold.")
    String withdrawn();

    @Message("What you wanted to change")
    String changes();

    @Message("Change")
    String what();

    @Message("Asked")
    String askedAt();

    @Message("Answer")
    String answer();

    @Message("none yet")
    String none();
}
