package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page on which a producer says how it makes its products. */
@MessageBundle("process")
interface ProcessMessages {

    @Message("My process")
    String process();

    @Message(
            "If you like, say which machines, places or groups have limited hours, and how many hours a unit of each product "
                    + "takes. You commit at most what the hours of a week allow. Without it nothing changes for you. Only you read "
                    + "this page.")
    String intro();

    @Message("Saved.")
    String saved();

    @Message("Work centres")
    String workCenters();

    @Message("One on each line: the name; hours a week; working days a week. For example: kiln; 40; 5")
    String workCentersHint();

    @Message("Days on which you are closed")
    String closedDays();

    @Message("One on each line, as 2026-12-25, beside the holidays of the firm.")
    String closedDaysHint();

    @Message("Steps")
    String routes();

    @Message(
            "One on each line: the product; the step; the machine; the work centre; hours for a unit. What is not known stays "
                    + "empty. For example: VASE; fire; K2; kiln; 0.25")
    String routesHint();

    @Message("Save")
    String save();

    @Message("This line has not the right parts with semicolons between them: {line}")
    String notUnderstood(String line);

    @Message("Hours of the coming weeks")
    String loads();

    @Message("Work centre")
    String workCenter();

    @Message("Hours")
    String hours();

    @Message("Taken by what you have committed")
    String taken();
}
