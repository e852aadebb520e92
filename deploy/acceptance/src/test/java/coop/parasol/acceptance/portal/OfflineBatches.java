package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import coop.parasol.acceptance.RunningSystem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Batches that are reported on a phone, and those that have arrived. */
record OfflineBatches(RunningSystem system) {

    /** The producer signs in, sets its PIN, and the phone knows what the form lets choose. */
    static void begin(Phone phone, String producer) {
        phone.signIn(producer).setsPin(Phone.PIN);
        phone.until("document.querySelector('#product').options.length > 1");
    }

    static void keep(Page page, String lot, String quantity) {
        press(page, lot, quantity);
        assertThat(page.locator("#lot")).hasValue("");
    }

    /** The same where it is not said what comes of it. */
    static void press(Page page, String lot, String quantity) {
        page.locator("#product").selectOption(new SelectOption().setIndex(1));
        page.locator("#lot").fill(lot);
        page.locator("#quantity").fill(quantity);
        page.locator("#route").fill("cold process");
        page.locator("#batch button").click();
    }

    /** The batches of that lot that production has, however many others have reported. */
    List<String> reported(String lot) {
        List<String> batches = new ArrayList<>();
        try (Connection production = system.installation().connectAsAdministrator("production");
                PreparedStatement ofLot =
                        production.prepareStatement("select cast(id as text) from batch where lot = ?")) {
            ofLot.setString(1, lot);
            try (ResultSet rows = ofLot.executeQuery()) {
                while (rows.next()) {
                    batches.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return batches;
    }
}
