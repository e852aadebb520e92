package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import coop.parasol.contracts.Period;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partner sends a file of fifty thousand forecasts: the page names what is refused, and a file answers each line. */
@ExtendWith(PortalExtension.class)
class PortalForecastFileTest {

    private static final int LINES = 50_000;
    private static final int FIRST_WEEK = 4;
    /** The file goes through them again and again: of lines about one week the first is taken. */
    private static final int WEEKS = 40;

    private static final int SHOWN = 1_000;
    private static final double PATIENCE = 180_000;

    private final RunningSystem system;
    private final PortalBrowser browser;

    PortalForecastFileTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void each_of_fifty_thousand_lines_is_answered() throws IOException {
        try (Visit visit = browser.as(system.user("partner"), PortalBrowser.DESK, true);
                Person partner = new Person(visit, PortalWords.ENGLISH)) {
            Page page = visit.page();
            page.setDefaultTimeout(PATIENCE);
            page.setDefaultNavigationTimeout(PATIENCE);
            partner.go("/forecasts");
            String product =
                    page.locator("main select[name=product] option").nth(1).getAttribute("value");
            String file = file(product);

            partner.follow("a[href='/forecasts/many']");
            long begin = System.nanoTime();
            partner.choosesFile("file", "forecasts.csv", file).press("/forecasts/many");
            System.out.printf("%d lines in the portal: %d ms%n", LINES, (System.nanoTime() - begin) / 1_000_000);

            assertThat(partner.text()).contains("Saved: %d. Refused: %d.".formatted(WEEKS, LINES - WEEKS));
            List<String> refused = page.locator("main tbody tr").allInnerTexts();
            assertThat(refused).hasSize(SHOWN);
            assertThat(refused.getFirst()).contains("42", "twice");
            assertThat(refused)
                    .anySatisfy(line -> assertThat(line).contains("101", "NO-SUCH-THING", "unknown-product"));

            partner.go("/forecasts").follow("a[href='/forecasts/many']").choosesFile("file", "forecasts.csv", file);
            Download answers = page.waitForDownload(
                    () -> page.locator("main button[value=file]").click());
            try (InputStream content = answers.createReadStream()) {
                List<String> inFile = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                assertThat(inFile)
                        .hasSize(LINES + 1)
                        .anySatisfy(line -> assertThat(line).contains("malformed-field"))
                        .filteredOn(line -> line.contains(",refused,"))
                        .hasSize(LINES - WEEKS);
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String file(String product) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return IntStream.rangeClosed(2, LINES + 1)
                .mapToObj(line -> switch (line) {
                    case 101 -> "NO-SUCH-THING;" + Period.of(today.plusWeeks(FIRST_WEEK)) + ";5";
                    case LINES + 1 -> product + ";" + Period.of(today.plusWeeks(FIRST_WEEK)) + ";many";
                    default -> product + ";" + Period.of(today.plusWeeks(FIRST_WEEK + line % WEEKS)) + ";" + line;
                })
                .collect(Collectors.joining("\r\n", "product;week;quantity\r\n", "\r\n"));
    }
}
