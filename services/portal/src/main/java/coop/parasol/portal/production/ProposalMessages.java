package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page that proposes to a producer what it could commit. */
@MessageBundle("proposals")
interface ProposalMessages {

    @Message("Proposed to you")
    String proposals();

    @Message(
            "The firm divides what partners want in equal parts among the members that could make it: each at most what it has"
                    + " declared and not committed, as far as it has delivered before what counted. It is a proposal; you commit it"
                    + " with one click, or commit something else, or nothing.")
    String intro();

    @Message("Nothing is proposed to you. Say what you could make; what nobody has committed is then proposed to you.")
    String none();

    @Message("You could still make")
    String freeCapacity();

    @Message("Proposed")
    String proposed();

    @Message("Commit {quantity} {product} for {week}")
    String commitThis(String quantity, String product, String week);

    @Message("What you have delivered")
    String reliability();

    @Message(
            "Of what counted of your commitments in the last quarter, what was certified of batches that you had reported before"
                    + " their week was over. Only you see it, and only proposals go by it.")
    String reliabilityIntro();

    @Message("Nothing of yours has counted in a week that is over.")
    String nothingCounted();

    @Message("Counted")
    String counted();

    @Message("Delivered")
    String delivered();

    @Message("All weeks")
    String allWeeks();
}
