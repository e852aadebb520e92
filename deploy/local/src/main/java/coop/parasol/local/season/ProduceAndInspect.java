package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Step 4: producers look at the demand, commit to quantities and report batches; auditors inspect every batch. */
final class ProduceAndInspect {

    /** Of each producer, enough for many seasons in one week. */
    private static final long WEEKLY_CAPACITY = 10_000;

    private final SeasonContext context;
    private int lots;

    ProduceAndInspect(SeasonContext context) {
        this.context = context;
    }

    void run() {
        showDemandOutlook();
        DemoProducer firstLampProducer = context.producersOf(DemoProduct.LAMP).getFirst();
        DemoProducer leavingProducer = ExitMember.leavingProducer(context);
        String lamps = commit(firstLampProducer, 50);
        String others = commit(
                leavingProducer.equals(firstLampProducer)
                        ? context.producersOf(DemoProduct.LAMP).get(1)
                        : leavingProducer,
                50);
        String cloth = commit(context.producersOf(DemoProduct.CLOTH).get(0), 100);
        String cloths = share(
                cloth,
                context.producersOf(DemoProduct.CLOTH).get(0),
                context.producersOf(DemoProduct.CLOTH).get(1),
                20);
        String soap = commit(context.producersOf(DemoProduct.SOAP).getFirst(), 300);
        tryToChangeAnothersCommitment(firstLampProducer, others);
        context.log.section("Batches and their certification");
        String first = report(firstLampProducer, 50, lamps);
        tryInspectionWithConflictOfInterest(first, firstLampProducer);
        new ChangeTooLate(context).attempt(first, firstLampProducer);
        certify(first, DemoProduct.FIRST_GRADE);
        DemoProducer second = leavingProducer.equals(firstLampProducer)
                ? context.producersOf(DemoProduct.LAMP).get(1)
                : leavingProducer;
        certify(report(second, 50, others), DemoProduct.FIRST_GRADE);
        DemoProducer printer = context.producersOf(DemoProduct.CLOTH).get(0);
        String rejected = reject(report(printer, 80, cloth));
        certify(report(printer, 80, null), DemoProduct.FIRST_GRADE);
        releaseUnderConcession(rejected, DemoProduct.SECOND_GRADE);
        certify(report(context.producersOf(DemoProduct.CLOTH).get(1), 20, cloths), DemoProduct.SECOND_GRADE);
        ColleagueOfMember usha = new ColleagueOfMember(
                context, context.producersOf(DemoProduct.SOAP).getFirst());
        DemoProducer actedFor = usha.accepts();
        certify(report(actedFor, 300, soap), DemoProduct.FIRST_GRADE);
        usha.triesToBindTheMember(actedFor);
        usha.leaves();
    }

    /** A certified batch that fulfils no commitment. */
    String certifiedBatch(DemoProducer producer, long quantity) {
        String batch = report(producer, quantity, null);
        certify(batch, DemoProduct.FIRST_GRADE);
        return batch;
    }

    private void showDemandOutlook() {
        context.log.section("Planning");
        ApiUser producer = context.producers.getFirst().owner();
        for (DemoProduct product : DemoProduct.values()) {
            String path = "/outlook?product=" + product.code + "&period=" + context.plannedWeek;
            List<JsonNode> demand = new ArrayList<>();
            context.log.awaitUntil("the orders for " + product.code + " in production's outlook", () -> {
                Json.items(producer.get(Component.PRODUCTION, path)).stream()
                        .filter(each -> Json.number(each.path("openOrders")).signum() > 0)
                        .forEach(demand::add);
                return !demand.isEmpty();
            });
            JsonNode seen = demand.getLast();
            context.log.line("%s in %s: %s ordered, %s in stock, %s committed, %s uncovered"
                    .formatted(
                            product.code,
                            context.plannedWeek,
                            Json.number(seen.path("openOrders")),
                            Json.number(seen.path("certifiedStock")),
                            Json.number(seen.path("commitments")),
                            Json.number(seen.path("uncovered"))));
        }
    }

    private void declareCapacity(DemoProducer producer) {
        producer.owner()
                .put(
                        Component.PRODUCTION,
                        "/capacities/" + producer.product().code + "/" + context.plannedWeek,
                        Map.of("quantity", Json.quantity(WEEKLY_CAPACITY, DemoProduct.UNIT)));
    }

