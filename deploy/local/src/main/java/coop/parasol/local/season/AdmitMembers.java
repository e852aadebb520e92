package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Step 1: producers apply, are admitted and pay for their share. The first season of a demo admits the five founders
 * and one more, every later season one more.
 */
final class AdmitMembers {

    private static final String SHARE_VALUE_CHANGED = "share-value-changed";

    private static final int MAX_ACCOUNT_NUMBER = 1_000_000_000;

    private static final List<DemoProduct> FOUNDERS =
            List.of(DemoProduct.LAMP, DemoProduct.LAMP, DemoProduct.CLOTH, DemoProduct.CLOTH, DemoProduct.SOAP);

    private final SeasonContext context;
    private int joined;

    AdmitMembers(SeasonContext context) {
        this.context = context;
    }

    void run() {
        SeasonLog log = context.log;
        log.section("Members");
        findExistingMembers();
        JsonNode before = context.treasurer.get(Component.MEMBERSHIP, "/share-value");
        int founders = before.path("members").asInt() == 0 ? FOUNDERS.size() : 0;
        for (int i = 0; i < founders; i++) {
            join(FOUNDERS.get(i), "founds the firm");
        }
        for (DemoProduct product : DemoProduct.values()) {
            while (context.producersOf(product).size() < (product == DemoProduct.SOAP ? 1 : 2)) {
                join(product, "joins");
            }
        }
        DemoProduct wanted = List.of(DemoProduct.values()).stream()
                .min(Comparator.comparingInt(
                        product -> context.producersOf(product).size()))
                .orElseThrow();
        BigDecimal value = shareValue();
        join(wanted, "is admitted at the share value of today");
        log.line("the share is worth " + value + " before and " + shareValue()
                + " after: nobody's share is diluted; each of "
                + context.treasurer.get(Component.MEMBERSHIP, "/share-value").path("members")
                + " members owns an equal part");
    }

    /**
     * Finds the demo's members of earlier seasons, and releases commitments that an interrupted season has left open.
     */
    private void findExistingMembers() {
        for (JsonNode member : context.registrar.getAllPages(Component.MEMBERSHIP, "/members")) {
            String email = member.path("email").asText();
            if (member.path("state").asText().equals("ACTIVE")) {
                DemoProduct.ofEmail(email)
                        .ifPresent(product -> context.producers.add(withAccount(
                                member.path("memberId").asText(),
                                member.path("name").asText(),
                                email,
                                product)));
            }
        }
        for (DemoProducer producer : context.producers) {
            for (JsonNode commitment : producer.owner().getAllPages(Component.PRODUCTION, "/commitments")) {
                if (commitment.path("state").asText().equals("OPEN")) {
                    release(producer, commitment.path("commitmentId").asText());
                }
            }
        }
        if (!context.producers.isEmpty()) {
            context.log.line(context.producers.size() + " members of the demo from earlier seasons: "
                    + String.join(
                            ", ",
                            context.producers.stream().map(DemoProducer::name).toList()));
        }
    }

    private void release(DemoProducer producer, String commitmentId) {
        try {
            producer.owner().delete(Component.PRODUCTION, "/commitments/" + commitmentId);
        } catch (ProblemResponseException refusal) {
            if (!List.of("week-frozen", "taken-from-another").contains(refusal.code())) {
                throw refusal;
            }
            context.log.line(producer.name() + " keeps a commitment of an earlier season: " + refusal.code());
        }
    }

    private void join(DemoProduct product, String how) {
        String name = nameFor(product);
        String person = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        String email = person + "-" + context.tag + "@" + product.domain;
        JsonNode applied = context.api
                .anonymous()
                .post(
                        Component.MEMBERSHIP,
                        "/applications",
                        Map.of(
                                "name",
                                name,
                                "registrationNumber",
                                "MSME-" + context.tag + "-" + ++joined,
                                "kind",
                                "PRODUCT",
                                "email",
                                email,
                                "address",
                                Map.of("street", "Workshop lane " + joined, "city", product.town, "country", "IN"),
                                "iban",
                                ExampleIban.of(Math.floorMod(email.hashCode(), MAX_ACCOUNT_NUMBER))));
        String id = applied.path("memberId").asText();
        confirmAddress(id, email, applied.path("hasToConfirmEmail").asBoolean());
        context.registrar.post(Component.MEMBERSHIP, "/members/" + id + "/admission", Map.of());
        BigDecimal paid = buyIn(id);
        DemoProducer producer = withAccount(id, name, email, product);
        context.producers.add(producer);
        context.log.line("%s applies, %s admits it, it pays %s for its share and %s; %s signs in as %s"
                .formatted(
                        name,
                        context.registrar.name(),
                        paid,
                        how,
                        producer.owner().name(),
                        "producer"));
    }

    /** By the link that the portal would mail to whoever applies there. */
    private void confirmAddress(String id, String email, boolean isAsked) {
        if (isAsked) {
            context.api
                    .anonymous()
                    .post(
                            Component.MEMBERSHIP,
                            "/applications/confirmation",
                            Map.of("token", context.api.installation().confirmationToken(id, email)));
        }
    }

    /**
     * Pays for the share. The share value may change between admission and payment; then the payment is refused and
     * repeated with the new amount.
     */
    private BigDecimal buyIn(String memberId) {
        while (true) {
            BigDecimal due = due(memberId);
            try {
                context.treasurer.post(
                        Component.MEMBERSHIP,
                        "/members/" + memberId + "/buy-in",
                        Map.of(
                                "amount",
                                context.api.money().of(due),
                                "bankReference",
                                "BUYIN-" + context.tag + "-" + joined));
                return due;
            } catch (ProblemResponseException refusal) {
                if (!refusal.code().equals(SHARE_VALUE_CHANGED)) {
                    throw refusal;
                }
            }
        }
    }

    private BigDecimal due(String memberId) {
        return Json.number(context.treasurer
                .get(Component.MEMBERSHIP, "/members/" + memberId)
                .path("buyInDue"));
    }

    private DemoProducer withAccount(String id, String name, String email, DemoProduct product) {
        context.log.awaitUntil(
                "an account for " + email, () -> context.api.keycloak().accountExists(email));
        String password = email.substring(0, email.indexOf('-')) + "-demo";
        context.api.keycloak().setPassword(email, password);
        ApiUser owner = context.api.user(email, password);
        return new DemoProducer(id, name, email, product, owner);
    }

    private String nameFor(DemoProduct product) {
        List<String> taken =
                context.producersOf(product).stream().map(DemoProducer::name).toList();
        return product.producerNames.stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElse(product.producerNames.getFirst() + " " + context.tag);
    }

    private BigDecimal shareValue() {
        return Json.number(
                context.treasurer.get(Component.MEMBERSHIP, "/share-value").path("shareValue"));
    }
}
