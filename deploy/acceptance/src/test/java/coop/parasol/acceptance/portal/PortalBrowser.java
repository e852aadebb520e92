package coop.parasol.acceptance.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium as Debian or the environment variable PARASOL_BROWSER has it, before the running portal. */
final class PortalBrowser implements AutoCloseable {

    /** A cheap phone; a width of 320 px is 400 % zoom of a desk's screen, too. */
    static final int[] PHONE = {320, 640};

    static final int[] DESK = {1280, 800};

    /** Less than Keycloak and the portal keep a session that nobody uses. */
    private static final Duration SESSION_KEPT = Duration.ofMinutes(5);

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;
    private final String origin;
    private final Map<String, Session> sessions = new HashMap<>();

    /** What a browser keeps of somebody who has signed in. */
    private record Session(List<Cookie> cookies, Instant begun) {}

    PortalBrowser(String origin) {
        this.origin = origin;
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(QUIET));
    }

    /** The installed browser; without one the tests of the portal fail, for nothing else tries its pages. */
    private static Path executable() {
        String named = System.getenv().getOrDefault("PARASOL_BROWSER", "");
        Stream<String> candidates = named.isEmpty()
                ? Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                : Stream.of(named);
        Optional<Path> found =
                candidates.map(Path::of).filter(Files::isExecutable).findFirst();
        return found.orElseThrow(() -> new AssertionError(
                "No browser was found. Install Chromium (Debian: apt-get install chromium fonts-noto-core"
                        + " fonts-noto-cjk), or set PARASOL_BROWSER to one."));
    }

    /** A window with cookies of its own. */
    Visit open(int[] size, boolean scripts) {
        return open(size, scripts, "en-GB");
    }

    /**
     * The same of somebody whose browser asks for a language.
     *
     * @param language BCP 47 tag
     */
    Visit open(int[] size, boolean scripts, String language) {
        return new Visit(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(origin)
                .setViewportSize(size[0], size[1])
                .setLocale(language)
                .setJavaScriptEnabled(scripts)));
    }

    /**
     * A window of somebody who has signed in already: with the cookies of a browser in which that person has typed its password,
     * at most some minutes ago. Who signs out or ends the session takes one of its own by {@link Visit#signIn}.
     */
    Visit as(String user, int[] size, boolean scripts) {
        Session known = sessions.get(user);
        if (known == null || known.begun().plus(SESSION_KEPT).isBefore(Instant.now())) {
            try (Visit visit = open(DESK, false).signIn(user)) {
                known = new Session(visit.context().cookies(), Instant.now());
            }
            sessions.put(user, known);
        }
        Visit visit = open(size, scripts);
        visit.context().addCookies(known.cookies());
        return visit;
    }

    /**
     * A phone of its own: what its browser keeps is in a folder and outlives it, and all that it asks the portal for goes over a
     * line.
     *
     * @param more options of Chromium, such as a camera
     */
    BrowserContext phone(Path folder, Line line, List<String> more) {
        List<String> options = new ArrayList<>(QUIET);
        options.addAll(more);
        options.add("--host-resolver-rules=MAP " + URI.create(origin).getAuthority() + " 127.0.0.1:" + line.port());
        BrowserContext phone = playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(executable())
                                .setArgs(options)
                                .setBaseURL(origin)
                                .setViewportSize(PHONE[0], PHONE[1])
                                .setAcceptDownloads(true)
                                .setLocale("en-GB"));
        phone.setDefaultTimeout(Visit.PATIENCE);
        return phone;
    }

    String origin() {
        return origin;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One person at one window; everything that the browser complains of is kept. */
    static final class Visit implements AutoCloseable {

        /** Milliseconds; a busy machine starts a browser's processes slowly. */
        private static final int PATIENCE = 60_000;

        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Visit(BrowserContext context) {
            this.context = context;
            context.setDefaultTimeout(PATIENCE);
            page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(page.url() + ": " + message.text() + " " + message.location());
                }
            });
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
        }

        Page page() {
            return page;
        }

        BrowserContext context() {
            return context;
        }

        /** Errors of scripts, refused styles, files that are missing. */
        List<String> complaints() {
            return complaints;
        }

        /** Signs in with name and password, as a person does. */
        Visit signIn(String user) {
            page.navigate("/sign-in");
            submitPassword(page, user);
            return this;
        }

        static void submitPassword(Page page, String user) {
            String first = user.contains("-") ? user.substring(0, user.indexOf('-')) : user;
            page.locator("#username").fill(user);
            page.locator("#password").fill(first + "-demo");
            page.locator("#kc-login").click();
            page.waitForURL(url -> !url.contains("/realms/"));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
