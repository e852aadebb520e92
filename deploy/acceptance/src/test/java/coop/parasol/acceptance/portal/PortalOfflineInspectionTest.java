package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import coop.parasol.acceptance.RunningSystem;
import io.restassured.http.ContentType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An auditor inspects a whole lot on a phone whose line is cut after each step, and whose browser is closed. */
@ExtendWith(PortalExtension.class)
class PortalOfflineInspectionTest {

    /** Pieces of a lot whose sample is 50 units by the demo's standards (MIL-STD-105E, letter G and the arrow below it). */
    private static final int LOT = 200;

    private static final int UNITS = 50;
    private static final String VALUES = "#units input[inputmode=decimal]";

    private final RunningSystem system;
    private final PortalBrowser browser;

    @TempDir
    Path folder;

    PortalOfflineInspectionTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void a_whole_inspection_is_done_without_a_line_and_arrives_once_with_its_photos() throws IOException {
        String batch = claimedBatch();
        try (Phone phone = new Phone(browser, folder)) {
            start(phone, batch);
            phone.line().cut();
            List<Locator> values = values(phone.page());
            assertThat(values).hasSize(UNITS);
            for (int i = 0; i < UNITS / 2; i++) {
                type(phone.page(), i);
            }
            restart(phone, batch);
            assertThat(values(phone.page()).get(UNITS / 2 - 1)).hasValue(value(UNITS / 2 - 1));
            for (int i = UNITS / 2; i < UNITS; i++) {
                type(phone.page(), i);
            }
            photograph(phone, "first", 1);
            sign(phone.page(), "Arun Iyer");
            phone.closeBrowser();

            arrives(phone, batch, 1, "Arun Iyer");
        }
    }

    @Tag("full")
    @Test
    void the_line_is_cut_and_the_browser_closed_after_each_of_fifty_units_and_each_photo() throws IOException {
        String batch = claimedBatch();
        try (Phone phone = new Phone(browser, folder)) {
            start(phone, batch);
            for (int i = 0; i < UNITS; i++) {
                phone.line().cut();
                type(phone.page(), i);
                restart(phone, batch);
                assertThat(values(phone.page()).get(i)).hasValue(value(i));
                phone.line().mend();
            }
            for (int i = 1; i <= 3; i++) {
                phone.line().cutBeforeAnswerTo("/photos/");
                photograph(phone, "photo of crack " + i, i);
                phone.page().waitForCondition(phone.line()::isCut);
                restart(phone, batch);
                phone.line().mend();
            }
            phone.line().cut();
            sign(phone.page(), "Arun Iyer");
            phone.closeBrowser();

            arrives(phone, batch, 3, "Arun Iyer");
        }
    }

    @Test
    void what_was_saved_in_the_portal_meanwhile_is_told_before_it_is_replaced() throws IOException {
        String batch = claimedBatch();
        try (Phone phone = new Phone(browser, folder)) {
            start(phone, batch);
            phone.line().cut();
            for (int i = 0; i < UNITS; i++) {
                type(phone.page(), i);
            }
            saveElsewhere(batch);
            sign(phone.page(), "Arun Iyer");
            phone.line().mend();
            phone.page().locator("#send").click();
            Locator record = phone.page().locator("#records li").first();
            assertThat(record.locator(".error")).containsText("You have saved this inspection in the portal");

            record.locator("[name=correct]").click();
            assertThat(phone.page().locator(VALUES).first()).hasValue(value(0));
            sign(phone.page(), "Arun Iyer");
            phone.hasUnsent(0);
            assertThat(inspections(batch)).hasSize(1).allMatch(each -> "SUBMITTED".equals(each.get("state")));
        }
    }

    private void start(Phone phone, String batch) {
        phone.signIn(system.user("auditor")).setsPin(Phone.PIN);
        openLot(phone.page(), batch);
    }

    private void openLot(Page page, String batch) {
        page.locator("#lots button")
                .filter(new Locator.FilterOptions().setHasText(lotOf(batch)))
                .click();
        page.locator("#inspection-title").waitFor();
    }

