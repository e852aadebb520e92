package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import coop.parasol.acceptance.portal.PortalBrowser.Visit;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A person who does tasks in the portal as people do: by the menu, links, fields and buttons. Counts what it taps. */
final class Person implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FIRST_ERROR = 400;
    private static final int PAUSE = 400;

    /** Five words one after the other in Latin letters. */
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[A-Za-z]+(?:,? [a-z]+){4,}");

    private final Visit visit;
    private final Page page;
    private final PortalWords words;
    private final Set<String> leftInEnglish = new TreeSet<>();
    private final Set<String> typed = new HashSet<>();
    private int taps;

    /** @param words in the language that it reads */
    Person(Visit visit, PortalWords words) {
        this.visit = visit;
        this.words = words;
        this.page = visit.page();
    }

    Page page() {
        return page;
    }

    Visit visit() {
        return visit;
    }

    /** Links and buttons pressed, boxes ticked and fields typed into, so far. */
    int taps() {
        return taps;
    }

    PortalWords words() {
        return words;
    }

    /** What it was shown in English though its browser asks for another language, a sentence and where it stands. */
    Set<String> leftInEnglish() {
        return leftInEnglish;
    }

    /** What it has written itself, in whatever language. */
    Set<String> typed() {
        return typed;
    }

    /** Signs in as one of the demo's people. */
    Person signIn(String user) {
        visit.signIn(user);
        return this;
    }

    /** Signs in by a password that a desk has issued, and chooses another one. */
    Person signInForTheFirstTime(String userName, String oneTimePassword, String own) {
        page.navigate("/sign-in");
        page.locator("#username").fill(userName);
        page.locator("#password").fill(oneTimePassword);
        page.locator("#kc-login").click();
        page.locator("#password-new").fill(own);
        page.locator("#password-confirm").fill(own);
        page.locator("#kc-passwd-update-form [type=submit]").click();
        page.waitForURL(url -> url.endsWith("/home"));
        return this;
    }

    /** Goes to a page by a link of the menu or of the first page. */
    Person go(String path) {
        page.navigate("/home");
        return follow("a[href='" + path + "'], a[href^='" + path + "?']");
    }

    /** Follows the first link that a selector finds. */
    Person follow(String selector) {
        return leave(page.locator(selector).first());
    }

    /** Follows the first link on the page itself with that text. */
    Person followText(String text) {
        return leave(page.locator("main a")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first());
    }

    /** The address of the page without the portal's and without a query. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    Person type(String field, String value) {
        taps++;
        typed.add(value);
        field(field).fill(value);
        return this;
    }

    Person choose(String field, String value) {
        taps++;
        field(field).selectOption(value);
        return this;
    }

    Person tick(String field) {
        taps++;
        field(field).check();
        return this;
    }

    Person choosesFile(String field, String name, String content) {
        return chooses(field, new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes a photo, or chooses one. */
    Person photographs(String field, byte[] png) {
        return chooses(field, new FilePayload("photo.png", "image/png", png));
    }

    private Person chooses(String field, FilePayload file) {
        taps++;
        field(field).setInputFiles(file);
        return this;
    }

    /** Presses the button of the form whose address ends so. */
    Person press(String action) {
        return leave(page.locator("main form[action$='" + action + "'] button[type=submit]")
                .first());
    }

    /** The same until it can be done: what it needs is made a moment later, by what another service has heard. */
    @SuppressWarnings("deprecation") // as leave
    Person pressUntilTaken(String action) {
        String address = page.url();
        until(action + " to be possible", () -> {
            Locator button = page.locator("main form[action$='" + action + "'] button[type=submit]")
                    .first();
            if (page.waitForNavigation(button::click).status() < FIRST_ERROR) {
                return true;
            }
            page.navigate(address);
            return false;
        });
        taps++;
        return this;
    }

    /** Presses the button with that name and value. */
    Person press(String name, String value) {
        return leave(page.locator("main button[name='" + name + "'][value='" + value + "']"));
    }

    /** Looks at the page again until something is there. */
    Person until(String what, BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It was waited in vain for " + what + " at " + page.url() + ":\n" + text());
            }
            page.waitForTimeout(PAUSE);
            page.reload();
        }
        return this;
    }

    Person untilSeen(String text) {
        return until(text, () -> sees(text));
    }

    boolean sees(String text) {
        return text().contains(text);
    }

    boolean has(String selector) {
        return page.locator(selector).count() > 0;
    }

    /** What stands on the page itself, without head and menu. */
    String text() {
        return page.locator("main").innerText();
    }

    /** The value beside a label in a list of facts. */
    String fact(String label) {
        return page.locator("main dl.facts dt")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .locator("xpath=following-sibling::dd[1]")
                .innerText();
    }

    /** An amount as the portal writes it, as a number. */
    static BigDecimal amount(String text) {
        return new BigDecimal(text.replace("−", "-").replaceAll("[^0-9.-]", ""));
    }

    private Locator field(String name) {
        return page.locator("main [name='" + name + "']").first();
    }

    @SuppressWarnings("deprecation") // the click has to be waited for also where no script runs
    private Person leave(Locator control) {
        taps++;
        Response answer = page.waitForNavigation(control::click);
        assertThat(answer.status())
                .as(() -> page.url() + " after " + control + ":\n" + text())
                .isLessThan(FIRST_ERROR);
        assertThat(page.locator("html").getAttribute("lang")).as(page.url()).isEqualTo(words.lang());
        if (!words.equals(PortalWords.ENGLISH)) {
            ENGLISH_SENTENCE
                    .matcher(text())
                    .results()
                    .forEach(match -> leftInEnglish.add(match.group() + " (" + path() + ")"));
        }
        return this;
    }

    @Override
    public void close() {
        visit.close();
    }
}
