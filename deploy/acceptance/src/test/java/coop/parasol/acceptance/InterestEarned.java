package coop.parasol.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Component;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Interest that the firm has earned, booked by hand by two treasurers, so that a period has a surplus. */
public final class InterestEarned {

    private InterestEarned() {}

    /** @param amount in the firm's currency, such as {@code 900.00} */
    public static void book(ParasolApi api, LocalDate day, String amount) {
        JsonNode draft = api.demoUser("tara")
                .post(
                        Component.MEMBERSHIP,
                        "/ledger/manual-entries",
                        Map.of(
                                "bookedOn",
                                day.toString(),
                                "narrative",
                                "Interest",
                                "lines",
                                List.of(
                                        Map.of(
                                                "account",
                                                "BANK",
                                                "amount",
                                                api.money().of(amount)),
                                        Map.of(
                                                "account",
                                                "OTHER_INCOME",
                                                "amount",
                                                api.money().of("-" + amount)))));
        JsonNode _ = api.demoUser("tomas")
                .post(
                        Component.MEMBERSHIP,
                        "/ledger/manual-entries/" + draft.path("manualEntryId").asText() + "/approval",
                        Map.of());
    }
}
