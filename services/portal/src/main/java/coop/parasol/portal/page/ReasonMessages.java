package coop.parasol.portal.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why quality has decided something by itself; in templates {@code reason:}. */
@MessageBundle("reason")
public interface ReasonMessages {

    @Message("2 of the last {lots} lots in a row were rejected.")
    String twoRejected(String lots);

    @Message("The switching score has reached {score}.")
    String scoreReached(String score);

    @Message("The corrective action was accepted.")
    String resumed();

    @Message("5 lots in a row were accepted on tightened inspection.")
    String fiveAccepted();

    @Message("5 lots were rejected on tightened inspection.")
    String fiveRejected();

    @Message("A lot was rejected on reduced inspection.")
    String rejectedOnReduced();

    @Message("A lot on reduced inspection had more defects than are accepted, fewer than reject it.")
    String inGap();

    @Message("The quality desk has tightened it: {written}")
    String tightenedByDesk(String written);

    @Message("The lot is accepted, but its inspection has used up the whole lot.")
    String usedUp();

    @Message("Sorted: {good} go on as lot {lot}, {scrapped} are scrapped.")
    String sorted(String good, String lot, String scrapped);
}
