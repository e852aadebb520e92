package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.TimeToCorrect;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A producer adds photos to a lot in the portal, with and without scripts; whoever inspects it sees them, and nobody else does. */
@ExtendWith(PortalExtension.class)
class PortalBatchPhotoTest {

    private static final int LONGEST_SIDE = 1_600;

    private final RunningSystem system;
    private final PortalBrowser browser;

    PortalBatchPhotoTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void with_scripts_a_photo_is_made_small_before_it_is_sent_and_without_them_it_is_sent_as_it_is() {
        String lot = "PHOTO-" + System.nanoTime();
        try (TimeToCorrect time = new TimeToCorrect(system.installation())) {
            String batch = reported(lot);
            String page = "/batches/" + batch + "/photos";
            byte[] large = TestPhoto.png(2_400, 1_200);
            add(page, true, large, "large");
            add(page, false, large, "as it is");

            List<Map<String, Object>> photos =
                    photos("producer", batch).jsonPath().getList("items");
            assertThat(photos).extracting(each -> each.get("caption")).containsExactly("large", "as it is");
            assertThat(photos).extracting(each -> each.get("mediaType")).containsExactly("image/jpeg", "image/png");
            BufferedImage small = TestPhoto.read(bytes(batch, photos.getFirst()));
            assertThat(small.getWidth()).isEqualTo(LONGEST_SIDE);
            assertThat(small.getHeight()).isEqualTo(LONGEST_SIDE / 2);
            assertThat(bytes(batch, photos.getLast())).isEqualTo(large);

            removesOne(page);
            assertThat(photos("producer", batch).jsonPath().getList("items")).hasSize(1);
            refusesWhatIsNoPhoto(page);
            assertThat(photos("auditor", batch).statusCode()).isEqualTo(403);
            time.over(lot);
            ClaimedLot.claim(system, batch);
            seesAuditor(page, "as it is");
            assertThat(photos("quality-desk", batch).jsonPath().getList("items"))
                    .hasSize(1);
            assertThat(photos("partner", batch).statusCode()).isEqualTo(403);
        }
    }

    private void add(String page, boolean scripts, byte[] photo, String caption) {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.PHONE, scripts);
                Person producer = new Person(visit, PortalWords.ENGLISH)) {
            producer.page().navigate(page);
            producer.until("quality to know the lot", () -> producer.has("main input[type=file]"))
                    .photographs("file", photo)
                    .type("caption", caption)
                    .press("/photos");
            assertThat(producer.page()
                            .locator("main article img[alt='" + caption + "']")
                            .count())
                    .isOne();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private void removesOne(String page) {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.PHONE, false);
                Person producer = new Person(visit, PortalWords.ENGLISH)) {
            producer.page().navigate(page);
            producer.press("/remove");
            assertThat(producer.page().locator("main article").count()).isOne();
        }
    }

    private void refusesWhatIsNoPhoto(String page) {
        try (Visit visit = browser.as(system.user("producer"), PortalBrowser.PHONE, true)) {
            visit.page().navigate(page);
            Person producer = new Person(visit, PortalWords.ENGLISH);
            producer.choosesFile("file", "photo.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
            visit.page().locator("main form[action$='/photos'] button").click();
            visit.page().locator("main .errors").waitFor();
            assertThat(producer.text()).contains("this file is none, whatever it is called");
            assertThat(visit.page().locator("main article").count()).isOne();
        }
    }

    private void seesAuditor(String page, String caption) {
        try (Visit visit = browser.as(system.user("auditor"), PortalBrowser.PHONE, true);
                Person auditor = new Person(visit, PortalWords.ENGLISH)) {
            auditor.page().navigate(page);
            assertThat(auditor.text()).contains(caption);
            assertThat(auditor.has("main form"))
                    .as("whoever inspects changes nothing")
                    .isFalse();
        }
    }

    private Response photos(String role, String batch) {
        return system.as(role).get(system.url("quality") + "/batches/" + batch + "/photos");
    }

    private byte[] bytes(String batch, Map<String, Object> photo) {
        return system.as("producer")
                .accept("*/*")
                .get(system.url("quality") + "/batches/" + batch + "/photos/" + photo.get("photoId"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private String reported(String lot) {
        String product = system.as("producer")
                .queryParam("limit", 200)
                .get(system.url("production") + "/batches")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].product");
        return system.as("producer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "product",
                        product,
                        "lot",
                        lot,
                        "quantity",
                        Map.of("value", 20, "unit", "C62"),
                        "madeOn",
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        "route",
                        "by hand"))
                .post(system.url("production") + "/batches")
                .then()
                .statusCode(201)
                .extract()
                .path("batchId");
    }
}
