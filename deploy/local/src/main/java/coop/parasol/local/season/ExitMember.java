package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.util.Map;

/**
 * Step 7: a member leaves with a part of its unsold goods, is paid for those that the firm buys in and for its share, and loses its
 * account when what it has left in the pool is sold, settled and paid as well.
 */
final class ExitMember {

    private final SeasonContext context;
    private final ProduceAndInspect production;

    ExitMember(SeasonContext context, ProduceAndInspect production) {
        this.context = context;
        this.production = production;
    }

    /** The second lamp producer: it makes what it is asked for and ten more that nobody has ordered. */
    static DemoProducer leavingProducer(SeasonContext context) {
        return context.producersOf(DemoProduct.LAMP).get(1);
    }

    void run() {
        context.log.section("A member leaves");
        DemoProducer producer = leavingProducer(context);
        context.shareValueBeforeExit = Json.number(shareValue().path("shareValue"));
        LeavingGoods goods = new LeavingGoods(context, production, producer);
        Map<String, Object> request = Map.of("reason", "we retire", "goods", goods.choose());
        JsonNode exit = producer.owner().post(Component.MEMBERSHIP, "/exits", request);
        String id = exit.path("exitId").asText();
        JsonNode again = producer.owner().post(Component.MEMBERSHIP, "/exits", request);
        if (!again.path("exitId").asText().equals(id)) {
            throw new OperatorException("Asking twice made two exits.");
        }
        context.log.line(producer.name() + " asks to leave, twice: it is one exit, and needs nobody's leave");
        awaitClearances(producer, goods, id);
        awaitPayment(producer, id);
        context.producers.remove(producer);
        goods.sellWhatStays();
        awaitAccountDisabled(producer);
    }

    private void awaitClearances(DemoProducer producer, LeavingGoods goods, String exit) {
        String path = "/exits/" + exit;
        context.log.awaitUntil(
                "production and quality to clear the exit",
                () -> isClearedBy(exit, "production") && isClearedBy(exit, "quality"),
                () -> context.treasurer.get(Component.MEMBERSHIP, path).toString());
        context.log.line("production clears: no open commitment; quality clears: no batch awaits inspection");
        goods.decide(exit);
        context.log.awaitUntil(
                "distribution to clear the exit",
                () -> isClearedBy(exit, "distribution"),
                () -> context.treasurer.get(Component.MEMBERSHIP, path).toString());
        context.log.line("distribution clears: what " + producer.name()
                + " has offered is decided, and what it takes back is collected");
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
        context.shareValueAfterExit = Json.number(shareValue().path("shareValue"));
        context.log.line(
                "%s is paid %s for its share and is a member no more; the others' share was worth %s and is worth %s"
                        .formatted(
                                producer.name(),
                                Json.number(valued.path("payable")),
                                context.shareValueBeforeExit,
                                context.shareValueAfterExit));
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

    private JsonNode shareValue() {
        return context.treasurer.get(Component.MEMBERSHIP, "/share-value");
    }
}
