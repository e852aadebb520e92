package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.SelectOption;
import coop.parasol.acceptance.RunningSystem;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One auditor inspects a lot on two devices: one inspection arrives, the other is refused in words and kept. */
@ExtendWith(PortalExtension.class)
class PortalTwoDevicesTest {

    private static final int PIECES = 20;

    private final RunningSystem system;
    private final PortalBrowser browser;

    @TempDir
    Path first;

    @TempDir
    Path second;

    PortalTwoDevicesTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Tag("full")
    @Test
    void of_two_devices_one_inspection_arrives_and_the_other_is_refused_in_words_and_kept() throws IOException {
        ClaimedLot lot = ClaimedLot.of(system, PIECES);
        try (Phone one = new Phone(browser, first);
                Phone other = new Phone(browser, second)) {
            inspects(one, lot, "Arun on the first");
            inspects(other, lot, "Arun on the second");
            one.line().mend();
            other.line().mend();
            one.page().locator("#send").click();
            other.page().locator("#send").click();
            try {
                one.page()
                        .waitForCondition(() -> unsent(one) + unsent(other) == 1 && refused(one) + refused(other) == 1);
            } catch (TimeoutError e) {
                throw new AssertionError(
                        one.page().innerText("main") + "\n\nThe other:\n"
                                + other.page().innerText("main"),
                        e);
            }

            Phone loser = refused(one) == 1 ? one : other;
            assertThat(loser.page().locator("#records li .error").first()).containsText("from another device");
            List<Map<String, Object>> inspections = lot.inspections();
            assertThat(inspections).hasSize(1);
            assertThat(inspections.getFirst())
                    .containsEntry("signature", loser == one ? "Arun on the second" : "Arun on the first");
        }
    }

    /** What two devices send at the very same moment, as often as the moment has to be hit. */
    @Test
    void what_arrives_at_the_same_moment_replaces_nothing() {
        for (int round = 0; round < 3; round++) {
            ClaimedLot lot = ClaimedLot.of(system, PIECES);
            CyclicBarrier together = new CyclicBarrier(2);
            String draft = UUID.randomUUID().toString();
            Function<String, CompletableFuture<Integer>> sends = method -> CompletableFuture.supplyAsync(() -> {
                try {
                    together.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return method.equals("POST") ? submits(lot, draft) : saves(lot, draft);
            });
            List<Integer> statuses = Stream.of(sends.apply("POST"), sends.apply("PUT"))
                    .map(CompletableFuture::join)
                    .toList();
            Map<String, Object> only = lot.inspections().getFirst();
            assertThat(lot.inspections()).hasSize(1);
            if (statuses.get(0) < 300) {
                assertThat(statuses.get(1)).as("saved after it was submitted").isGreaterThanOrEqualTo(400);
                assertThat(only).containsEntry("state", "SUBMITTED");
            } else {
                assertThat(statuses)
                        .as("submitted over a draft that it has not seen")
                        .containsExactly(412, 200);
                assertThat(only).containsEntry("remarks", "seen at the desk").containsEntry("state", "DRAFT");
            }
        }
    }

    /** As the portal does for a phone that has seen nothing of the inspection saved. */
    private int submits(ClaimedLot lot, String inspection) {
        return system.as("auditor")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("seenDraft", "none")
                .body(Map.of(
                        "inspectionId",
                        inspection,
                        "inspected",
                        PIECES,
                        "defectives",
                        Map.of("CRITICAL", 0, "MAJOR", 0, "MINOR", 0),
                        "grade",
                        "A",
                        "signature",
                        "Arun on the road"))
                .post(system.url("quality") + "/batches/" + lot.batch() + "/inspections")
                .statusCode();
    }

    private int saves(ClaimedLot lot, String draft) {
        return system.as("auditor")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("remarks", "seen at the desk"))
                .put(system.url("quality") + "/batches/" + lot.batch() + "/inspections/" + draft)
                .statusCode();
    }

    /** Makes the lot ready, and inspects all of its sample without a line. */
    private void inspects(Phone phone, ClaimedLot lot, String signature) {
        phone.signIn(system.user("auditor")).setsPin(Phone.PIN);
        Page page = phone.page();
        page.locator("#lots button")
                .filter(new Locator.FilterOptions().setHasText(lot.lot()))
                .click();
        page.locator("#inspection-title").waitFor();
        phone.line().cut();
        for (Locator field : page.locator("#units input[inputmode=decimal]").all()) {
            field.fill(lot.low() + ".5");
            page.locator("#say").evaluate("each => each.textContent = ''");
            field.dispatchEvent("change");
            assertThat(page.locator("#say")).hasText("Kept on this device.");
        }
        for (Locator lookedAt : page.locator("#units input[name$='.looked']").all()) {
            lookedAt.check();
            assertThat(lookedAt).isChecked();
        }
        page.locator("#grade").selectOption(new SelectOption().setIndex(1));
        page.locator("#signature").fill(signature);
        page.locator("#inspection button[type=submit]").click();
        phone.hasUnsent(1);
    }

    private static int unsent(Phone phone) {
        return Integer.parseInt(phone.page().locator("#unsent strong").innerText());
    }

    private static int refused(Phone phone) {
        return phone.page().locator("#records li .error").count();
    }
}
