package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page on which a producer says what it could make. */
@MessageBundle("capacity")
interface CapacityMessages {

    @Message("What I could make")
    String capacities();

    @Message(
            "Say how much of a product you could make in a week. You commit to none of it; you can commit to at most so much, "
                    + "and to nothing where you have said neither this nor, under My process, how many hours a unit takes. Say it again for the same week to change it.")
    String intro();

    @Message("Declare")
    String declare();

    @Message("Declared. The list shows how it stands now.")
    String declared();

    @Message("You have declared nothing yet.")
    String none();

    @Message("Choose a product.")
    String chooseProduct();
}
