package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about a producer's machines. */
@MessageBundle("machines")
interface MachineMessages {

    @Message("Machines that report batches")
    String machines();

    @Message("A scale or a controller reports batches for you with a token of its own. With it a machine can "
            + "report batches and read yours, and nothing else. You see here when its token was issued; revoke "
            + "a machine that is lost or sold.")
    String intro();

    @Message("Name of the machine")
    String name();

    @Message("In your own words, for example: scale at the packing table.")
    String nameHint();

    @Message("Add a machine")
    String add();

    @Message("You have no machine yet.")
    String noMachines();

    @Message("State")
    String state();

    @Message("Token issued")
    String issuedAt();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("Issue its token")
    String issue();

    @Message("Issue a new token; the old one ends")
    String issueAgain();

    @Message("Revoke it")
    String revoke();

    @Message("The token of the machine is shown this once")
    String shownOnce();

    @Message("Token")
    String token();

    @Message("Enter it at the machine, which sends it with each call as Authorization: Bearer and then the "
            + "token, to this address:")
    String howTo();

    @Message("Whoever has the token can report batches in your name. If it is lost, issue another one or "
            + "revoke the machine.")
    String lost();
}
