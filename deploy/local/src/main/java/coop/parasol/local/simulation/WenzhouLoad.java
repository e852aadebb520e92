package coop.parasol.local.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.contracts.Period;
import coop.parasol.local.client.Json;
import coop.parasol.local.season.FirmLaws;
import coop.parasol.local.servers.Component;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Makers report cartons that are inspected; partners order boxes, which are allocated, dispatched and delivered. */
final class WenzhouLoad implements Load {

    private static final String REPORT = "lots reported in bulk";
    private static final String READ = "lot read by its auditor";
    private static final String INSPECTION = "lot inspected";
    private static final String ORDER = "order";
    private static final String DISPATCH = "dispatch";
    private static final String DELIVERY = "delivery";

    private static final double WORKING_SECONDS = 250 * 8 * 3_600;
    private static final double PEAK_TO_MEAN = 500.0 / 55;
    private static final int BOX = 50;
    private static final int LINES = 3;
    private static final int CARTON = 1_000;
    private static final int CARTONS_A_CALL = 10;
    private static final int MODELS = 20;
    private static final int MAKERS = 300;
    private static final int PARTNERS = 50;
    private static final double STOCK_SECONDS = 120;
    private static final String PIECE = "C62";
    private static final int CONFLICT = 409;

    /** How long after an order, or after a try that came too early, the logistics desk dispatches it. */
    private static final double DISPATCH_AFTER = 1;

    private static final double INSPECT_AFTER = 2;
    private static final double MAX_INSPECTION_INTERVAL = 2;

    private final SimulatedFirm firm;
    private final CallStatistics statistics;
    private final double unitsPerSecond;
    private final List<String> models;
    private final int makers;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicLong certified = new AtomicLong();
    private List<SimulatedMember> members = List.of();

    WenzhouLoad(SimulatedFirm firm, CallStatistics statistics, double scale) {
        this.firm = firm;
        this.statistics = statistics;
        this.unitsPerSecond = Network.WENZHOU.size() * scale / WORKING_SECONDS * PEAK_TO_MEAN;
        this.models = IntStream.rangeClosed(1, Math.max(LINES, (int) Math.round(MODELS * scale)))
                .mapToObj("LIGHTER-%02d"::formatted)
                .toList();
        this.makers = Math.max(2, (int) Math.round(MAKERS * scale));
    }

    private double lotsPerSecond() {
        return unitsPerSecond / CARTON;
    }

    private double ordersPerSecond() {
        return unitsPerSecond / (BOX * LINES);
    }

    @Override
    public void prepare() {
        members = firm.members(makers);
        firm.accounts(members);
        SimulatedProducts products = new SimulatedProducts(firm);
        products.publishStandards(models, "Lighter", PIECE);
        products.publishPrices(models, PIECE, "4.50");
        for (int partner = 0; partner < PARTNERS; partner++) {
            firm.logisticsDesk.put(
                    Component.DISTRIBUTION,
                    "/partners/" + partner(partner),
                    Map.of(
                            "name",
                            "Kiosks " + partner,
                            "country",
                            "IN",
                            "tier",
                            SimulatedProducts.TIER,
                            "creditLimit",
                            firm.api().money().of("1000000000.00")));
        }
        stockUp();
    }

    /** What partners order before the first cartons of the load are inspected. */
    private void stockUp() {
        int lots = models.size() * (2 + (int) Math.ceil(lotsPerSecond() / models.size() * STOCK_SECONDS));
        firm.say("%d cartons are made and inspected beforehand".formatted(lots));
        try (Caller caller = new Caller(firm.installation(), new CallStatistics())) {
            List<String> batches = new ArrayList<>();
            for (int call = 0; call < Math.ceilDiv(lots, CARTONS_A_CALL); call++) {
                batches.addAll(report(caller, System.nanoTime()));
            }
            firm.lag().awaitNone();
            for (String batch : batches) {
                inspect(caller, System.nanoTime(), batch);
            }
        } catch (Caller.Failed e) {
            throw SimulatedFirm.refused("The first cartons could not be made", e);
        }
        firm.lag().awaitNone();
    }

    @Override
    public void schedule(OpenLoop loop) {
        statistics.expect(ORDER, ordersPerSecond());
        statistics.expect(DISPATCH, ordersPerSecond());
        statistics.expect(DELIVERY, ordersPerSecond());
        statistics.expect(REPORT, lotsPerSecond());
        statistics.expect(READ, lotsPerSecond());
        statistics.expect(INSPECTION, lotsPerSecond());
        loop.steadily(ordersPerSecond(), ORDER, (caller, due) -> order(loop, caller, due));
        loop.steadily(lotsPerSecond() / CARTONS_A_CALL, REPORT, (caller, due) -> {
            List<String> batches = report(caller, due);
            for (int each = 0; each < batches.size(); each++) {
                String batch = batches.get(each);
                loop.in(
                        INSPECT_AFTER + each * Math.min(MAX_INSPECTION_INTERVAL, 1 / lotsPerSecond()),
                        INSPECTION,
                        (auditor, when) -> inspect(auditor, when, batch));
            }
        });
    }

