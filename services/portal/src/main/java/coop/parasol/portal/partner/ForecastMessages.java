package coop.parasol.portal.partner;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages on which a partner says what it expects to order. */
@MessageBundle("forecasts")
interface ForecastMessages {

    @Message("Forecasts")
    String forecasts();

    @Message(
            "Say how much you expect to order for a week, so that producers can plan for it. It is no order, and you owe"
                    + " nothing for it. Your orders for the week are taken off it. Say it again to change it, and 0 to take it"
                    + " back, until the day that the list shows.")
    String intro();

    @Message("Grade")
    String grade();

    @Message("Empty for the best grade of the product.")
    String gradeHint();

    @Message("Choose a product")
    String choose();

    @Message("Save")
    String save();

    @Message("Can be changed until")
    String changeableUntil();

    @Message("Said for")
    String saidFor();

    @Message("this week")
    String thisWeek();

    @Message("every week")
    String everyWeek();

    @Message("You have said nothing yet about the weeks to come.")
    String none();

    @Message("Many from a file")
    String many();

    @Message(
            "A line for each product and week: product, grade, week, quantity and perhaps the unit, with tabs, semicolons or"
                    + " commas between them. The first line may name the columns, in any language of these pages. Without a grade it is the best. Lines that are"
                    + " refused are named with the reason and stay in the box; the others are saved.")
    String manyIntro();

    @Message("A file with the names of the columns, to be filled in")
    String template();

    @Message("For example")
    String example();

    @Message("File")
    String file();

    @Message("Lines")
    String lines();

    @Message("Lines that were refused; mend them and save again")
    String linesRefused();

    @Message("There are no lines in it.")
    String noLines();

    @Message("These are too many lines; at most {most} are read at once.")
    String tooManyLines(int most);

    @Message("What became of the lines")
    String answers();

    @Message("All lines are saved: {saved}.")
    String allSaved(int saved);

    @Message("Saved: {saved}. Refused: {refused}.")
    String someRefused(int saved, int refused);

    @Message("Line")
    String line();

    @Message("Why it is refused")
    String reason();

    @Message("Field")
    String field();

    @Message("Code")
    String code();

    @Message("What became of it")
    String outcome();

    @Message("saved")
    String saved();

    @Message("refused")
    String refused();

    @Message("Save, and answer each line in a file")
    String saveWithAnswers();

    @Message("Not shown here: {count} more. Send the file again with “answer each line in a file” to see all of them.")
    String moreRefused(int count);

    @Message("There are too many refused lines to mend them here: mend them in your file and send it again.")
    String mendInFile();

    @Message("What I need every week")
    String standingNeeds();

    @Message(
            "Say how much you need of a product in every week until you revoke it. It is a forecast of each week up to a"
                    + " quarter ahead. What you say for one week alone stands instead.")
    String standingIntro();

    @Message("Needed from week")
    String from();

    @Message("as early as possible")
    String asEarlyAsPossible();

    @Message("Revoke")
    String revoke();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("You have not said that you need anything every week.")
    String noStandingNeeds();
}
