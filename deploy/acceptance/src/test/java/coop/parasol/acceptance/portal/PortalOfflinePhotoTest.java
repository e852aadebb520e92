package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.TimeToCorrect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A producer takes photos of a batch that it reports without a line; each arrives once, after the batch. */
@ExtendWith(PortalExtension.class)
class PortalOfflinePhotoTest {

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String producer;
    private final OfflineBatches batches;

    @TempDir
    Path folder;

    PortalOfflinePhotoTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        producer = system.user("producer");
        batches = new OfflineBatches(system);
    }

    @Test
    void photos_arrive_once_after_their_batch_though_the_line_is_cut_and_the_browser_closed() throws IOException {
        String lot = "OFF-" + System.nanoTime();
        try (TimeToCorrect time = new TimeToCorrect(system.installation());
                Phone phone = new Phone(browser, folder)) {
            OfflineBatches.begin(phone, producer);
            phone.line().cut();
            photograph(phone.page(), "front", 1);
            photograph(phone.page(), "back", 2);
            photograph(phone.page(), "blurred", 3);
            phone.page().locator("#batch-photos li button").last().click();
            assertThat(phone.page().locator("#batch-photos li")).hasCount(2);
            keep(phone.page(), lot);
            assertThat(phone.page().locator("#batch-photos li")).hasCount(0);
            phone.hasUnsent(3).closeBrowser();

            phone.line().mend();
            phone.line().cutBeforeAnswerTo("/photos/");
            phone.opens(Phone.PIN);
            phone.page().waitForCondition(phone.line()::isCut);
            assertThat(batches.reported(lot)).as("the batch went first").hasSize(1);
            phone.closeBrowser();

            phone.line().mend();
            phone.opens(Phone.PIN).hasUnsent(0);
            String batch = batches.reported(lot).getFirst();
            assertThat(stored(batch, "digest"))
                    .as("each once, as it was kept")
                    .hasSize(2)
                    .containsExactlyInAnyOrderElementsOf(keptDigests(phone.page()));
            assertThat(stored(batch, "caption")).containsExactlyInAnyOrder("front", "back");
            time.over(lot);
        }
    }

    @Test
    void a_refused_batch_keeps_its_photos_for_the_corrected_one() throws IOException {
        String lot = "OFF-" + System.nanoTime();
        try (TimeToCorrect time = new TimeToCorrect(system.installation());
                Phone phone = new Phone(browser, folder)) {
            OfflineBatches.begin(phone, producer);
            phone.page().locator("#madeOn").fill("2020-01-01");
            photograph(phone.page(), "front", 1);
            keep(phone.page(), lot);
            Locator refused = record(phone, lot, "refused: correct it");
            assertThat(refused).hasCount(1);
            phone.hasUnsent(2);

            refused.locator("[name=correct]").click();
            phone.page()
                    .locator("#madeOn")
                    .fill(phone.page()
                            .evaluate("new Date(Date.now() - 86400000).toISOString().slice(0, 10)")
                            .toString());
            phone.page().locator("#batch button[type=submit]").click();
            phone.hasUnsent(0);
            assertThat(stored(batches.reported(lot).getFirst(), "caption")).containsExactly("front");
            time.over(lot);
        }
    }

    @Test
    void where_a_phone_has_no_room_nothing_is_kept_and_it_is_said_in_words() throws IOException {
        String lot = "OFF-" + System.nanoTime();
        try (Phone phone = new Phone(browser, folder)) {
            OfflineBatches.begin(phone, producer);
            phone.line().cut();
            photograph(phone.page(), "front", 1);
            phone.page().evaluate("""
                () => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }
                """);
            type(phone.page(), lot);
            phone.page().locator("#batch button[type=submit]").click();

            assertThat(phone.page().locator("#errors")).containsText("no room left");
            assertThat(phone.page().locator("#lot")).hasValue(lot);
            assertThat(phone.page().locator("#batch-photos li")).hasCount(1);
            phone.hasUnsent(0);
        }
    }

    @Test
    void a_file_that_is_no_picture_is_refused_in_words() throws IOException {
        try (Phone phone = new Phone(browser, folder)) {
            OfflineBatches.begin(phone, producer);
            phone.page()
                    .locator("#batch-photo")
                    .setInputFiles(new FilePayload("photo.png", "image/png", "no".getBytes(StandardCharsets.UTF_8)));

            assertThat(phone.page().locator("#errors")).containsText("no picture");
            assertThat(phone.page().locator("#batch-photos li")).hasCount(0);
        }
    }

    private static void photograph(Page page, String caption, int number) {
        page.locator("#batch-caption").fill(caption);
        page.locator("#batch-photo")
                .setInputFiles(new FilePayload("photo.png", "image/png", TestPhoto.png(2_400, 600 + number)));
        assertThat(page.locator("#batch-photos li")).hasCount(number);
    }

    private static void keep(Page page, String lot) {
        type(page, lot);
        page.locator("#batch button[type=submit]").click();
        assertThat(page.locator("#lot")).hasValue("");
    }

    private static void type(Page page, String lot) {
        page.locator("#product").selectOption(new SelectOption().setIndex(1));
        page.locator("#lot").fill(lot);
        page.locator("#quantity").fill("10");
        page.locator("#route").fill("cold process");
    }

    private List<String> stored(String batch, String field) {
        return system.as("producer")
                .get(system.url("quality") + "/batches/" + batch + "/photos")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items." + field);
    }

    /** What the phone had of each photo when it was taken, as the list says. */
    private static List<String> keptDigests(Page page) {
        return page.locator("#records li[data-digest]").all().stream()
                .map(each -> Objects.requireNonNull(each.getAttribute("data-digest")))
                .toList();
    }

    private static Locator record(Phone phone, String lot, String state) {
        return phone.page()
                .locator("#records li")
                .filter(new Locator.FilterOptions().setHasText(lot))
                .filter(new Locator.FilterOptions().setHasText(state));
    }
}