    /** @return the batches */
    private List<String> report(Caller caller, long due) throws Caller.Failed {
        int call = calls.getAndIncrement();
        SimulatedMember maker = members.get(call % members.size());
        List<Map<String, Object>> lots = IntStream.range(0, CARTONS_A_CALL)
                .mapToObj(each -> lot(call * CARTONS_A_CALL + each))
                .toList();
        String token = firm.user(maker).token();
        JsonNode answers = Json.read(caller.send(
                        new Caller.As(REPORT, due, token, firm.key(REPORT, call)),
                        Component.PRODUCTION,
                        "POST",
                        "/batches/bulk",
                        "application/json",
                        Json.write(lots),
                        CARTONS_A_CALL)
                .body());
        List<String> batches = answers.findValuesAsText("batchId");
        if (batches.size() != CARTONS_A_CALL) {
            throw new Caller.Failed(REPORT, "lots were refused: " + answers, 0);
        }
        return batches;
    }

    private Map<String, Object> lot(int number) {
        return Map.of(
                "product",
                models.get(number % models.size()),
                "lot",
                "C-" + number,
                "quantity",
                Json.quantity(CARTON, PIECE),
                "madeOn",
                firm.api().today().toString(),
                "route",
                "by machine");
    }

    private void inspect(Caller caller, long due, String batch) throws Caller.Failed {
        String token = firm.auditor.token();
        JsonNode seen = caller.get(new Caller.As(READ, due, token, null), Component.QUALITY, "/batches/" + batch);
        JsonNode inspected = caller.post(
                new Caller.As(
                        INSPECTION,
                        System.nanoTime(),
                        token,
                        UUID.nameUUIDFromBytes(batch.getBytes(StandardCharsets.UTF_8))
                                .toString()),
                Component.QUALITY,
                "/batches/" + batch + "/inspections",
                Map.of(
                        "inspected",
                        seen.path("sampleSize").asInt(),
                        "defectives",
                        Map.of("CRITICAL", 0, "MAJOR", 0, "MINOR", 0),
                        "grade",
                        SimulatedProducts.GRADE));
        if (inspected.path("outcome").asText().equals("CERTIFIED")) {
            certified.addAndGet(CARTON);
        }
    }

    private void order(OpenLoop loop, Caller caller, long due) throws Caller.Failed {
        int number = orders.getAndIncrement();
        int first = firm.pick("model", number, models.size());
        List<Map<String, Object>> lines = IntStream.range(0, LINES)
                .mapToObj(line -> Map.<String, Object>of(
                        "product", models.get((first + line) % models.size()), "quantity", Json.quantity(BOX, PIECE)))
                .toList();
        JsonNode order = caller.post(
                new Caller.As(ORDER, due, firm.logisticsDesk.token(), firm.key(ORDER, number)),
                Component.DISTRIBUTION,
                "/orders",
                Map.of(
                        "partnerId",
                        partner(firm.pick("partner", number, PARTNERS)),
                        "reference",
                        firm.tag(number),
                        "period",
                        Period.of(firm.api().today()).toString(),
                        "lines",
                        lines));
        if (order.path("state").asText().equals("REFUSED")) {
            throw new Caller.Failed(ORDER, "refused: " + order.path("refusal"), 0);
        }
        String id = order.path("orderId").asText();
        loop.in(DISPATCH_AFTER, DISPATCH, (desk, when) -> dispatch(loop, desk, when, id, number));
    }

    /** An order that is not allocated yet is tried again; that it was not is part of the time that its dispatch took. */
    private void dispatch(OpenLoop loop, Caller caller, long due, String order, int number) throws Caller.Failed {
        JsonNode shipment;
        try {
            shipment = caller.post(
                    new Caller.As(DISPATCH, due, firm.logisticsDesk.token(), firm.key(DISPATCH, number)),
                    Component.DISTRIBUTION,
                    "/orders/" + order + "/dispatches",
                    Map.of("reference", "DN-" + firm.tag(number)));
        } catch (Caller.Failed refusal) {
            if (refusal.status() != CONFLICT || loop.isOver()) {
                throw refusal;
            }
            loop.in(DISPATCH_AFTER, DISPATCH, (desk, when) -> dispatch(loop, desk, due, order, number));
            return;
        }
        String id = shipment.path("shipmentId").asText();
        loop.in(
                DISPATCH_AFTER,
                DELIVERY,
                (desk, when) -> desk.post(
                        new Caller.As(DELIVERY, when, firm.logisticsDesk.token(), firm.key(DELIVERY, number)),
                        Component.DISTRIBUTION,
                        "/shipments/" + id + "/delivery",
                        Map.of()));
    }

    private static String partner(int number) {
        return UUID.nameUUIDFromBytes(("partner " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void settle() {
        firm.lag().awaitNone();
    }

    @Override
    public void check(FirmLaws.Verdict verdict) {
        BigDecimal stocked = BigDecimal.ZERO;
        for (String model : models) {
            for (JsonNode stock : firm.logisticsDesk.getAllPages(Component.DISTRIBUTION, "/stock?product=" + model)) {
                stocked = stocked.add(Json.number(stock.path("certified")));
            }
        }
        verdict.of(
                "%,d units were certified, and %,d are in stock or sold"
                        .formatted(certified.get(), stocked.longValue()),
                stocked.longValue() == certified.get());
        long ordered = statistics.done(ORDER);
        long delivered = statistics.done(DELIVERY);
        verdict.of("%,d orders were accepted, and %,d delivered".formatted(ordered, delivered), ordered == delivered);
    }

    @Override
    public long counted() {
        return statistics.done(ORDER);
    }

    @Override
    public String countedWords() {
        return "orders, with their shipments and lots";
    }
}
