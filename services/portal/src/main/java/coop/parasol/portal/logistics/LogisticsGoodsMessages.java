package coop.parasol.portal.logistics;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the logistics desk's pages about stock and leaving members' goods. */
@MessageBundle("logisticsGoods")
public interface LogisticsGoodsMessages {

    @Message("Nobody who leaves has goods here.")
    String nobodyWhoLeavesHas();

    @Message("Member")
    String member();

    @Message("Left on")
    String leftOn();

    @Message("nothing")
    String nothing();

    @Message("Goods of a leaving member")
    String goodsOfALeaving();

    @Message("Taken back or offered")
    String takenBackOrOffered();

    @Message("The member takes nothing back and has offered nothing.")
    String theMemberTakesNothing();

    @Message("Choice")
    String choice();

    @Message("Until")
    String until();

    @Message("Proposed price")
    String proposedPrice();

    @Message("What you can do")
    String whatYouCanDo();

    @Message("Handed over …")
    String handedOver();

    @Message("A second person approves.")
    String aSecondPersonApproves();

    @Message("Propose a price for lot {lot}")
    String proposeAPriceFor(String lot);

    @Message("Nothing is unsold.")
    String nothingIsUnsold();

    @Message("Propose a price for a lot")
    String proposeAPriceForA();

    @Message("At most the list price of the bylaws’ tier. A second person of the desk or the treasurer " + "approves.")
    String atMostTheList();

    @Message("Price for one unit")
    String priceForOneUnit();

    @Message("Check of the stock")
    String checkOfTheStock();

    @Message("no unit is lost")
    String noUnitIsLost();

    @Message("units do not add up")
    String unitsDoNotAdd();

    @Message("What was counted")
    String whatWasCounted();

    @Message("Batches")
    String batches();

    @Message("Certified")
    String certified();

    @Message("On hand")
    String onHand();

    @Message("Returned")
    String returned();

    @Message("Destroyed")
    String destroyed();

    @Message("Set aside")
    String setAside();

    @Message("Taken back")
    String takenBack();

    @Message("Used in other batches")
    String consumed();

    @Message("Said to be used, but was not on hand")
    String consumptionDue();

    @Message("Batches that do not add up")
    String batchesThatDoNot();

    @Message("Reservations that do not add up")
    String reservationsThatDoNot();

    @Message("Shipments that do not add up")
    String shipmentsThatDoNot();

    @Message("Idle while an order waits")
    String idleWhileAnOrder();

    @Message("Orders that wait too long to be reserved")
    String ordersThatWaitToo();

    @Message("Check again now")
    String checkAgainNow();

    @Message("No certified batch is here.")
    String noCertifiedBatchIs();

    @Message("Certificate")
    String certificate();

    @Message("Owner")
    String owner();

    @Message("Best before")
    String bestBefore();

    @Message("How it signs in")
    String howItSignsIn();

    @Message("A partner has no account by being registered: make one for each person who orders for it.")
    String whoMakesItsAccount();

    @Message("Accounts of its people")
    String accountsOfItsPeople();

    @Message("Not for sale any more")
    String elsewhere();

    @Message("Goods to buy in")
    String purchases();

    @Message("prices at which a colleague proposes to buy in goods of leaving members. Approve them.")
    String purchasesToApprove();
}
