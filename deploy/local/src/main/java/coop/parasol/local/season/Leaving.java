package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Trouble;
import java.math.BigDecimal;
import java.util.Map;

/** A member leaves with its property, by itself and whole; the brand goes on. */
final class Leaving {

    private final World world;
    /** Whether anything of the leaving member's goods was unsold: which goods are sold first depends on who was certified first. */
    private boolean boughtIn;

    Leaving(World world) {
        this.world = world;
    }

    /** The second of the lamp makers: in the season it makes what is asked of it, and ten more that nobody has ordered. */
    static Firm whoLeaves(World world) {
        return world.makersOf(Product.LAMP).get(1);
    }

    void tell() {
        world.story.chapter("A member leaves");
        Firm firm = whoLeaves(world);
        world.shareValueBeforeExit = Json.number(shareValue().path("shareValue"));
        JsonNode exit = firm.owner().post(Part.MEMBERSHIP, "/exits", Map.of("reason", "we retire"));
        String id = exit.path("exitId").asText();
        JsonNode again = firm.owner().post(Part.MEMBERSHIP, "/exits", Map.of("reason", "we retire"));
        if (!again.path("exitId").asText().equals(id)) {
            throw new Trouble("Asking twice made two exits.");
        }
        world.story.tell(firm.name() + " asks to leave, twice: it is one exit, and needs nobody's leave");
        clear(firm, id);
        pay(firm, id);
        world.firms.remove(firm);
        accountIsClosed(firm);
        if (boughtIn) {
            goodsBoughtIn(firm);
        }
    }

    private void clear(Firm firm, String exit) {
        String path = "/exits/" + exit;
        world.story.until(
                "production and quality to clear the exit",
                () -> cleared(exit, "production") && cleared(exit, "quality"),
                () -> world.treasurer.get(Part.MEMBERSHIP, path).toString());
        world.story.tell("production clears: no open commitment; quality clears: no batch awaits inspection");
        world.story.until("distribution to know what is unsold", () -> cleared(exit, "distribution") || buyIn(exit));
        world.story.until(
                "distribution to clear the exit",
                () -> cleared(exit, "distribution"),
                () -> world.treasurer.get(Part.MEMBERSHIP, path).toString());
        world.story.tell(
                boughtIn
                        ? "the firm buys in what is unsold of " + firm.name() + "; distribution clears"
                        : "nothing is unsold of " + firm.name() + "; distribution clears");
    }

    /** The logistics desk buys in what is unsold, as soon as there is nothing left to wait for. */
    private boolean buyIn(String exit) {
        try {
            JsonNode bought =
                    world.logistics.post(Part.DISTRIBUTION, "/exits/" + exit + "/buy-in", Map.of(), "buy-in-" + exit);
            boughtIn = !bought.path("goods").isEmpty();
            return true;
        } catch (Refusal refusal) {
            if (refusal.status() == 404 || refusal.status() == 409) {
                return false;
            }
            throw refusal;
        }
    }

    private boolean cleared(String exit, String service) {
        return world.treasurer
                .get(Part.MEMBERSHIP, "/exits/" + exit)
                .path("clearances")
                .hasNonNull(service);
    }

    private void pay(Firm firm, String exit) {
        String path = "/exits/" + exit;
        world.story.until(
                "the exit to be valued",
                () -> world.treasurer
                        .get(Part.MEMBERSHIP, path)
                        .path("state")
                        .asText()
                        .equals("VALUED"),
                () -> world.treasurer.get(Part.MEMBERSHIP, path).toString());
        JsonNode valued = world.treasurer.get(Part.MEMBERSHIP, path);
        world.story.until(
                "the exit's payment to come due",
                () -> world.treasurer
                        .get(Part.MEMBERSHIP, path)
                        .path("payments")
                        .path(0)
                        .path("state")
                        .asText()
                        .equals("DUE"),
                () -> world.treasurer.get(Part.MEMBERSHIP, path).toString());
        new Paying(world).payAll("EXIT-" + world.tag);
        BigDecimal after = Json.number(shareValue().path("shareValue"));
        world.story.tell(
                "%s is paid %s for its share and is a member no more; the others' share was worth %s and is worth %s"
                        .formatted(
                                firm.name(), Json.number(valued.path("payable")), world.shareValueBeforeExit, after));
    }

    private void accountIsClosed(Firm firm) {
        world.story.until(
                "the account of " + firm.name() + " to be disabled",
                () -> !world.rest.identity().enabled(firm.email()));
        try {
            world.rest.person(firm.email(), "any").get(Part.PRODUCTION, "/commitments");
            throw new Trouble("A member that has left could sign in.");
        } catch (Refusal refusal) {
            world.story.tell(firm.name() + " can sign in no more");
        }
    }

    /** What the firm paid for the bought-in goods is the producer's: settled like any receipt, and paid out after it left. */
    private void goodsBoughtIn(Firm firm) {
        Settling settling = new Settling(world);
        settling.settle(Product.LAMP, new BigDecimal("0.01"), "0.00");
        JsonNode last = world.settled.getLast();
        for (JsonNode payout : last.path("payouts")) {
            if (payout.path("memberId").asText().equals(firm.memberId())) {
                settling.awaitInBooks(firm, Json.number(payout.path("payable")));
            }
        }
        new Paying(world).payAll("POOL-" + world.tag + "-LAST");
    }

    private JsonNode shareValue() {
        return world.treasurer.get(Part.MEMBERSHIP, "/share-value");
    }
}
