package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The unsold goods of the leaving member: it takes one lot back, offers the firm another, and leaves the rest in the pools. */
final class LeavingGoods {

    private static final long PIECES = 5;
    private static final String CERTIFIED = "CERTIFIED";

    private final SeasonContext context;
    private final ProduceAndInspect production;
    private final DemoProducer producer;
    private String takenBack = "";
    private String offered = "";
    private String staying = "";

    LeavingGoods(SeasonContext context, ProduceAndInspect production, DemoProducer producer) {
        this.context = context;
        this.production = production;
        this.producer = producer;
    }

    /**
     * Makes three lots that nobody has ordered, and chooses for all that is unsold.
     *
     * @return the choices, as the request to leave has them; what is not named stays
     */
    List<Map<String, String>> choose() {
        takenBack = production.certifiedBatch(producer, PIECES);
        offered = production.certifiedBatch(producer, PIECES);
        staying = production.certifiedBatch(producer, PIECES);
        for (JsonNode lot : awaitUnsold()) {
            context.log.line("%s, unsold %s pieces of lot %s: %s"
                    .formatted(
                            producer.name(),
                            lot.path("quantity").path("value").asText(),
                            lot.path("lot").asText(),
                            words(lot.path("batchId").asText())));
        }
        return List.of(
                Map.of("batchId", takenBack, "choice", "TAKE_BACK"), Map.of("batchId", offered, "choice", "OFFER"));
    }

    private String words(String batchId) {
        if (batchId.equals(takenBack)) {
            return "takes them back";
        }
        return batchId.equals(offered)
                ? "offers them to the firm"
                : "they stay in the pool, and it is paid as they sell";
    }

    /** What membership shows the member as unsold, once it and distribution have heard of all that was certified and sold. */
    private List<JsonNode> awaitUnsold() {
        AtomicReference<List<JsonNode>> lots = new AtomicReference<>(List.of());
        context.log.awaitUntil("membership and distribution to know what is unsold", () -> {
            List<JsonNode> shown = producer.owner().getAllPages(Component.MEMBERSHIP, "/exits/preview/goods");
            lots.set(shown);
            BigDecimal inStock = stock().stream()
                    .filter(batch -> batch.path("memberId").asText().equals(producer.memberId()))
                    .map(batch -> Json.number(batch.path("onHand")).add(Json.number(batch.path("reserved"))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal unsold = shown.stream()
                    .map(lot -> Json.number(lot.path("quantity")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Set<String> batches =
                    shown.stream().map(lot -> lot.path("batchId").asText()).collect(Collectors.toSet());
            return batches.containsAll(List.of(takenBack, offered, staying)) && unsold.compareTo(inStock) == 0;
        });
        return Objects.requireNonNull(lots.get());
    }

    /** Does what the member has chosen, so that distribution clears the exit. */
    void decide(String exit) {
        handOver(exit);
        buyIn(exit);
    }

    private void handOver(String exit) {
        JsonNode handed = onceKnown(exit, takenBack, "/handover", Map.of());
        context.log.line("%s enters that %s has collected %s pieces of lot %s; they are not certified any more"
                .formatted(
                        context.logisticsDesk.name(),
                        producer.name(),
                        handed.path("quantity").path("value").asText(),
                        handed.path("lot").asText()));
    }

    /** The logistics desk proposes to buy the offered lot at list price, and the treasurer agrees. */
    private void buyIn(String exit) {
        JsonNode proposed = onceKnown(
                exit,
                offered,
                "/purchase",
                Map.of("unitPrice", context.api.money().of(DemoProduct.LAMP.retail)));
        context.treasurer.post(Component.DISTRIBUTION, path(exit, offered) + "/purchase/approval", Map.of());
        context.log.line("%s proposes to buy lot %s in, %s agrees: it is the firm's own and in no pool"
                .formatted(context.logisticsDesk.name(), proposed.path("lot").asText(), context.treasurer.name()));
        context.log.awaitUntil(
                "the books to owe " + producer.name() + " for its goods",
                () -> Json.number(context.treasurer
                                        .get(Component.MEMBERSHIP, "/members/" + producer.memberId() + "/equity")
                                        .path("goodsPayable"))
                                .signum()
                        > 0);
    }

    /** Tries again until distribution has heard of the choice. */
    private JsonNode onceKnown(String exit, String batch, String what, Map<String, Object> body) {
        AtomicReference<JsonNode> answer = new AtomicReference<>();
        context.log.awaitUntil("distribution to know the choice", () -> {
            try {
                answer.set(context.logisticsDesk.post(Component.DISTRIBUTION, path(exit, batch) + what, body));
                return true;
            } catch (ProblemResponseException refusal) {
                if (refusal.status() == 404 || refusal.status() == 409) {
                    return false;
                }
                throw refusal;
            }
        });
        return Objects.requireNonNull(answer.get());
    }

    private static String path(String exit, String batch) {
        return "/exits/" + exit + "/goods/" + batch;
    }

    /** Bazaar orders all lamps in store, and with them what has stayed in the pool: it is settled, and the member is paid its part. */
    void sellWhatStays() {
        long pieces = stock().stream()
                .filter(batch -> batch.path("certificateState").asText().equals(CERTIFIED)
                        && batch.path("grade").asText().equals(DemoProduct.FIRST_GRADE))
                .mapToLong(batch -> Json.number(batch.path("onHand")).longValueExact())
                .sum();
        JsonNode order = new PlaceOrders(context)
                .order(context.bazaar, "B2", PlaceOrders.line(DemoProduct.LAMP, DemoProduct.FIRST_GRADE, pieces));
        context.orderAfterExit = order.path("orderId").asText();
        new DeliverAndCollectPayment(context).deliverAndCollectPayment(context.orderAfterExit, context.bazaar);
        new SettlePools(context).settleLast(DemoProduct.LAMP, producer);
    }

    private List<JsonNode> stock() {
        return context.logisticsDesk.getAllPages(Component.DISTRIBUTION, "/stock?product=" + DemoProduct.LAMP.code);
    }
}
