package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Step 7: a member leaves, offers the firm what is unsold, is paid for it and for its share, and loses its account. */
final class ExitMember {

    private final SeasonContext context;
    /**
     * The leaving member's unsold batches, which it offers to the firm; whether there are any depends on whose batch was
     * certified first.
     */
    private List<JsonNode> offered = List.of();

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
        offered = awaitUnsold(producer);
        Map<String, Object> request = Map.of(
                "reason",
                "we retire",
                "goods",
                offered.stream()
                        .map(lot -> Map.of("batchId", lot.path("batchId").asText(), "choice", "OFFER"))
                        .toList());
        JsonNode exit = producer.owner().post(Component.MEMBERSHIP, "/exits", request);
        String id = exit.path("exitId").asText();
        JsonNode again = producer.owner().post(Component.MEMBERSHIP, "/exits", request);
        if (!again.path("exitId").asText().equals(id)) {
            throw new OperatorException("Asking twice made two exits.");
        }
        context.log.line(producer.name() + " asks to leave, twice: it is one exit, and needs nobody's leave");
        for (JsonNode lot : offered) {
            context.log.line("%s offers the firm what is unsold of lot %s: %s pieces"
                    .formatted(
                            producer.name(),
                            lot.path("lot").asText(),
                            lot.path("quantity").path("value").asText()));
        }
        awaitClearances(producer, id);
        awaitPayment(producer, id);
        context.producers.remove(producer);
        awaitAccountDisabled(producer);
    }

    /** What membership shows the member as unsold, once it has heard of all that distribution has done. */
    private List<JsonNode> awaitUnsold(DemoProducer producer) {
        AtomicReference<List<JsonNode>> lots = new AtomicReference<>(List.of());
        BigDecimal inStock =
                context
                        .logisticsDesk
                        .getAllPages(Component.DISTRIBUTION, "/stock?product=" + DemoProduct.LAMP.code)
                        .stream()
                        .filter(batch -> batch.path("memberId").asText().equals(producer.memberId()))
                        .map(batch -> Json.number(batch.path("onHand")).add(Json.number(batch.path("reserved"))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        context.log.awaitUntil("membership to know that " + inStock + " pieces are unsold", () -> {
            List<JsonNode> shown = new ArrayList<>();
            producer.owner()
                    .get(Component.MEMBERSHIP, "/exits/preview")
                    .path("goods")
                    .forEach(shown::add);
            lots.set(shown);
            return shown.stream()
                            .map(lot -> Json.number(lot.path("quantity")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .compareTo(inStock)
                    == 0;
        });
        return Objects.requireNonNull(lots.get());
    }

    private void awaitClearances(DemoProducer producer, String exit) {
        String path = "/exits/" + exit;
        context.log.awaitUntil(
                "production and quality to clear the exit",
                () -> isClearedBy(exit, "production") && isClearedBy(exit, "quality"),
                () -> context.treasurer.get(Component.MEMBERSHIP, path).toString());
        context.log.line("production clears: no open commitment; quality clears: no batch awaits inspection");
        offered.forEach(lot -> buyIn(producer, exit, lot));
        context.log.awaitUntil(
                "distribution to clear the exit",
                () -> isClearedBy(exit, "distribution"),
                () -> context.treasurer.get(Component.MEMBERSHIP, path).toString());
        context.log.line("distribution clears: what " + producer.name()
                + " has offered is decided, and nothing waits to be taken back");
    }

    /** The logistics desk proposes to buy an offered lot at list price, and the treasurer agrees. */
    private void buyIn(DemoProducer producer, String exit, JsonNode lot) {
        String purchase = "/exits/" + exit + "/goods/" + lot.path("batchId").asText() + "/purchase";
        Map<String, Object> price = Map.of("unitPrice", context.api.money().of(DemoProduct.LAMP.retail));
        context.log.awaitUntil("distribution to know the offer", () -> {
            try {
                context.logisticsDesk.post(Component.DISTRIBUTION, purchase, price);
                return true;
            } catch (ProblemResponseException refusal) {
                if (refusal.status() == 404 || refusal.status() == 409) {
                    return false;
                }
                throw refusal;
            }
        });
        context.treasurer.post(Component.DISTRIBUTION, purchase + "/approval", Map.of());
        context.log.line("%s proposes to buy lot %s in, %s agrees: it is the firm's own and in no pool"
                .formatted(context.logisticsDesk.name(), lot.path("lot").asText(), context.treasurer.name()));
        context.log.awaitUntil(
                "the books to owe " + producer.name() + " for its goods",
                () -> Json.number(context.treasurer
                                        .get(Component.MEMBERSHIP, "/members/" + producer.memberId() + "/equity")
                                        .path("goodsPayable"))
                                .signum()
                        > 0);
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

    private JsonNode shareValue() {
        return context.treasurer.get(Component.MEMBERSHIP, "/share-value");
    }
}
