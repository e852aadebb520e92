package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A producer reports batches on a phone whose line is cut, and whose browser is closed. */
@ExtendWith(PortalExtension.class)
class PortalOfflineTest {

    private static final String OTHER_PIN = "482615";

    private final RunningSystem system;
    private final PortalBrowser browser;
    private final String producer;
    private final OfflineBatches batches;

    @TempDir
    Path folder;

    PortalOfflineTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
        producer = system.user("producer");
        batches = new OfflineBatches(system);
    }

    @Test
    void a_batch_that_is_kept_without_a_line_arrives_once_though_its_answer_was_lost() throws IOException {
        String lot = "OFF-" + System.nanoTime();
        try (Phone phone = new Phone(browser, folder)) {
            OfflineBatches.begin(phone, producer);
            phone.line().cut();
            OfflineBatches.keep(phone.page(), lot, "10");
            phone.hasUnsent(1).closeBrowser();

            phone.page().navigate("/batches");
            assertThat(phone.page().locator("h1")).hasText("Without a line");
            phone.types("000000");
            assertThat(phone.page().locator("#errors")).containsText("This is not the PIN");
            assertThat(phone.page().locator("main").innerText()).doesNotContain(lot);
            phone.types(Phone.PIN).isOpen();
            assertThat(record(phone, lot).locator(".state")).hasText("not sent");

            phone.line().mend();
            phone.line().cutBeforeAnswerTo("POST /offline/batches");
            phone.page().locator("#send").click();
            phone.page().waitForCondition(phone.line()::isCut);
            assertThat(record(phone, lot).locator("[name=remove]")).isHidden();
            phone.hasUnsent(1).closeBrowser();
            assertThat(batches.reported(lot))
                    .as("it has arrived, and the phone does not know")
                    .hasSize(1);

            phone.line().mend();
            phone.opens(Phone.PIN).hasUnsent(0);
            assertThat(record(phone, lot).locator(".state")).hasText("arrived");
            assertThat(batches.reported(lot)).hasSize(1);
        }
    }

    @Test
    void what_is_refused_is_told_in_words_and_kept_to_be_corrected() throws IOException {
        String lot = "OFF-" + System.nanoTime();
        try (Phone phone = new Phone(browser, folder)) {
            OfflineBatches.begin(phone, producer);
            phone.page().locator("#madeOn").fill("2020-01-01");
            OfflineBatches.keep(phone.page(), lot, "10");
            assertThat(record(phone, lot).locator(".state")).hasText("refused: correct it");
            assertThat(record(phone, lot).locator(".error").first()).not().isEmpty();
            phone.hasUnsent(1);
            assertThat(batches.reported(lot)).isEmpty();

            record(phone, lot).locator("[name=correct]").click();
            assertThat(phone.page().locator("#madeOn")).hasValue("2020-01-01");
            phone.page().locator("#madeOn").fill(yesterday(phone.page()));
            phone.page().locator("#batch button").click();
            phone.hasUnsent(0);
            assertThat(batches.reported(lot)).hasSize(1);
        }
    }

    @Test
    void another_person_on_the_same_phone_sees_nothing_and_sends_nothing_of_what_is_kept() throws IOException {
        String lot = "OFF-" + System.nanoTime();
        try (Phone phone = new Phone(browser, folder)) {
            OfflineBatches.begin(phone, producer);
            phone.line().cut();
            OfflineBatches.keep(phone.page(), lot, "10");
            phone.hasUnsent(1);
            // locked, so that it is not sent before the page is left
            phone.page().locator("#lock").click();
            phone.line().mend();
            phone.page().navigate("/home");
            assertThat(phone.page().locator("#unsent")).hasText("Not sent: 1");
            phone.signsOut().page().navigate("/offline");
            assertThat(phone.page().locator("#nobody")).isVisible();

            phone.signIn(otherProducer()).hasUnsent(0).setsPin(OTHER_PIN);
            assertThat(phone.page().locator("#no-records")).isVisible();
            assertThat(kept(phone.page())).as("nothing is readable").doesNotContain(lot);
            phone.page().locator("#send").click();
            phone.page().locator("#lock").click();
            phone.types(Phone.PIN);
            assertThat(phone.page().locator("#errors")).containsText("This is not the PIN");
            assertThat(batches.reported(lot)).isEmpty();

            phone.page().navigate("/home");
            phone.signsOut();
            phone.signIn(producer).hasUnsent(1).types(Phone.PIN).isOpen().hasUnsent(0);
            assertThat(batches.reported(lot)).hasSize(1);
        }
    }

    @Test
    void a_new_version_waits_for_what_is_unsent_and_loses_none_of_it() throws IOException {
        String lot = "OFF-" + System.nanoTime();
        try (Phone phone = new Phone(browser, folder)) {
            OfflineBatches.begin(phone, producer);
            phone.page().context().clearCookies();
            OfflineBatches.keep(phone.page(), lot, "10");
            assertThat(phone.page().locator("#line")).containsText("your session has ended");
            phone.hasUnsent(1).page().locator("#lot").fill("typed and not kept");
            phone.page().evaluate("caches.open('parasol-older')");
            // another address of the script is another version to a browser
            phone.page().evaluate("navigator.serviceWorker.register('/service-worker.js?another')");
            assertThat(phone.page().locator("#new-version")).isVisible();
            assertThat(phone.page().locator("#lot")).hasValue("typed and not kept");

            phone.page().locator("#use-new-version").click();
            phone.until("navigator.serviceWorker.controller.scriptURL.endsWith('another')");
            assertThat(phone.page().locator("#lot")).hasValue("typed and not kept");
            phone.until("caches.keys().then(all => !all.includes('parasol-older'))");
            phone.hasUnsent(1).closeBrowser();
            phone.signIn(producer).types(Phone.PIN).isOpen().hasUnsent(0);
            assertThat(batches.reported(lot)).hasSize(1);
        }
    }

    @Test
    void what_is_exported_is_sent_from_another_phone_and_arrives_once() throws IOException {
        String lot = "OFF-" + System.nanoTime();
        Path file = folder.resolve("exported.json");
        try (Phone phone = new Phone(browser, folder.resolve("first"));
                Phone another = new Phone(browser, folder.resolve("second"))) {
            OfflineBatches.begin(phone, producer);
            phone.line().cut();
            OfflineBatches.keep(phone.page(), lot, "10");
            phone.hasUnsent(1);
            Download download = phone.page()
                    .waitForDownload(() -> phone.page().locator("#export").click());
            download.saveAs(file);
            assertThat(Files.readString(file)).contains(lot);

            another.signIn(producer).setsPin(OTHER_PIN);
            another.page().locator("#work details summary").click();
            another.page().locator("#import").setInputFiles(file);
            assertThat(record(another, lot).locator(".state")).hasText("arrived");
            phone.line().mend();
            phone.page().locator("#send").click();
            phone.hasUnsent(0);
            assertThat(batches.reported(lot)).hasSize(1);
        }
    }

    @Test
    void the_portal_can_be_installed_and_its_service_worker_keeps_nothing_of_a_person() throws IOException {
        try (Phone phone = new Phone(browser, folder)) {
            phone.signIn(producer);
            phone.page().navigate("/home");
            phone.page().navigate("/batches");
            String kept = phone.page().evaluate("""
                caches.keys().then(names => Promise.all(names.map(name => caches.open(name)
                    .then(cache => cache.keys()).then(all => all.map(each => new URL(each.url).pathname)))))
                """).toString();
            assertThat(kept)
                    .contains("/offline", "page.js")
                    .doesNotContain("/home")
                    .doesNotContainPattern("/batches[,\\]]");
            String page = phone.page()
                    .evaluate("caches.match('/offline').then(page => page.text())")
                    .toString();
            assertThat(page).contains("Without a line").doesNotContain(producer, subject(phone.page()));
            List<?> icons = (List<?>) phone.page().evaluate("""
                fetch(document.querySelector('link[rel=manifest]').href).then(manifest => manifest.json())
                    .then(manifest => manifest.start_url === '/home' ? manifest.icons.map(icon => icon.src) : [])
                """);
            assertThat(icons).hasSize(3);
            for (Object icon : icons) {
                assertThat(phone.page().request().get(String.valueOf(icon)).status())
                        .as(String.valueOf(icon))
                        .isEqualTo(200);
            }
        }
    }

    private static String subject(Page page) {
        return page.locator("body").getAttribute("data-person");
    }

    /** Everything that the browser keeps, as far as it can be read without a PIN. */
    private static String kept(Page page) {
        return page.evaluate("""
            new Promise(done => { indexedDB.open('parasol').onsuccess = ({ target }) => {
              const all = target.result.transaction('work').objectStore('work').getAll();
              all.onsuccess = () => done(JSON.stringify(all.result.map(each => [each, new TextDecoder().decode(each.sealed.data)])));
            }; })
            """).toString();
    }

    private static String yesterday(Page page) {
        return page.evaluate("new Date(Date.now() - 86400000).toISOString().slice(0, 10)")
                .toString();
    }

    private static Locator record(Phone phone, String lot) {
        return phone.page().locator("#records li").filter(new Locator.FilterOptions().setHasText(lot));
    }

    private String otherProducer() {
        return system.as("registrar")
                .queryParam("limit", 200)
                .get(system.url("membership") + "/members")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items.find { it.state == 'ACTIVE' && it.email != '" + producer + "' }.email");
    }
}
