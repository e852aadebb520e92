package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A phone whose storage is full while a producer works without a line. */
@ExtendWith(PortalExtension.class)
class PortalNoRoomTest {

    private static final int QUOTA_BYTES = 3_000_000;

    /** Writes random bytes, which nothing compresses, until the browser refuses 1,000 of them; tells how much it kept. */
    private static final String FILL = """
            async () => {
              const db = await new Promise((done, failed) => {
                const opening = indexedDB.open("others", 1);
                opening.onupgradeneeded = () => opening.result.createObjectStore("bytes", { autoIncrement: true });
                opening.onsuccess = () => done(opening.result);
                opening.onerror = () => failed(opening.error);
              });
              const write = (size) => new Promise((done) => {
                const bytes = new Uint8Array(size);
                for (let at = 0; at < size; at += 65536) {
                  crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65536)));
                }
                const writing = db.transaction("bytes", "readwrite");
                writing.objectStore("bytes").add(bytes);
                writing.oncomplete = () => done(true);
                writing.onabort = () => done(false);
              });
              let kept = 0;
              for (const size of [100000, 10000, 1000]) {
                while (await write(size)) kept += size;
              }
              db.close();
              return kept;
            }
            """;

    private static final String MAKE_ROOM = """
            () => new Promise((done, failed) => {
              const removing = indexedDB.deleteDatabase("others");
              removing.onsuccess = () => done(true);
              removing.onerror = () => failed(removing.error);
            })
            """;

    private final PortalBrowser browser;
    private final String producer;
    private final OfflineBatches batches;

    @TempDir
    Path folder;

    PortalNoRoomTest(RunningSystem system, PortalBrowser browser) {
        this.browser = browser;
        producer = system.user("producer");
        batches = new OfflineBatches(system);
    }

    @Test
    void a_phone_without_room_says_so_and_loses_nothing() throws IOException {
        String lot = "ROOM-" + System.nanoTime();
        try (Phone phone = new Phone(browser, folder)) {
            phone.page().navigate("/");
            bound(phone.page());
            OfflineBatches.begin(phone, producer);
            phone.line().cut();
            OfflineBatches.keep(phone.page(), lot, "10");
            assertThat((Integer) phone.page().evaluate(FILL)).isLessThan(QUOTA_BYTES);

            OfflineBatches.press(phone.page(), lot + "B", "20");
            assertThat(phone.page().locator("#errors")).containsText("no room");
            assertThat(phone.page().locator("#lot")).hasValue(lot + "B");
            phone.hasUnsent(1).page().evaluate(MAKE_ROOM);
            phone.page().locator("#batch button").click();
            phone.hasUnsent(2).line().mend();
            phone.hasUnsent(0);
            assertThat(List.of(
                            batches.reported(lot).size(),
                            batches.reported(lot + "B").size()))
                    .isEqualTo(List.of(1, 1));
        }
    }

    private void bound(Page page) {
        JsonObject room = new JsonObject();
        room.addProperty("origin", browser.origin() + "/");
        room.addProperty("quotaSize", QUOTA_BYTES);
        page.context().newCDPSession(page).send("Storage.overrideQuotaForOrigin", room);
    }
}
