package coop.parasol.acceptance.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phone with a browser that is closed at any moment and opened again, on a line that is cut. */
final class Phone implements AutoCloseable {

    static final String PIN = "739154";

    /** Milliseconds; a busy machine derives a key slowly. */
    private static final double PATIENCE = 30_000;

    private final PortalBrowser browser;
    private final Path folder;
    private final Line line;
    private final List<String> options;
    private @Nullable BrowserContext running;

    Phone(PortalBrowser browser, Path folder) throws IOException {
        this(browser, folder, List.of());
    }

    /** @param options of Chromium, such as a camera */
    Phone(PortalBrowser browser, Path folder, List<String> options) throws IOException {
        this.options = options;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.browser = browser;
        this.folder = folder;
        line = new Line(URI.create(browser.origin()).getPort());
    }

    Line line() {
        return line;
    }

    /** The browser's first window. */
    Page page() {
        BrowserContext now = running;
        if (now == null) {
            now = browser.phone(folder, line, options);
            running = now;
        }
        return now.pages().getFirst();
    }

    Page newTab() {
        page();
        BrowserContext now = running;
        if (now == null) {
            throw new IllegalStateException("the browser is closed");
        }
        return now.newPage();
    }

    /** The browser is closed without a word to its pages; what it keeps stays on the phone. */
    void closeBrowser() {
        BrowserContext now = running;
        running = null;
        if (now != null) {
            now.close();
        }
    }

    /** Signs in, and opens the page for work without a line when the browser has kept it. */
    Phone signIn(String user) {
        page().navigate("/sign-in?to=/offline");
        Visit.submitPassword(page(), user);
        page().waitForURL(url -> url.endsWith("/offline"));
        return until("navigator.serviceWorker.controller !== null");
    }

    Phone signsOut() {
        page().locator("a[href='/sign-out']").click();
        page().waitForURL(url -> url.startsWith(browser.origin() + "/?") || url.equals(browser.origin() + "/"));
        return this;
    }

    /** Waits until something is so; the page's content policy lets no script of a test wait inside of it. */
    Phone until(String expression) {
        page().waitForCondition(() -> Boolean.TRUE.equals(page().evaluate(expression)));
        return this;
    }

    Phone setsPin(String pin) {
        page().locator("#pin").fill(pin);
        page().locator("#again").fill(pin);
        page().locator("#set-pin button").click();
        return isOpen();
    }

    Phone types(String pin) {
        page().locator("#typed").fill(pin);
        page().locator("#open button").click();
        return this;
    }

    Phone isOpen() {
        page().locator("#work").waitFor();
        return this;
    }

    /** Opens the page, also without a line, and what is kept by the PIN. */
    Phone opens(String pin) {
        page().navigate("/offline");
        return types(pin).isOpen();
    }

    /** Waits until so much of the person's work has not arrived. */
    Phone hasUnsent(int number) {
        PlaywrightAssertions.assertThat(page().locator("#unsent strong")).hasText(Integer.toString(number));
        return this;
    }

    @Override
    public void close() throws IOException {
        closeBrowser();
        line.close();
    }
}
