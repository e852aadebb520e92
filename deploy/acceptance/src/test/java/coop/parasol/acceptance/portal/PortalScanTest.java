package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that are scanned by a camera, read from a picture or typed lead to the page of what they stand on. */
@ExtendWith(PortalExtension.class)
class PortalScanTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int MAX_BYTES = 100_000;

    private final RunningSystem system;
    private final PortalBrowser browser;

    @TempDir
    Path folder;

    PortalScanTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void a_typed_code_leads_to_the_page_without_scripts() {
        Map<String, String> lot = certifiedLot();
        try (Visit anybody = browser.open(PortalBrowser.PHONE, false)) {
            type(anybody.page(), of(lot, "certificateNumber"));
            assertThat(anybody.page().url()).endsWith("/certificates/" + of(lot, "certificateNumber"));
        }
        try (Visit producer = browser.as(system.user("producer"), PortalBrowser.PHONE, false)) {
            type(producer.page(), of(lot, "lot"));
            assertThat(producer.page().url()).endsWith("/batches/" + of(lot, "batchId"));
            type(producer.page(), "no-such-lot");
            assertThat(producer.page().locator("main .empty")).containsText("Nothing of yours has this code");
        }
        try (Visit partner = browser.as(system.user("partner"), PortalBrowser.PHONE, false)) {
            Map<String, String> shipment = shipment();
            type(partner.page(), "(00)" + of(shipment, "sscc"));
            assertThat(partner.page().url()).endsWith("/deliveries/" + of(shipment, "shipmentId"));
        }
    }

    @Test
    void a_picture_of_each_kind_of_code_leads_to_the_same_page() throws Exception {
        Map<String, String> lot = certifiedLot();
        Map<String, String> shipment = shipment();
        try (Visit producer = browser.as(system.user("producer"), PortalBrowser.PHONE, true)) {
            Page page = producer.page();
            choose(page, printed(page, of(lot, "certificateNumber")));
            page.waitForURL(url -> url.endsWith("/certificates/" + of(lot, "certificateNumber")));
            choose(page, matrix(BarcodeFormat.DATA_MATRIX, of(lot, "lot")));
            page.waitForURL(url -> url.endsWith("/batches/" + of(lot, "batchId")));
            assertThat(producer.complaints()).isEmpty();
        }
        try (Visit partner = browser.as(system.user("partner"), PortalBrowser.PHONE, true)) {
            choose(partner.page(), matrix(BarcodeFormat.CODE_128, "00" + of(shipment, "sscc")));
            partner.page().waitForURL(url -> url.endsWith("/deliveries/" + of(shipment, "shipmentId")));
        }
    }

    /** Codes that the decoder misses at the picture's own size and finds at another. */
    @ParameterizedTest
    @ValueSource(strings = {"no-such-lot-10", "no-such-lot-69", "no-such-lot-366", "no-such-lot-377"})
    void a_code_is_read_that_is_found_at_another_size_of_the_picture(String lot) throws Exception {
        try (Visit producer = browser.as(system.user("producer"), PortalBrowser.PHONE, true)) {
            choose(producer.page(), matrix(BarcodeFormat.QR_CODE, lot));
            producer.page().waitForURL(url -> url.endsWith("/scan?code=" + lot));
        }
    }

    @Test
    void the_camera_reads_a_certificate_with_a_decoder_that_is_loaded_when_it_is_needed() throws Exception {
        String number = of(certifiedLot(), "certificateNumber");
        Path film;
        try (Visit anybody = browser.open(PortalBrowser.PHONE, true)) {
            film = film(printed(anybody.page(), number));
        }
        List<String> camera = List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        try (Phone phone = new Phone(browser, folder.resolve("phone"), camera)) {
            Page page = phone.page();
            List<Request> asked = new CopyOnWriteArrayList<>();
            page.onRequestFinished(asked::add);
            page.navigate("/scan");
            page.locator("#start").waitFor();
            assertThat(asked).as("the decoder is not loaded with the page").noneMatch(PortalScanTest::isDecoder);
            page.locator("#start").click();
            page.waitForURL(url -> url.endsWith("/certificates/" + number));
            assertThat(asked.stream().filter(PortalScanTest::isDecoder)).hasSize(1);
            long bytes = asked.stream()
                    .map(Request::sizes)
                    .mapToLong(sizes -> (long) sizes.responseBodySize + sizes.responseHeadersSize)
                    .sum();
            System.out.println("The page for scanning, its decoder and the page behind it have " + bytes + " bytes");
            assertThat(bytes).isBetween(33_000L, (long) MAX_BYTES);
        }
    }

    private static boolean isDecoder(Request request) {
        return request.url().contains("/decoder/");
    }

    private static void type(Page page, String code) {
        page.navigate("/scan");
        page.locator("#code").fill(code);
        page.locator("#scan button").click();
        page.waitForLoadState();
    }

    private static void choose(Page page, BitMatrix code) throws IOException {
        page.navigate("/scan");
        page.locator("#picture").setInputFiles(new FilePayload("code.png", "image/png", png(code)));
    }

    /** The QR code that is printed with a certificate. */
    private BitMatrix printed(Page page, String certificateNumber) {
        String svg = page.request()
                .get(browser.origin() + "/certificates/" + certificateNumber + "/qr")
                .text();
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(size.find()).as(svg).isTrue();
        BitMatrix code = new BitMatrix(Integer.parseInt(size.group(1)));
        Pattern.compile("M(\\d+) (\\d+)h1v1")
                .matcher(svg)
                .results()
                .forEach(module -> code.set(Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2))));
        return code;
    }

    private static BitMatrix matrix(BarcodeFormat format, String text) throws WriterException {
        BitMatrix code = new MultiFormatWriter()
                .encode(
                        text,
                        format,
                        format == BarcodeFormat.CODE_128 ? 500 : 300,
                        format == BarcodeFormat.CODE_128 ? 150 : 300,
                        Map.of(EncodeHintType.MARGIN, 4));
        return code;
    }

    /** The code in the middle of a white picture. */
    private static boolean isBlack(BitMatrix code, int x, int y) {
        int scale = Math.max(1, Math.min(300 / code.getWidth(), 300 / code.getHeight()));
        int left = (WIDTH - scale * code.getWidth()) / 2;
        int top = (HEIGHT - scale * code.getHeight()) / 2;
        int column = Math.floorDiv(x - left, scale);
        int row = Math.floorDiv(y - top, scale);
        return column >= 0 && row >= 0 && column < code.getWidth() && row < code.getHeight() && code.get(column, row);
    }

    private static byte[] png(BitMatrix code) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, isBlack(code, x, y) ? 0 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /** A film of one picture, uncompressed (YUV4MPEG2), as Chromium plays it for a camera. */
    private Path film(BitMatrix code) throws IOException {
        Path film = folder.resolve("code.y4m");
        byte[] grey = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (isBlack(code, i % WIDTH, i / WIDTH) ? 16 : 235);
        }
        byte[] noColour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(noColour, (byte) 128);
        try (OutputStream out = Files.newOutputStream(film)) {
            out.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 5; i++) {
                out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                out.write(grey);
                out.write(noColour);
            }
        }
        return film;
    }

    private static String of(Map<String, String> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    private Map<String, String> certifiedLot() {
        return Objects.requireNonNull(system.as("producer")
                .queryParam("limit", 200)
                .get(system.url("quality") + "/batches")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.certificateNumber != null }"));
    }

    private Map<String, String> shipment() {
        return Objects.requireNonNull(system.as("partner")
                .get(system.url("distribution") + "/shipments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items[0]"));
    }
}
