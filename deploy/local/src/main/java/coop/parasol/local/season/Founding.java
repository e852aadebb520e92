package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Person;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Firms apply, are admitted and buy their share; the demo's first five found the firm, every season one more joins. */
final class Founding {

    private static final String REFUSED_BECAUSE_VALUE_MOVED = "share-value-changed";

    private static final int MOST_ACCOUNTS = 1_000_000_000;

    private static final List<Product> FOUNDERS =
            List.of(Product.LAMP, Product.LAMP, Product.CLOTH, Product.CLOTH, Product.SOAP);

    private final World world;
    private int joined;

    Founding(World world) {
        this.world = world;
    }

    void tell() {
        Story story = world.story;
        story.chapter("Members");
        members();
        JsonNode before = world.treasurer.get(Part.MEMBERSHIP, "/share-value");
        int founders = before.path("members").asInt() == 0 ? FOUNDERS.size() : 0;
        for (int i = 0; i < founders; i++) {
            join(FOUNDERS.get(i), "founds the firm");
        }
        for (Product product : Product.values()) {
            while (world.makersOf(product).size() < (product == Product.SOAP ? 1 : 2)) {
                join(product, "joins");
            }
        }
        Product wanted = List.of(Product.values()).stream()
                .min(Comparator.comparingInt(product -> world.makersOf(product).size()))
                .orElseThrow();
        BigDecimal value = shareValue();
        join(wanted, "is admitted at the share value of today");
        story.tell("the share is worth " + value + " before and " + shareValue()
                + " after: nobody's share is diluted; each of "
                + world.treasurer.get(Part.MEMBERSHIP, "/share-value").path("members") + " members owns an equal part");
    }

    /** Members of earlier seasons; what an interrupted season left open is put in order. */
    private void members() {
        for (JsonNode member : world.registrar.all(Part.MEMBERSHIP, "/members")) {
            String email = member.path("email").asText();
            if (member.path("state").asText().equals("ACTIVE")) {
                Product.madeBy(email)
                        .ifPresent(product -> world.firms.add(signedUp(
                                member.path("memberId").asText(),
                                member.path("name").asText(),
                                email,
                                product)));
            }
        }
        for (Firm firm : world.firms) {
            for (JsonNode commitment : firm.owner().all(Part.PRODUCTION, "/commitments")) {
                if (commitment.path("state").asText().equals("OPEN")) {
                    firm.owner()
                            .delete(
                                    Part.PRODUCTION,
                                    "/commitments/"
                                            + commitment.path("commitmentId").asText());
                }
            }
        }
        if (!world.firms.isEmpty()) {
            world.story.tell(world.firms.size() + " members of the demo from earlier seasons: "
                    + String.join(", ", world.firms.stream().map(Firm::name).toList()));
        }
    }

    private void join(Product product, String how) {
        String name = nameFor(product);
        String person = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        String email = person + "-" + world.tag + "@" + product.domain;
        JsonNode applied = world.rest
                .anyone()
                .post(
                        Part.MEMBERSHIP,
                        "/applications",
                        Map.of(
                                "name",
                                name,
                                "registrationNumber",
                                "MSME-" + world.tag + "-" + ++joined,
                                "kind",
                                "PRODUCT",
                                "email",
                                email,
                                "address",
                                Map.of("street", "Workshop lane " + joined, "city", product.town, "country", "IN"),
                                "iban",
                                account(Math.floorMod(email.hashCode(), MOST_ACCOUNTS))));
        String id = applied.path("memberId").asText();
        world.registrar.post(Part.MEMBERSHIP, "/members/" + id + "/admission", Map.of());
        BigDecimal paid = buyIn(id);
        Firm firm = signedUp(id, name, email, product);
        world.firms.add(firm);
        world.story.tell("%s applies, %s admits it, it pays %s for its share and %s; %s signs in as %s"
                .formatted(name, world.registrar.name(), paid, how, firm.owner().name(), "producer"));
    }

    /** A bank account of the demo: a German IBAN with check digits that are right (ISO 7064, modulo 97-10). */
    private static String account(int number) {
        String bban = "12030000%010d".formatted(number);
        int check =
                98 - new BigInteger(bban + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(check, bban);
    }

    /** The value may move between admission and payment; the refusal says so, and the amount due is read again. */
    private BigDecimal buyIn(String memberId) {
        while (true) {
            BigDecimal due = due(memberId);
            try {
                world.treasurer.post(
                        Part.MEMBERSHIP,
                        "/members/" + memberId + "/buy-in",
                        Map.of("amount", Json.money(due), "bankReference", "BUYIN-" + world.tag + "-" + joined));
                return due;
            } catch (Refusal refusal) {
                if (!refusal.code().equals(REFUSED_BECAUSE_VALUE_MOVED)) {
                    throw refusal;
                }
            }
        }
    }

    private BigDecimal due(String memberId) {
        return Json.number(
                world.treasurer.get(Part.MEMBERSHIP, "/members/" + memberId).path("buyInDue"));
    }

    private Firm signedUp(String id, String name, String email, Product product) {
        world.story.until("an account for " + email, () -> world.rest.identity().knows(email));
        String password = email.substring(0, email.indexOf('-')) + "-demo";
        world.rest.identity().setPassword(email, password);
        Person owner = world.rest.person(email, password);
        return new Firm(id, name, email, product, owner);
    }

    private String nameFor(Product product) {
        List<String> taken = world.makersOf(product).stream().map(Firm::name).toList();
        return product.firms.stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElse(product.firms.getFirst() + " " + world.tag);
    }

    private BigDecimal shareValue() {
        return Json.number(world.treasurer.get(Part.MEMBERSHIP, "/share-value").path("shareValue"));
    }
}
