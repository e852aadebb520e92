package coop.parasol.portal.page;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which language a page is made: the one that was chosen in this browser, else the one that Keycloak knows of the person,
 * else the first that the browser asks for, else English. In templates {@code inject:language}.
 */
@Named("language")
@RequestScoped
public class ReaderLanguage {

    /** The cookie that keeps what was chosen in a browser. */
    public static final String COOKIE = "parasol-language";

    private static final int MAX_ADDRESS = 1_000;

    private final HttpServerRequest request;
    private final Person person;
    private @Nullable Asked asked;

    ReaderLanguage(HttpServerRequest request, Person person) {
        this.request = request;
        this.person = person;
    }

    /** What the browser says, read once. */
    private record Asked(Optional<Language> chosen, Optional<Language> accepted) {

        static Asked of(HttpServerRequest request) {
            Cookie cookie = request.getCookie(COOKIE);
            return new Asked(
                    Language.of(cookie == null ? null : cookie.getValue()),
                    Language.accepted(request.getHeader("Accept-Language")));
        }
    }

    /** A language to choose, with the address that chooses it and comes back. */
    public record Choice(Language language, String path, boolean current) {}

    /** Templates have the texts of that language; set before each is rendered. */
    static void ofTemplates(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setAttribute(
                MessageBundles.ATTRIBUTE_LOCALE, Language.ofReader().code()));
    }

    /** The language of this page. */
    public Language language() {
        Asked browser = asked();
        return browser.chosen()
                .or(() -> Language.of(person.locale()))
                .or(browser::accepted)
                .orElse(Language.ENGLISH);
    }

    /** For {@code lang} of the page. */
    public String tag() {
        return language().tag();
    }

    /** All languages, for the switch at the end of each page. A page that answers a form is left for the first page. */
    public List<Choice> choices() {
        Language now = language();
        String page = request.uri().length() > MAX_ADDRESS ? request.path() : request.uri();
        String back = request.method().equals(HttpMethod.GET) ? page : "/home";
        String to = "?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return Arrays.stream(Language.values())
                .map(each -> new Choice(each, "/language/" + each.code() + to, each == now))
                .toList();
    }

    /** What a browser asks for, by its cookie or else by its settings; empty where it asks for none of these. */
    public static Optional<Language> askedBy(HttpServerRequest request) {
        Asked browser = Asked.of(request);
        return browser.chosen().or(browser::accepted);
    }

    private synchronized Asked asked() {
        Asked known = asked;
        if (known == null) {
            known = Asked.of(request);
            asked = known;
        }
        return known;
    }
}