    private String commit(DemoProducer producer, long quantity) {
        DemoProduct product = producer.product();
        declareCapacity(producer);
        JsonNode commitment = RetryWhileUnknown.retry(
                context.log,
                "unknown-product not-a-member member-not-active",
                () -> producer.owner()
                        .post(
                                Component.PRODUCTION,
                                "/commitments",
                                Map.of(
                                        "product",
                                        product.code,
                                        "period",
                                        context.plannedWeek,
                                        "quantity",
                                        Json.quantity(quantity, DemoProduct.UNIT),
                                        "route",
                                        product.route)));
        context.log.line("%s commits %d %s, by %s".formatted(producer.name(), quantity, product.code, product.route));
        return commitment.path("commitmentId").asText();
    }

    private void tryToChangeAnothersCommitment(DemoProducer producer, String commitmentOfAnother) {
        ProblemResponseException refusal = producer.owner()
                .expectRefusal(() -> producer.owner()
                        .put(
                                Component.PRODUCTION,
                                "/commitments/" + commitmentOfAnother,
                                Map.of("quantity", Json.quantity(1, DemoProduct.UNIT))));
        context.log.line(producer.name() + " tries to lower another's commitment: "
                + PublishStandardsAndPrices.describe(refusal));
    }

    /** One producer offers a part of what it has committed to another, who takes it. */
    private String share(String commitment, DemoProducer originator, DemoProducer taker, long quantity) {
        String offer = originator
                .owner()
                .post(
                        Component.PRODUCTION,
                        "/shared-offers",
                        Map.of(
                                "commitmentId",
                                commitment,
                                "quantity",
                                Json.quantity(quantity, DemoProduct.UNIT),
                                "memberIds",
                                List.of(taker.memberId())))
                .path("offerId")
                .asText();
        Map<String, Object> part =
                Map.of("quantity", Json.quantity(quantity, DemoProduct.UNIT), "route", taker.product().route);
        String parts = "/shared-offers/" + offer + "/parts";
        ProblemResponseException refusal =
                originator.owner().expectRefusal(() -> originator.owner().post(Component.PRODUCTION, parts, part));
        context.log.line(
                originator.name() + " tries to take its own offer: " + PublishStandardsAndPrices.describe(refusal));
        declareCapacity(taker);
        JsonNode taken = taker.owner().post(Component.PRODUCTION, parts, part);
        context.log.line("%s takes %d %s of what %s has committed and commits it; %s keeps its share"
                .formatted(taker.name(), quantity, taker.product().code, originator.name(), originator.name()));
        return taken.path("commitmentId").asText();
    }

    private String report(DemoProducer producer, long quantity, @Nullable String commitment) {
        Map<String, Object> batch = new HashMap<>();
        batch.put("product", producer.product().code);
        batch.put("lot", context.tag + "-" + ++lots);
        batch.put("quantity", Json.quantity(quantity, DemoProduct.UNIT));
        batch.put("madeOn", context.today.toString());
        batch.put("route", producer.product().route);
        if (commitment != null) {
            batch.put("commitmentId", commitment);
        }
        JsonNode reported = lots == 1
                ? reportByScale(producer, batch)
                : producer.owner().post(Component.PRODUCTION, "/batches", batch);
        String id = reported.path("batchId").asText();
        context.batchIds.add(id);
        context.log.line("%s reports lot %s: %d %s"
                .formatted(producer.name(), batch.get("lot"), quantity, producer.product().code));
        return id;
    }

    /** A scale has a token of its own, sends what it has weighed twice, as after a lost connection, and is revoked. */
    private JsonNode reportByScale(DemoProducer producer, Map<String, Object> batch) {
        ApiUser owner = producer.owner();
        String machine = owner.post(Component.PRODUCTION, "/machines", Map.of("name", "scale"))
                .path("machineId")
                .asText();
        String token = owner.post(Component.PRODUCTION, "/machines/" + machine + "/token", null)
                .path("token")
                .asText();
        ApiUser scale = context.api.machine("scale", token);
        JsonNode reported = scale.post(Component.PRODUCTION, "/batches", batch);
        JsonNode again = scale.post(Component.PRODUCTION, "/batches", batch);
        if (!reported.path("batchId").equals(again.path("batchId"))) {
            throw new IllegalStateException("a lot that was sent twice became two batches: " + again);
        }
        owner.delete(Component.PRODUCTION, "/machines/" + machine);
        context.log.line(
                "a scale of %s, with a token of its own, reports the next lot twice, which counts once; then it is revoked"
                        .formatted(producer.name()));
        return reported;
    }

