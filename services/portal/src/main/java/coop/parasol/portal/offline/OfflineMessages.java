package coop.parasol.portal.offline;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page for work without a line. */
@MessageBundle("offline")
public interface OfflineMessages {

    @Message("Without a line")
    String title();

    @Message("Lock")
    String lock();

    @Message("There is no line. What you keep is sent as soon as there is one and this page is open.")
    String noLine();

    @Message("There is a line.")
    String lineIsThere();

    @Message("There is a line, but your session has ended. Sign in, so that what you have kept is sent.")
    String signedOut();

    @Message("Another person has signed in on this device. What you have kept is sent when you sign in again.")
    String otherPerson();

    @Message("nothing is entered")
    String missing();

    @Message("The device has no room left: this was not kept, and what you typed still stands here. Make room, for"
            + " example by deleting pictures, and try again.")
    String noRoom();

    @Message("The browser could not keep this. What you typed still stands here; try again.")
    String notKept();

    @Message("The PIN has six characters at least.")
    String shortPin();

    @Message("The two entries of the PIN differ.")
    String otherPin();

    @Message("This is not the PIN. Nothing was lost; try again.")
    String wrongPin();

    @Message("Tick the box if you want to delete it.")
    String notSure();

    @Message("The PIN is set. The browser has agreed to keep what is not sent.")
    String persists();

    @Message("The PIN is set. The browser may delete what is not sent if the device has no room left: send it soon.")
    String mayBeDeleted();

    @Message("Kept on this device.")
    String kept();

    @Message("Delete this without sending it?")
    String removeWhat();

    @Message("This file has no unsent work of yours.")
    String otherFile();

    @Message("Added from the file:")
    String added();

    @Message("Work without a line needs JavaScript, which this browser does not run.")
    String needsScripts();

    @Message("Not sent")
    String unsent();

    @Message("A new version of the portal is there")
    String newVersion();

    @Message("It is used by itself once everything is sent. Nothing is lost either way.")
    String newVersionWhat();

    @Message("Use it now")
    String useNewVersion();

    @Message("Work without a line needs a recent browser, an address that begins with https, and a window that is not"
            + " private. Every other page works as always.")
    String unsupported();

    @Message("Nobody is signed in on this device. Sign in once while there is a line; after that this page opens"
            + " without one. What was kept here before is still here and opens for whoever has kept it.")
    String nobody();

    @Message("Set a PIN")
    String setPin();

    @Message("What you keep on this device is encrypted with a PIN of your own, so that nobody else who holds it can"
            + " read it.")
    String setPinWhat();

    @Message("The PIN is stored nowhere, and nobody can reset it. If you lose it, what is not sent yet is lost; what"
            + " has arrived is not.")
    String lostPinWhat();

    @Message("PIN")
    String pin();

    @Message("Six characters at least; letters make it stronger.")
    String pinHint();

    @Message("PIN again")
    String pinAgain();

    @Message("Open")
    String openIt();

    @Message("I have lost the PIN")
    String lostPin();

    @Message("I know that what is not sent is lost.")
    String forgetSure();

    @Message("Delete it and set another PIN")
    String forget();

    @Message("Send now")
    String sendNow();

    @Message("Export what is not sent to a file")
    String exportFile();

    @Message("Open this page once while there is a line: it then keeps the lists that the form needs.")
    String listsUnknown();

    @Message("Keep and send")
    String keep();

    @Message("What you have kept")
    String records();

    @Message("Nothing is kept.")
    String noRecords();

    @Message("not sent")
    String stateUnsent();

    @Message("refused: correct it")
    String stateRefused();

    @Message("arrived")
    String stateSent();

    @Message("Kept by a later version of the portal")
    String laterVersion();

    @Message("See it")
    String seeIt();

    @Message("Correct")
    String correct();

    @Message("Delete")
    String remove();

    @Message("Read a file that was exported")
    String importFile();

    @Message("Work that was exported on another device is sent from this one. What is in both arrives once. The file is"
            + " not encrypted: delete it afterwards.")
    String importWhat();

    @Message("File")
    String file();

    @Message("Lots that you have claimed")
    String preparedLots();

    @Message(
            "They were made ready for the road when this page was last open with a line. Claim lots under Inspections.")
    String preparedWhat();

    @Message("No lot is made ready.")
    String noLots();

    @Message("Units that are done:")
    String unitsDone();

    @Message("Every change is kept at once on this device.")
    String unitsWhat();

    @Message("All the others are good")
    String restGood();

    @Message("Take or choose a photo")
    String takePhoto();

    @Message("It is made smaller before it is kept; where and with what it was taken is left out.")
    String photoWhat();

    @Message("This is no picture that the browser can read.")
    String noPicture();

    @Message("Your name, as signature")
    String signature();

    @Message("What you sign does not change any more once it has arrived.")
    String signatureWhat();

    @Message("Sign and send")
    String sign();

    @Message("Go on later")
    String closeInspection();

    @Message("begun, not signed")
    String stateDraft();

    @Message("You have saved this inspection in the portal since the lot was made ready, and this would replace it."
            + " Look at it there; if this one is right, open the lot here again and sign it once more.")
    String savedElsewhere();

    @Message("this is not a number")
    String notANumber();
}
