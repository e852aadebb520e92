package coop.parasol.portal.scan;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page on which codes are scanned. */
@MessageBundle("scan")
interface ScanMessages {

    @Message("Scan a code")
    String title();

    @Message("A code on a certificate, label, pallet or batch leads to its page. You may scan it or type it; both do"
            + " the same.")
    String what();

    @Message("Number of a certificate, lot, batch or SSCC")
    String code();

    @Message("Find")
    String find();

    @Message("By camera")
    String byCamera();

    @Message("Start the camera")
    String start();

    @Message("Stop the camera")
    String stop();

    @Message("Picture of the camera")
    String picture();

    @Message("Or choose a picture with the code")
    String fromPicture();

    @Message("Hold the code before the camera.")
    String looking();

    @Message("The camera cannot be used. Type the code, or choose a picture.")
    String noCamera();

    @Message("No code was found in this picture.")
    String nothingInPicture();

    @Message("Nothing of yours has this code. Numbers have to be typed whole.")
    String nothing();

    @Message("Several things have this code")
    String several();
}
