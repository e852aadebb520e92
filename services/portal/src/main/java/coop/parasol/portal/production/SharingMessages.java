package coop.parasol.portal.production;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages on which producers share commitments and hand them over. */
@MessageBundle("sharing")
interface SharingMessages {

    @Message("Share orders")
    String shareOrders();

    @Message("If you have committed more than you can make, offer a part to other members. Who takes it commits it, and"
            + " you keep a share of what its goods pay. An offer ends when its week is frozen. In a frozen week you"
            + " hand over what counts to a member that accepts it.")
    String intro();

    @Message("Offered to you")
    String offeredToYou();

    @Message("Nobody offers you anything for weeks that are open.")
    String nothingOffered();

    @Message("Originator")
    String originator();

    @Message("Left")
    String left();

    @Message("Originator keeps")
    String originatorKeeps();

    @Message("Take …")
    String takeOpen();

    @Message("Your offers")
    String yourOffers();

    @Message("You have offered nothing yet. Open a commitment and offer a part of it.")
    String noOffers();

    @Message("Offered")
    String offered();

    @Message("Taken")
    String taken();

    @Message("Offered to")
    String offeredTo();

    @Message("all members")
    String allMembers();

    @Message("Taken by")
    String takenBy();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("Withdraw the rest")
    String withdrawRest();

    @Message("Taken from others")
    String takenFromOthers();

    @Message("You have taken nothing from others yet.")
    String nothingTaken();

    @Message("Handed over in frozen weeks")
    String handedOver();

    @Message("Nothing was handed over.")
    String noHandovers();

    @Message("Direction")
    String direction();

    @Message("Other member")
    String otherMember();

    @Message("Accept")
    String accept();

    @Message("Decline")
    String decline();

    @Message("Withdraw")
    String withdraw();

    @Message("Offer a part to others")
    String offerPart();

    @Message("Of it is offered at most what you have not reported.")
    String offerHint();

    @Message("To which members")
    String toWhom();

    @Message("One name a line. Empty: to all members.")
    String toWhomHint();

    @Message("Tick whom you offer it to. Tick nobody to offer it to all members.")
    String toWhomTick();

    @Message("Choose a member")
    String chooseMember();

    @Message("Choose the member to whom you hand it over.")
    String memberMissing();

    @Message("Offered to you by name")
    String offersToYou();

    @Message("parts of others’ orders. Take them, whole or in part, before their weeks are frozen.")
    String offersToYouText();

    @Message("Offered to all members")
    String offersToAll();

    @Message("parts of others’ orders that you may take too, before their weeks are frozen.")
    String offersToAllText();

    @Message("To be handed over to you")
    String handoversToYou();

    @Message("parts of others’ commitments wait for you: accept or decline them before the week is over.")
    String handoversToYouText();

    @Message("Take a part of {product}, {week}")
    String takeTitle(String product, String week);

    @Message("Take it and commit it")
    String take();

    @Message(
            "{name} keeps {percent} of what the goods pay that you make of it. What you take you commit within your own"
                    + " capacity; you cannot release it before its week is over. Committing as much yourself costs no share.")
    String takeIntro(String name, String percent);

    @Message("Hand over what counts")
    String handOver();

    @Message("Possible in a frozen week, for what counts of the commitment and is not made yet. It counts for the other"
            + " member once it accepts.")
    String handOverHint();

    @Message("To which member")
    String toMember();

    @Message("Propose to hand it over")
    String proposeHandOver();

    @Message("Handed over")
    String handedOverColumn();

    @Message("Received")
    String receivedColumn();

    @Message("There is no active member with the name {name}.")
    String noSuchProducer(String name);

    @Message("Several active members have the name {name}.")
    String severalProducers(String name);
}
