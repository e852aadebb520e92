package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.season.Season;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.Starter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Firms whose currency has no decimals or three, and whose day is not that of UTC, run a season from the first start of an
 * installation of their own.
 */
@Tag("full")
class OtherFirmsTest {

    @ParameterizedTest
    @CsvSource({"JPY, Pacific/Kiritimati, 04-01", "KWD, Pacific/Pago_Pago, 01-01"})
    void a_season_of_a_firm_with_another_currency_and_day_conserves_money_and_units(
            String currency, String zone, String financialYearBegin, @TempDir Path home) {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        Installation firm = Installation.at(root, home, Ports.free());
        Map<String, String> settings = Map.of(
                "PARASOL_FIRM_CURRENCY",
                currency,
                "PARASOL_FIRM_ZONE",
                zone,
                "PARASOL_FIRM_FINANCIAL_YEAR_BEGIN",
                financialYearBegin,
                "PARASOL_BYLAWS_NOTICE_PERIOD",
                "P0D",
                "PARASOL_BYLAWS_BATCH_CORRECTION_MINUTES",
                "0",
                "PARASOL_SETTLE_CURRENT_WEEK",
                "true");
        firm.firmSettings(settings).save();
        Starter starter = new Starter(firm, settings, System.out::println);
        try {
            starter.startServers(false);
            starter.startServices();
            boolean allHold = new Season(firm, Instant.now().getEpochSecond()).run();

            assertThat(allHold).as("whether all conservation laws hold").isTrue();
        } finally {
            firm.stop();
        }
    }
}
