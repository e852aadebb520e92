package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a producer's private calculator of costs. */
@MessageBundle("costs")
interface CostMessages {

    @Message("My costs")
    String costs();

    @Message("Calculate what a unit costs you. Only you can read this: nobody of the firm, no other producer.")
    String intro();

    @Message("Calculate")
    String calculate();

    @Message("You have calculated nothing yet.")
    String none();

    @Message("Name of the calculation")
    String name();

    @Message("Units made")
    String units();

    @Message("For how many units the materials and hours below are.")
    String unitsHint();

    @Message("Materials")
    String materials();

    @Message("One on each line: the material; the quantity; the price of one. For example: oil; 12.5; 320.00")
    String materialsHint();

    @Message("Hours of work")
    String work();

    @Message("One on each line: the step; the hours; what an hour costs. For example: mixing; 4.5; 150.00")
    String workHint();

    @Message("Costs of the workshop in a week")
    String perWeek();

    @Message("Rent, machines and the like, which cost the same whatever you make. Leave it empty for none.")
    String perWeekHint();

    @Message("Units you could make in a week")
    String unitsPerWeek();

    @Message("Of that you expect to make, in %")
    String usedPerCent();

    @Message("Price you want for a unit")
    String wantedPrice();

    @Message("Three parts with semicolons between them are wanted, not: {line}")
    String notUnderstood(String line);

    @Message("This is no number: {typed}")
    String noNumber(String typed);

    @Message("A unit costs you")
    String unitCost();

    @Message("Left over of the price you want")
    String margin();

    @Message("Last in a pool")
    String lastInPool();

    @Message("What a unit of yours last earned in a pool of this product:")
    String lastInPoolWhat();

    @Message("No pool of this product has paid you yet.")
    String noPool();

    @Message("Change the calculation")
    String change();

    @Message("Delete the calculation")
    String delete();
}
