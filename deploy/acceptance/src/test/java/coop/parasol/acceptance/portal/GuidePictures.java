package coop.parasol.acceptance.portal;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of the guides, taken anew while a season is told. What differs from season to season - days, numbers of records, the
 * season's tag - is replaced for the picture and put back. With the property {@code pictures=write} the guides' own are written.
 */
final class GuidePictures {

    private static final Path KEPT = Path.of("../../docs/guide/images");
    private static final Path ANEW = Path.of("target/pictures");
    private static final int MAX_BYTES = 60_000;
    private static final boolean WRITE = "write".equals(System.getProperty("pictures"));

    private static final String SAME_EVERY_TIME = """
            tag => {
              const same = text => text
                .replaceAll(tag, 'K7').replaceAll(tag.toLowerCase(), 'k7')
                .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '0198c0de-0000-7000-8000-000000000001')
                .replace(/\\b[0-9a-f]{8}\\b/g, '0198c0de')
                .replace(/\\d{1,2} [A-Z][a-z]{2,3} 20\\d\\d, \\d\\d:\\d\\d/g, '1 Dec 2026, 10:00')
                .replace(/\\d{1,2} [A-Z][a-z]{2,3} 20\\d\\d/g, '1 Dec 2026')
                .replace(/20\\d\\d-\\d\\d-\\d\\d/g, '2026-12-01')
                .replace(/Week \\d+/g, 'Week 49')
                .replace(/20\\d\\d-W\\d\\d/g, '2026-W49')
                .replace(/\\b\\d{18}\\b/g, '089012340000000001')
                .replace(/DE\\d{20}/g, 'DE02120300000000202051')
                .replace(/(INV|SHARE)-[\\d-]+/g, '$1-000001')
                .replace(/\\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}(-[A-Z0-9]{1,4})?\\b/g, 'K7M2-9QXA-4T8E');
              window.undo = [];
              const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode, before = node.data;
                if (same(before) !== before) { window.undo.push(() => node.data = before); node.data = same(before); }
              }
              for (const field of document.querySelectorAll('main input:not([type=hidden]), main textarea')) {
                const before = field.value;
                if (field.type !== 'file' && same(before) !== before) {
                  window.undo.push(() => field.value = before);
                  field.value = same(before);
                }
              }
              document.activeElement?.blur();
            }
            """;

    private final String tag;
    private final boolean taken;
    private final List<String> wrong = new ArrayList<>();

    /** @param taken whether pictures are taken at all */
    GuidePictures(String tag, boolean taken) {
        this.tag = tag;
        this.taken = taken;
    }

    /** Takes the page as it is for the guides, and compares it with what they have. */
    void take(Page page, String name) {
        if (!taken) {
            return;
        }
        page.evaluate(SAME_EVERY_TIME, tag);
        byte[] shot = page.locator("main")
                .screenshot(new Locator.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
        page.evaluate("window.undo.forEach(each => each())");
        Picture picture = Picture.of(shot);
        try {
            compare(name, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(String name, Picture picture) throws IOException {
        byte[] png = picture.png();
        Path kept = KEPT.resolve(name + ".png");
        Files.createDirectories(ANEW);
        Files.write(ANEW.resolve(name + ".png"), png);
        if (png.length > MAX_BYTES) {
            wrong.add(name + " has " + png.length + " bytes");
        }
        if (WRITE) {
            Files.createDirectories(KEPT);
            Files.write(kept, png);
        } else if (!Files.exists(kept)) {
            wrong.add(name + " is not there");
        } else if (!Picture.of(Files.readAllBytes(kept)).isLike(picture)) {
            wrong.add(name + " is old; the page as it is now: " + ANEW.resolve(name + ".png"));
        }
    }

    /** Which pictures are missing, too heavy, or do not show the page as it is. */
    List<String> wrong() {
        return wrong;
    }
}
