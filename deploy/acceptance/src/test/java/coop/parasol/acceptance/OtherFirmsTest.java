package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.season.Season;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.Starter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Firms whose currency has no decimals or three, whose day is not that of UTC, or whose country has tax on top of payouts, run a season from the first start of an
 * installation of their own.
 */
@Tag("full")
class OtherFirmsTest {

    @ParameterizedTest
    @CsvSource({"JPY, Pacific/Kiritimati, 04-01", "KWD, Pacific/Pago_Pago, 01-01"})
    void a_season_of_a_firm_with_another_currency_and_day_conserves_money_and_units(
            String currency, String zone, String financialYearBegin, @TempDir Path home) {
        season(
                home,
                Map.of(
                        "PARASOL_FIRM_CURRENCY",
                        currency,
                        "PARASOL_FIRM_ZONE",
                        zone,
                        "PARASOL_FIRM_FINANCIAL_YEAR_BEGIN",
                        financialYearBegin),
                firm -> {});
    }

    @Test
    void a_season_of_a_firm_in_germany_owes_producers_their_tax_on_top_and_conserves_money_and_units(
            @TempDir Path home) {
        season(
                home,
                Map.of(
                        "PARASOL_FIRM_CURRENCY",
                        "EUR",
                        "PARASOL_FIRM_ZONE",
                        "Europe/Berlin",
                        "PARASOL_FIRM_COUNTRY",
                        "DE",
                        "PARASOL_FIRM_ADDRESS",
                        "Hafenstraße 7, 20457 Hamburg",
                        "PARASOL_FIRM_TAX_NUMBER",
                        "DE136695976"),
                firm -> {
                    ApiUser tara = new ParasolApi(firm, notice -> {}).demoUser("tara");
                    List<JsonNode> taxes = tara.getAllPages(Component.MEMBERSHIP, "/payables?kind=PAYOUT_TAX");
                    assertThat(taxes).as("tax that is owed or was paid").isNotEmpty();
                    assertThat(taxes).anyMatch(tax -> tax.path("state").asText().equals("PAID"));
                    BigDecimal owed = tara.getAllPages(Component.PRICING, "/payout-documents").stream()
                            .filter(document -> document.hasNonNull("taxOnTop"))
                            .map(document -> Json.number(document.path("taxOnTop")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(balance(tara, "INPUT_TAX"))
                            .as("recoverable from the tax office")
                            .isEqualByComparingTo(owed);
                });
    }

    private static BigDecimal balance(ApiUser treasurer, String account) {
        for (JsonNode item : treasurer
                .get(Component.MEMBERSHIP, "/ledger/balance-sheet")
                .path("assets")
                .path("items")) {
            if (item.path("account").asText().equals(account)) {
                return Json.number(item.path("amount"));
            }
        }
        return BigDecimal.ZERO;
    }

    private static void season(Path home, Map<String, String> ofTheFirm, Consumer<Installation> afterwards) {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        Installation firm = Installation.at(root, home, Ports.free());
        Map<String, String> settings = new HashMap<>(ofTheFirm);
        settings.put("PARASOL_BYLAWS_NOTICE_PERIOD", "P0D");
        settings.put("PARASOL_BYLAWS_BATCH_CORRECTION_MINUTES", "0");
        settings.put("PARASOL_SETTLE_CURRENT_WEEK", "true");
        firm.firmSettings(settings).save();
        Starter starter = new Starter(firm, settings, System.out::println);
        try {
            starter.startServers(false);
            starter.startServices();
            boolean allHold = new Season(firm, Instant.now().getEpochSecond()).run();

            assertThat(allHold).as("whether all conservation laws hold").isTrue();
            afterwards.accept(firm);
        } finally {
            firm.stop();
        }
    }
}