    private void tryInspectionWithConflictOfInterest(String batch, DemoProducer relatedProducer) {
        JsonNode sampled = sampled(batch);
        ProblemResponseException refusal =
                context.anita.expectRefusal(() -> inspect(context.anita, sampled, DemoProduct.FIRST_GRADE, Map.of()));
        context.log.line("Anita, who has an interest in " + relatedProducer.name() + ", tries to inspect its lot: "
                + PublishStandardsAndPrices.describe(refusal));
    }

    private void certify(String batch, String grade) {
        JsonNode sampled = sampled(batch);
        RetryWhileUnknown.retry(
                context.log,
                "claim-days-unknown",
                () -> context.arun.post(Component.QUALITY, "/batches/" + batch + "/claim", Map.of()));
        JsonNode inspection = inspect(context.arun, sampled, grade, Map.of());
        context.log.line("lot %s: claimed by Arun, %s of %s units inspected, %s in grade %s"
                .formatted(
                        sampled.path("lot").asText(),
                        sampled.path("sampleSize"),
                        Json.number(sampled.path("quantity")),
                        inspection.path("outcome").asText().toLowerCase(Locale.ROOT),
                        grade));
    }

    private String reject(String batch) {
        JsonNode sampled = sampled(batch);
        JsonNode inspection = inspect(context.arun, sampled, DemoProduct.FIRST_GRADE, Map.of("MAJOR", 4, "MINOR", 2));
        if (!inspection.path("outcome").asText().equals("REJECTED")) {
            throw new OperatorException("A batch with four major defects was not rejected.");
        }
        context.log.line("lot %s: 4 major defects in %s units, the plan accepts fewer: rejected; it is made again"
                .formatted(sampled.path("lot").asText(), sampled.path("sampleSize")));
        return batch;
    }

    private void releaseUnderConcession(String batch, String grade) {
        JsonNode proposed = context.qualityDesk.post(
                Component.QUALITY,
                "/lot-releases",
                Map.of(
                        "batchId",
                        batch,
                        "kind",
                        "CONCESSION",
                        "grade",
                        grade,
                        "reason",
                        "Some cloths are 217 cm long, and the standard asks for 218; they are sold as such."));
        String approval = "/lot-releases/" + proposed.path("releaseId").asText() + "/approval";
        ProblemResponseException refusal = context.qualityDesk.expectRefusal(
                () -> context.qualityDesk.post(Component.QUALITY, approval, Map.of()));
        context.log.line("The desk's first person tries to approve its own release of the rejected lot: "
                + PublishStandardsAndPrices.describe(refusal));
        context.secondQualityDesk.post(Component.QUALITY, approval, Map.of());
        JsonNode released = context.arun.get(Component.QUALITY, "/batches/" + batch);
        if (!released.path("state").asText().equals("CERTIFIED")) {
            throw new OperatorException("A rejected lot that two persons have released is not certified.");
        }
        context.log.line("lot %s: released under a concession in grade %s, which its certificate says"
                .formatted(released.path("lot").asText(), grade));
    }

    private JsonNode sampled(String batch) {
        return RetryWhileUnknown.retry(context.log, "batch-not-found not-found not-sampled", () -> {
            JsonNode seen = context.arun.get(Component.QUALITY, "/batches/" + batch);
            context.log.awaitUntil(
                    "a sample drawn of batch " + batch,
                    () -> context.arun
                            .get(Component.QUALITY, "/batches/" + batch)
                            .path("state")
                            .asText()
                            .equals("SAMPLED"));
            return seen.path("state").asText().equals("SAMPLED")
                    ? seen
                    : context.arun.get(Component.QUALITY, "/batches/" + batch);
        });
    }

    static JsonNode inspect(ApiUser auditor, JsonNode sampled, String grade, Map<String, Integer> found) {
        Map<String, Integer> defectives = new HashMap<>(Map.of("CRITICAL", 0, "MAJOR", 0, "MINOR", 0));
        defectives.putAll(found);
        return auditor.post(
                Component.QUALITY,
                "/batches/" + sampled.path("batchId").asText() + "/inspections",
                Map.of("inspected", sampled.path("sampleSize").asInt(), "defectives", defectives, "grade", grade));
    }
}
