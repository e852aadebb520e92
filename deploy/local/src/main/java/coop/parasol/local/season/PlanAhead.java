package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.contracts.Period;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Between orders and production: a partner says what it expects in weeks to come, and a producer commits what is proposed to it. */
final class PlanAhead {

    private static final DemoProduct PRODUCT = DemoProduct.LAMP;
    private static final long EXPECTED = 80;
    private static final long CAPACITY = 1_000;
    private static final int TAKEN = 200;
    private static final int WEEKS_AHEAD = 4;

    private final SeasonContext context;

    /** Far enough ahead that its forecast may still be changed by the bylaws of the founding. */
    private final String week;

    PlanAhead(SeasonContext context) {
        this.context = context;
        this.week = Period.of(context.today.plusWeeks(WEEKS_AHEAD)).toString();
    }

    void run() {
        context.log.section("Forecasts");
        forecast();
        acceptProposal(context.producersOf(PRODUCT).getFirst());
    }

    private void forecast() {
        JsonNode answers = context.bazaar.post(
                Component.DISTRIBUTION, "/forecasts", List.of(expected(week), expected(context.period)));
        JsonNode tooLate = answers.path(1).path("problem");
        if (answers.path(0).path("status").asInt() != TAKEN
                || !tooLate.path("code").asText().equals("forecast-closed")) {
            throw new OperatorException("Forecasts were not answered one by one: " + answers);
        }
        context.log.line("Bazaar expects to order %d %s in %s; for %s it is too late: %s"
                .formatted(
                        EXPECTED,
                        PRODUCT.code,
                        week,
                        context.period,
                        tooLate.path("detail").asText()));
    }

    private static Map<String, Object> expected(String week) {
        return Map.of(
                "product",
                PRODUCT.code,
                "grade",
                DemoProduct.FIRST_GRADE,
                "period",
                week,
                "quantity",
                Json.quantity(EXPECTED, DemoProduct.UNIT));
    }

    /** What a producer has committed of an earlier season's proposal is released when the next season begins. */
    private void acceptProposal(DemoProducer producer) {
        ApiUser owner = producer.owner();
        owner.put(
                Component.PRODUCTION,
                "/capacities/" + PRODUCT.code + "/" + week,
                Map.of("quantity", Json.quantity(CAPACITY, DemoProduct.UNIT)));
        List<JsonNode> proposals = new ArrayList<>();
        context.log.awaitUntil("a proposal of " + PRODUCT.code + " for " + week, () -> {
            owner.getAllPages(Component.PRODUCTION, "/commitment-proposals").stream()
                    .filter(each -> each.path("period").asText().equals(week))
                    .forEach(proposals::add);
            return !proposals.isEmpty();
        });
        JsonNode proposal = proposals.getLast();
        owner.post(
                Component.PRODUCTION,
                "/commitment-proposals/acceptance",
                Map.of(
                        "product",
                        PRODUCT.code,
                        "grade",
                        proposal.path("grade").asText(),
                        "period",
                        week,
                        "quantity",
                        proposal.path("proposed"),
                        "route",
                        PRODUCT.route));
        context.log.line("%s is proposed %s of the %s %s that are wanted in %s, and commits them with one call"
                .formatted(
                        producer.name(),
                        Json.number(proposal.path("proposed")),
                        Json.number(proposal.path("wanted")),
                        PRODUCT.code,
                        week));
    }
}