    private void restart(Phone phone, String batch) {
        phone.closeBrowser();
        phone.opens(Phone.PIN);
        openLot(phone.page(), batch);
    }

    private static List<Locator> values(Page page) {
        return page.locator(VALUES).all();
    }

    private String low = "";

    /** A value of its own for each unit, within the limits of the standard. */
    private String value(int unit) {
        return low + "." + (10 + unit);
    }

    private void type(Page page, int unit) {
        Locator field = values(page).get(unit);
        field.fill(value(unit));
        page.locator("#say").evaluate("each => each.textContent = ''");
        field.dispatchEvent("change");
        assertThat(page.locator("#say")).hasText("Kept on this device.");
    }

    private static void photograph(Phone phone, String caption, int number) throws IOException {
        phone.page().locator("#caption").fill(caption);
        phone.page().locator("#photo").setInputFiles(new FilePayload("photo.png", "image/png", picture(number)));
        assertThat(phone.page().locator("#photos li")).hasCount(number);
    }

    /** Larger than what is kept of it. */
    private static byte[] picture(int number) throws IOException {
        BufferedImage image = new BufferedImage(2_400, 1_200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, new Color((x / 9 * number) % 256, (y / 7) % 256, number * 40).getRGB());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static void sign(Page page, String name) {
        page.locator("#grade").selectOption(new SelectOption().setIndex(1));
        page.locator("#remarks").fill("Inspected in a cellar.");
        page.locator("#signature").fill(name);
        page.locator("#inspection button[type=submit]").click();
        assertThat(page.locator("#inspection")).isHidden();
    }

    /** Once there is a line, each answer is lost once; then everything is there once, as it was kept. */
    private void arrives(Phone phone, String batch, int photos, String signature) {
        phone.line().mend();
        phone.line().cutBeforeAnswerTo("POST /offline/inspections HTTP");
        phone.opens(Phone.PIN);
        phone.page().waitForCondition(phone.line()::isCut);
        phone.closeBrowser();
        phone.line().mend();
        phone.opens(Phone.PIN).hasUnsent(0);

        List<Map<String, Object>> inspections = inspections(batch);
        assertThat(inspections).hasSize(1);
        Map<String, Object> only = inspections.getFirst();
        assertThat(only).containsEntry("state", "SUBMITTED").containsEntry("signature", signature);
        assertThat((List<?>) only.get("results")).hasSize(UNITS);
        for (int i = 0; i < UNITS; i++) {
            assertThat(String.valueOf(only.get("results"))).contains("=" + Double.parseDouble(value(i)));
        }
        List<String> stored = system.as("auditor")
                .get(system.url("quality") + "/batches/" + batch + "/attachments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.digest");
        assertThat(stored).hasSize(photos).containsExactlyInAnyOrderElementsOf(keptDigests(phone.page()));
    }

    /** What the phone had of each photo when it was taken, as the list says. */
    private static List<String> keptDigests(Page page) {
        return page.locator("#records li[data-digest]").all().stream()
                .map(each -> Objects.requireNonNull(each.getAttribute("data-digest")))
                .toList();
    }

    private List<Map<String, Object>> inspections(String batch) {
        return system.as("auditor")
                .get(system.url("quality") + "/batches/" + batch + "/inspections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** The same auditor saves something at a desk. */
    private void saveElsewhere(String batch) {
        system.as("auditor")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("remarks", "seen at the desk"))
                .put(system.url("quality") + "/batches/" + batch + "/inspections/0198c000-0000-7000-8000-"
                        + batch.substring(batch.length() - 12))
                .then()
                .statusCode(200);
    }

    private String lotOf(String batch) {
        return system.as("auditor")
                .get(system.url("quality") + "/batches/" + batch)
                .then()
                .statusCode(200)
                .extract()
                .path("lot");
    }

    private String claimedBatch() {
        ClaimedLot lot = ClaimedLot.of(system, LOT);
        low = lot.low();
        return lot.batch();
    }
}
