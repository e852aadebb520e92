package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about how a batch was made, what went into it, what its producer has measured, and the labels of goods that are not certified. */
@MessageBundle("batchdetails")
interface BatchDetailMessages {

    @Message("How it was made, what went into it, and what you measured")
    String more();

    @Message("Steps")
    String steps();

    @Message(
            "One on each line, in their order: the step; the machine. For example: casting; furnace 1. Whoever may see the lot "
                    + "sees them: leave out what you keep to yourself.")
    String stepsHint();

    @Message("Fill in the steps of my process plan")
    String fillSteps();

    @Message("Choose the product first; if you have, your process plan has no steps for it.")
    String noPlan();

    @Message("Own lots that went into it")
    String ownLots();

    @Message("One on each line: the lot number; how much of it, in the unit of the lot. For example: L-12; 40")
    String ownLotsHint();

    @Message("Bought-in material")
    String boughtIn();

    @Message("One on each line: the material; its lot. For example: olive oil; 4711")
    String boughtInHint();

    @Message("Lots of other members")
    String certificates();

    @Message(
            "One on each line: the number of the certificate as it stands on the goods; if you know it, how much of the lot.")
    String certificatesHint();

    @Message("Own measurements")
    String measurements();

    @Message("One on each line: the characteristic: the value. For example: weight: 102.5. You are told which value is "
            + "outside the limits of the standard. The auditor measures all the same.")
    String measurementsHint();

    @Message("This line is no measurement: {line}. Write the characteristic, a colon and a number.")
    String noMeasurement(String line);

    @Message("What went into it")
    String inputs();

    @Message("Own lot")
    String ownLot();

    @Message("Lot of another member, certificate")
    String lotOfMember();

    @Message("lot")
    String lotOfMaterial();

    @Message("Characteristic")
    String characteristic();

    @Message("Value")
    String value();

    @Message("Lowest allowed")
    String lower();

    @Message("Highest allowed")
    String upper();

    @Message("outside the limits")
    String outside();

    @Message("within the limits")
    String within();

    @Message("Some of your values are outside the limits of the standard. Look at the goods before the auditor does.")
    String someOutside();

    @Message("Labels for these goods while they are not certified (PDF)")
    String labels();

    @Message("What the standard of {product} measures:")
    String measuredOf(String product);
}
