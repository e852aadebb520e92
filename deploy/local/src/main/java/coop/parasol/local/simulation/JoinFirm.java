package coop.parasol.local.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.season.ExampleIban;
import coop.parasol.local.servers.Component;
import java.util.List;
import java.util.Map;

/** How a made-up firm joins: it applies, the registrar admits it, and the treasurer records that it has paid for its share. */
final class JoinFirm {

    static final String APPLICATION = "application";
    static final String CONFIRMATION = "address confirmed";
    static final String ADMISSION = "admission";
    static final String PRICE = "price of a share asked for";
    static final String CONTRIBUTION = "contribution (share paid)";

    private static final int WRONG_AMOUNT = 422;
    private static final int MAX_ATTEMPTS = 3;
    private static final List<String> FIRST = List.of("Sato", "Chen", "Patel", "Mori", "Lin", "Desai", "Ito", "Zhou");
    private static final List<String> SECOND = List.of("Seiki", "Works", "Tools", "Farm", "Lighters", "Optics");
    private static final List<String> TOWNS = List.of("Hachioji", "Wenzhou", "Anand", "Sayama", "Kheda", "Sagamihara");

    private final SimulatedFirm firm;

    JoinFirm(SimulatedFirm firm) {
        this.firm = firm;
    }

    /** @param number of the member: all that is made up of it follows from that and the seed */
    SimulatedMember join(Caller caller, int number, long due) throws Caller.Failed {
        String email = "member-" + firm.tag(number) + "@simulation.example";
        JsonNode applied = caller.post(
                new Caller.As(APPLICATION, due, null, firm.key(APPLICATION, number)),
                Component.MEMBERSHIP,
                "/applications",
                application(number, email));
        String id = applied.path("memberId").asText();
        if (applied.path("hasToConfirmEmail").asBoolean()) {
            caller.post(
                    new Caller.As(CONFIRMATION, System.nanoTime(), null, null),
                    Component.MEMBERSHIP,
                    "/applications/confirmation",
                    Map.of("token", firm.installation().confirmationToken(id, email)));
        }
        caller.post(
                new Caller.As(ADMISSION, System.nanoTime(), firm.registrar.token(), firm.key(ADMISSION, number)),
                Component.MEMBERSHIP,
                "/members/" + id + "/admission",
                Map.of());
        contribute(caller, number, id);
        return new SimulatedMember(number, id, email);
    }

    private Map<String, Object> application(int number, String email) {
        String name = FIRST.get(firm.pick("first", number, FIRST.size())) + " "
                + SECOND.get(firm.pick("second", number, SECOND.size())) + " " + number;
        return Map.of(
                "name",
                name,
                "registrationNumber",
                firm.tag(number),
                "kind",
                "PRODUCT",
                "email",
                email,
                "address",
                Map.of(
                        "street",
                        "Workshop lane " + number,
                        "city",
                        TOWNS.get(firm.pick("town", number, TOWNS.size())),
                        "country",
                        "IN"),
                "iban",
                ExampleIban.of(number));
    }

    /** Pays what is due; what a share is worth may change between the question and the payment, and then is asked for again. */
    private void contribute(Caller caller, int number, String id) throws Caller.Failed {
        for (int attempt = 0; ; attempt++) {
            JsonNode price = caller.get(
                            new Caller.As(PRICE, System.nanoTime(), firm.treasurer.token(), null),
                            Component.MEMBERSHIP,
                            "/members/" + id)
                    .path("buyInDue");
            try {
                caller.post(
                        new Caller.As(
                                CONTRIBUTION,
                                System.nanoTime(),
                                firm.treasurer.token(),
                                firm.key(CONTRIBUTION + attempt, number)),
                        Component.MEMBERSHIP,
                        "/members/" + id + "/buy-in",
                        Map.of("amount", price, "bankReference", firm.tag(number)));
                return;
            } catch (Caller.Failed refusal) {
                if (refusal.status() != WRONG_AMOUNT || attempt == MAX_ATTEMPTS) {
                    throw refusal;
                }
            }
        }
    }
}
