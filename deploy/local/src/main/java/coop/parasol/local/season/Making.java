package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Person;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import java.util.HashMap;
import java.util.Map;

/** Producers see the demand, say themselves how much they make and how, and report; auditors judge every batch. */
final class Making {

    private final World world;
    private int lots;

    Making(World world) {
        this.world = world;
    }

    void tell() {
        outlook();
        Firm lampKin = world.makersOf(Product.LAMP).getFirst();
        Firm leaver = Leaving.whoLeaves(world);
        String lamps = commit(lampKin, 50);
        String others =
                commit(leaver.equals(lampKin) ? world.makersOf(Product.LAMP).get(1) : leaver, 50);
        String cloth = commit(world.makersOf(Product.CLOTH).get(0), 80);
        String cloths = commit(world.makersOf(Product.CLOTH).get(1), 20);
        String soap = commit(world.makersOf(Product.SOAP).getFirst(), 300);
        notAnothers(lampKin, others);
        world.story.chapter("Batches and their certification");
        String first = report(lampKin, 50, lamps);
        conflict(first, lampKin);
        certify(first, Product.FIRST_GRADE);
        Firm second = leaver.equals(lampKin) ? world.makersOf(Product.LAMP).get(1) : leaver;
        certify(report(second, 50, others), Product.FIRST_GRADE);
        Firm printer = world.makersOf(Product.CLOTH).get(0);
        reject(report(printer, 80, cloth));
        certify(report(printer, 80, null), Product.FIRST_GRADE);
        certify(report(world.makersOf(Product.CLOTH).get(1), 20, cloths), Product.SECOND_GRADE);
        certify(report(world.makersOf(Product.SOAP).getFirst(), 300, soap), Product.FIRST_GRADE);
    }

    private void outlook() {
        world.story.chapter("Planning");
        Person producer = world.firms.getFirst().owner();
        for (Product product : Product.values()) {
            String path = "/outlook?product=" + product.code + "&period=" + world.period;
            world.story.until(
                    "the orders for " + product.code + " in production's outlook",
                    () -> Json.items(producer.get(Part.PRODUCTION, path)).stream()
                            .anyMatch(
                                    seen -> Json.number(seen.path("openOrders")).signum() > 0));
            JsonNode seen = Json.items(producer.get(Part.PRODUCTION, path)).getFirst();
            world.story.tell("%s in %s: %s ordered, %s in stock, %s committed, %s uncovered"
                    .formatted(
                            product.code,
                            world.period,
                            Json.number(seen.path("openOrders")),
                            Json.number(seen.path("certifiedStock")),
                            Json.number(seen.path("commitments")),
                            Json.number(seen.path("uncovered"))));
        }
    }

    private String commit(Firm firm, long quantity) {
        Product product = firm.product();
        Map<String, Object> amount = Map.of("quantity", Json.quantity(quantity, Product.UNIT));
        firm.owner().put(Part.PRODUCTION, "/capacities/" + product.code + "/" + world.period, amount);
        JsonNode commitment = Patiently.retry(
                world.story,
                "unknown-product not-a-member member-not-active",
                () -> firm.owner()
                        .post(
                                Part.PRODUCTION,
                                "/commitments",
                                Map.of(
                                        "product",
                                        product.code,
                                        "period",
                                        world.period,
                                        "quantity",
                                        Json.quantity(quantity, Product.UNIT),
                                        "route",
                                        product.route)));
        world.story.tell("%s commits %d %s, by %s".formatted(firm.name(), quantity, product.code, product.route));
        return commitment.path("commitmentId").asText();
    }

    private void notAnothers(Firm firm, String commitmentOfAnother) {
        Refusal refusal = firm.owner()
                .refused(() -> firm.owner()
                        .put(
                                Part.PRODUCTION,
                                "/commitments/" + commitmentOfAnother,
                                Map.of("quantity", Json.quantity(1, Product.UNIT))));
        world.story.tell(firm.name() + " tries to lower another's commitment: " + Offering.said(refusal));
    }

    private String report(Firm firm, long quantity, @org.jspecify.annotations.Nullable String commitment) {
        Map<String, Object> batch = new HashMap<>();
        batch.put("product", firm.product().code);
        batch.put("lot", world.tag + "-" + ++lots);
        batch.put("quantity", Json.quantity(quantity, Product.UNIT));
        batch.put("madeOn", world.today.toString());
        batch.put("route", firm.product().route);
        if (commitment != null) {
            batch.put("commitmentId", commitment);
        }
        JsonNode reported = firm.owner().post(Part.PRODUCTION, "/batches", batch);
        String id = reported.path("batchId").asText();
        world.batches.add(id);
        world.story.tell(
                "%s reports lot %s: %d %s".formatted(firm.name(), batch.get("lot"), quantity, firm.product().code));
        return id;
    }

    private void conflict(String batch, Firm kin) {
        JsonNode sampled = sampled(batch);
        Refusal refusal = world.anita.refused(() -> inspect(world.anita, sampled, Product.FIRST_GRADE, Map.of()));
        world.story.tell("Anita, who has an interest in " + kin.name() + ", tries to inspect its lot: "
                + Offering.said(refusal));
    }

    private void certify(String batch, String grade) {
        JsonNode sampled = sampled(batch);
        JsonNode inspection = inspect(world.arun, sampled, grade, Map.of());
        world.story.tell("lot %s: %s of %s units inspected by Arun, %s in grade %s"
                .formatted(
                        sampled.path("lot").asText(),
                        sampled.path("sampleSize"),
                        Json.number(sampled.path("quantity")),
                        inspection.path("outcome").asText().toLowerCase(java.util.Locale.ROOT),
                        grade));
    }

    private void reject(String batch) {
        JsonNode sampled = sampled(batch);
        JsonNode inspection = inspect(world.arun, sampled, Product.FIRST_GRADE, Map.of("MAJOR", 4, "MINOR", 2));
        if (!inspection.path("outcome").asText().equals("REJECTED")) {
            throw new coop.parasol.local.servers.Trouble("A batch with four major defects was not rejected.");
        }
        world.story.tell("lot %s: 4 major defects in %s units, the plan accepts fewer: rejected; it is made again"
                .formatted(sampled.path("lot").asText(), sampled.path("sampleSize")));
    }

    private JsonNode sampled(String batch) {
        return Patiently.retry(world.story, "batch-not-found not-found not-sampled", () -> {
            JsonNode seen = world.arun.get(Part.QUALITY, "/batches/" + batch);
            world.story.until(
                    "a sample drawn of batch " + batch,
                    () -> world.arun
                            .get(Part.QUALITY, "/batches/" + batch)
                            .path("state")
                            .asText()
                            .equals("SAMPLED"));
            return seen.path("state").asText().equals("SAMPLED")
                    ? seen
                    : world.arun.get(Part.QUALITY, "/batches/" + batch);
        });
    }

    static JsonNode inspect(Person auditor, JsonNode sampled, String grade, Map<String, Integer> found) {
        Map<String, Integer> defectives = new HashMap<>(Map.of("CRITICAL", 0, "MAJOR", 0, "MINOR", 0));
        defectives.putAll(found);
        return auditor.post(
                Part.QUALITY,
                "/batches/" + sampled.path("batchId").asText() + "/inspections",
                Map.of("inspected", sampled.path("sampleSize").asInt(), "defectives", defectives, "grade", grade));
    }
}
