package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.InterestEarned;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.local.client.ParasolApi;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A financial period is opened, proposed to be closed and closed by the clicks of two treasurers, and shows what each member gets. */
@ExtendWith(PortalExtension.class)
class PortalPeriodTest {

    private static final int BONUS_COLUMN = 4;

    private final RunningSystem system;
    private final PortalBrowser browser;

    /** Before the days that the close of another test is about. */
    private final LocalDate lastDay = LocalDate.now(ZoneOffset.UTC).minusDays(2);

    PortalPeriodTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    /** What was sold today was sold in the period; a close of another test was two months earlier. */
    @BeforeEach
    void soldInThePeriod() throws SQLException {
        change("update financial_period set first_day = first_day - 60, last_day = last_day - 60");
        change("update patronage_volume set sold_on = sold_on - 2");
    }

    @AfterEach
    void soldAsBefore() throws SQLException {
        change("update patronage_volume set sold_on = sold_on + 2");
    }

    @Test
    void two_treasurers_open_and_close_a_period_by_clicks() {
        InterestEarned.book(new ParasolApi(system.installation(), notice -> {}), lastDay, "900.00");
        try (Person tara = person("tara");
                Person tomas = person("tomas")) {
            tara.go("/treasury/periods").type("lastDay", lastDay.toString());
            tara.press("/check-open").press("/treasury/periods");
            assertThat(tara.has("main .done")).isTrue();
            String period = tara.path();
            assertThat(tara.path()).startsWith("/treasury/periods/");
            tara.press("/closing");
            assertThat(tara.has("main .done")).isTrue();
            assertThat(tara.has("main form[action$='/check']"))
                    .as("the first treasurer closes nothing")
                    .isFalse();

            tomas.go("/treasury/periods").follow("main a[href='" + period + "']");
            BigDecimal proposed = sumOfBonuses(tomas);
            assertThat(proposed).as("bonuses of the preview").isPositive();
            tomas.press("/check");
            assertThat(tomas.text()).contains("900.00");
            tomas.press("/approval");

            assertThat(tomas.has("main .done")).isTrue();
            assertThat(tomas.has("main form[action$='/closing']"))
                    .as("it is never closed again")
                    .isFalse();
            assertThat(sumOfBonuses(tomas)).as("what each member gets").isEqualByComparingTo(proposed);
            tara.go("/treasury/periods").follow("main a[href='" + period + "']");
            assertThat(sumOfBonuses(tara)).isEqualByComparingTo(proposed);
        }
    }

    private Person person(String user) {
        return new Person(browser.as(user, PortalBrowser.PHONE, true), PortalWords.ENGLISH);
    }

    /** What all members get together: the amounts of the table of bonuses, of which a page shows a part, page after page. */
    private static BigDecimal sumOfBonuses(Person treasurer) {
        Page page = treasurer.page();
        Locator next = page.locator("main nav a[href*='after=']");
        BigDecimal sum = sumOfPage(page);
        while (next.count() > 0) {
            next.click();
            sum = sum.add(sumOfPage(page));
        }
        return sum;
    }

    private static BigDecimal sumOfPage(Page page) {
        return page.locator("main table tbody tr > :nth-child(" + BONUS_COLUMN + ")").all().stream()
                .map(cell -> Person.amount(String.valueOf(cell.textContent())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Also what triggers forbid: days that are over are made in an instant. */
    private void change(String sql) throws SQLException {
        try (Connection connection = system.installation().connectAsAdministrator("membership");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.executeUpdate(sql);
        }
    }
}
