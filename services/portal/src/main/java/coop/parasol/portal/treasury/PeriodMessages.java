package coop.parasol.portal.treasury;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the treasurer's pages about financial periods. */
@MessageBundle("treasuryPeriods")
interface PeriodMessages {

    @Message("Limited return")
    String limitedReturn();

    @Message("Volume of members")
    String volumeOfMembers();

    @Message("Proposed")
    String proposed();

    @Message("Closed")
    String closed();

    @Message("Capital payable since")
    String capitalPayableSince();

    @Message("What it has brought each member")
    String whatItHasBrought();

    @Message("Volume")
    String volume();

    @Message("Bonus")
    String bonus();

    @Message("In cash")
    String inCash();

    @Message("Patronage capital")
    String patronageCapital();

    @Message("Make the patronage capital payable …")
    String makeThePatronageCapital();

    @Message("What a close would bring now")
    String whatACloseWould();

    @Message("Limited return, in percent")
    String limitedReturnInPercent();

    @Message("Undivided")
    String undivided();

    @Message("Loss covered by the reserve")
    String lossCoveredByThe();

    @Message("Loss per share")
    String lossPerShare();

    @Message("For each member")
    String forEachMember();

    @Message("Approve the close …")
    String approveTheClose();

    @Message("Withdraw the proposed close")
    String withdrawTheProposedClose();

    @Message("Propose to close it like this")
    String proposeToCloseIt();

    @Message("Financial periods")
    String financialPeriods();

    @Message("No period was opened yet. Open the first.")
    String noPeriodWasOpened();

    @Message("payable since")
    String payableSince();

    @Message("Open the next period")
    String openTheNextPeriod();

    @Message("First day, for the first period only")
    String firstDayForThe();

    @Message("It follows on the last one without a gap. It cannot be taken back.")
    String itFollowsOnThe();

    @Message("Open this period?")
    String openThisPeriod();
}
