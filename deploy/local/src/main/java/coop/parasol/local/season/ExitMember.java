package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.math.BigDecimal;
import java.util.Map;

/** Step 7: a member leaves, is paid for its share, and loses its account. */
final class ExitMember {

    private final SeasonContext context;
    /**
     * Whether some goods of the leaving member were unsold and bought by the firm; it depends on whose batch was
     * certified first.
     */
    private boolean purchasedByFirm;

    ExitMember(SeasonContext context) {
        this.context = context;
    }

    /** The second lamp producer: it makes what it is asked for and ten more that nobody has ordered. */
    static DemoProducer leavingProducer(SeasonContext context) {
        return context.producersOf(DemoProduct.LAMP).get(1);
    }

    void run() {
        context.log.section("A member leaves");
        DemoProducer producer = leavingProducer(context);
        context.shareValueBeforeExit = Json.number(shareValue().path("shareValue"));
        JsonNode exit = producer.owner().post(Component.MEMBERSHIP, "/exits", Map.of("reason", "we retire"));
        String id = exit.path("exitId").asText();
        JsonNode again = producer.owner().post(Component.MEMBERSHIP, "/exits", Map.of("reason", "we retire"));
        if (!again.path("exitId").asText().equals(id)) {
            throw new OperatorException("Asking twice made two exits.");
        }
        context.log.line(producer.name() + " asks to leave, twice: it is one exit, and needs nobody's leave");
        awaitClearances(producer, id);
        awaitPayment(producer, id);
        context.producers.remove(producer);
        awaitAccountDisabled(producer);
        if (purchasedByFirm) {
            settlePurchasedGoods(producer);
        }
    }

    private void awaitClearances(DemoProducer producer, String exit) {
        String path = "/exits/" + exit;
        context.log.awaitUntil(
                "production and quality to clear the exit",
                () -> isClearedBy(exit, "production") && isClearedBy(exit, "quality"),
                () -> context.treasurer.get(Component.MEMBERSHIP, path).toString());
        context.log.line("production clears: no open commitment; quality clears: no batch awaits inspection");
        context.log.awaitUntil(
                "distribution to know what is unsold",
                () -> isClearedBy(exit, "distribution") || purchaseUnsoldGoods(exit));
        context.log.awaitUntil(
                "distribution to clear the exit",
                () -> isClearedBy(exit, "distribution"),
                () -> context.treasurer.get(Component.MEMBERSHIP, path).toString());
        context.log.line(
                purchasedByFirm
                        ? "the firm purchases the unsold goods of " + producer.name() + "; distribution clears"
                        : "nothing is unsold of " + producer.name() + "; distribution clears");
    }

    /** The logistics desk buys what is unsold; false if distribution was not ready for it. */
    private boolean purchaseUnsoldGoods(String exit) {
        try {
            JsonNode bought = context.logisticsDesk.post(
                    Component.DISTRIBUTION, "/exits/" + exit + "/goods-purchase", Map.of(), "goods-purchase-" + exit);
            purchasedByFirm = !bought.path("goods").isEmpty();
            return true;
        } catch (ProblemResponseException refusal) {
            if (refusal.status() == 404 || refusal.status() == 409) {
                return false;
            }
            throw refusal;
        }
    }

    private boolean isClearedBy(String exit, String service) {
        return context.treasurer
                .get(Component.MEMBERSHIP, "/exits/" + exit)
                .path("clearances")
                .hasNonNull(service);
    }

    private void awaitPayment(DemoProducer producer, String exit) {
        String path = "/exits/" + exit;
        context.log.awaitUntil(
                "the exit to be valued",
                () -> context.treasurer
                        .get(Component.MEMBERSHIP, path)
                        .path("state")
                        .asText()
                        .equals("VALUED"),
                () -> context.treasurer.get(Component.MEMBERSHIP, path).toString());
        JsonNode valued = context.treasurer.get(Component.MEMBERSHIP, path);
        context.log.awaitUntil(
                "the exit's payment to come due",
                () -> context.treasurer
                        .get(Component.MEMBERSHIP, path)
                        .path("payments")
                        .path(0)
                        .path("state")
                        .asText()
                        .equals("DUE"),
                () -> context.treasurer.get(Component.MEMBERSHIP, path).toString());
        new PayMembers(context).payAll("EXIT-" + context.tag);
        BigDecimal after = Json.number(shareValue().path("shareValue"));
        context.log.line(
                "%s is paid %s for its share and is a member no more; the others' share was worth %s and is worth %s"
                        .formatted(
                                producer.name(),
                                Json.number(valued.path("payable")),
                                context.shareValueBeforeExit,
                                after));
    }

    private void awaitAccountDisabled(DemoProducer producer) {
        context.log.awaitUntil(
                "the account of " + producer.name() + " to be disabled",
                () -> !context.api.keycloak().isEnabled(producer.email()));
        try {
            context.api.user(producer.email(), "any").get(Component.PRODUCTION, "/commitments");
            throw new OperatorException("A member that has left could sign in.");
        } catch (ProblemResponseException refusal) {
            context.log.line(producer.name() + " can sign in no more");
        }
    }

    /**
     * The firm's payment for the goods is a receipt of the pool: it is settled like any other and paid to the member
     * after it left.
     */
    private void settlePurchasedGoods(DemoProducer producer) {
        SettlePools settling = new SettlePools(context);
        settling.settle(DemoProduct.LAMP, new BigDecimal("0.01"), "0.00");
        JsonNode last = context.settledPools.getLast();
        for (JsonNode payout : last.path("payouts")) {
            if (payout.path("memberId").asText().equals(producer.memberId())) {
                settling.awaitInBooks(producer, Json.number(payout.path("payable")));
            }
        }
        new PayMembers(context).payAll("POOL-" + context.tag + "-LAST");
    }

    private JsonNode shareValue() {
        return context.treasurer.get(Component.MEMBERSHIP, "/share-value");
    }
}
