package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page that shows a producer what counts of its commitments. */
@MessageBundle("counting")
interface CommitmentCountMessages {

    @Message("What counts")
    String whatCounts();

    @Message("When a week is frozen, it is fixed how much of each commitment counts. If members have committed less"
            + " than partners want, everything counts. If they have committed more, everybody’s commitments count"
            + " up to the same level, so that nobody gains by committing more than it means to make. What counts"
            + " is sold first once it is certified.")
    String intro();

    @Message("Weeks that are open: what would count now")
    String expected();

    @Message("Frozen weeks: what counts")
    String fixed();

    @Message("You have no commitments for weeks that are open.")
    String noneExpected();

    @Message("No week that you have committed for has been frozen yet.")
    String noneFixed();

    @Message("Grade")
    String grade();

    @Message("Empty for the best grade of the product.")
    String gradeHint();

    @Message("Wanted by partners")
    String wanted();

    @Message("Committed by all")
    String committedByAll();

    @Message("Producers")
    String producers();

    @Message("Level")
    String level();

    @Message("all counts")
    String everything();

    @Message("You committed")
    String committed();

    @Message("All firms of your owner")
    String committedByOwner();

    @Message("Your firm is recorded to have one owner with {firms}. Together you count as one producer; what counts is"
            + " divided among your firms by the same rule. If it is not so, write to the registrar.")
    String oneOwnerWith(String firms);

    @Message("Of it counts")
    String counts();

    @Message("Fixed")
    String countedAt();
}
