package coop.parasol.portal.pricing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages about the final closing of pools, and about what comes in afterwards. */
@MessageBundle("closings")
public interface PoolClosingMessages {

    @Message("Final closings of pools")
    String title();

    @Message(
            "A pool that is closed finally has no supplement. What partners still pay for its goods, and recalls of them, are divided by its own rule within the product's next settlement.")
    String intro();

    @Message("Close finally …")
    String closeFinally();

    @Message("Propose to close it finally")
    String proposeToClose();

    @Message("Closed finally")
    String closedFinally();

    @Message("on {day} by {first} and {second}")
    String closedBy(String day, String first, String second);

    @Message("Final closing proposed")
    String closingProposed();

    @Message("A second person closes it.")
    String aSecondPersonCloses();

    @Message("Close this pool finally?")
    String closeThisPool();

    @Message(
            "After it the pool has no supplement. What comes in later goes to the producers of these goods with the product's next settlement. This cannot be undone.")
    String afterIt();

    @Message("Close finally")
    String closeIt();

    @Message("Withdraw")
    String withdraw();

    @Message("Closings that a colleague has proposed and you may approve.")
    String proposalsOfAColleague();

    @Message("No pool was closed finally.")
    String none();

    @Message("Pool")
    String pool();

    @Message("Week")
    String week();

    @Message("State")
    String state();

    @Message("Proposed")
    String proposed();

    @Message("Closed")
    String closed();

    @Message("Late money of closed pools")
    String lateMoney();

    @Message(
            "What has come in for goods of pools that were closed finally. Each is divided by its own rule, as if it had come before the closing.")
    String lateIntro();

    @Message("Waits for the next settlement")
    String waits();

    @Message("{received} received since, of which {payouts} will be paid to producers")
    String waiting(String received, String payouts);

    @Message("{received} received since; producers will owe {charges}")
    String waitingCharge(String received, String charges);

    @Message("nothing")
    String nothingWaits();

    @Message("Received since")
    String received();

    @Message("Margin")
    String margin();

    @Message("Paid now")
    String paidNow();

    @Message("Charged")
    String charged();

    @Message("Carried on")
    String carriedOn();

    @Message("From the closed pool of {week}")
    String fromClosedPool(String week);

    @Message("Late money of the closed pool of {week}")
    String poolOfWeek(String week);
}
