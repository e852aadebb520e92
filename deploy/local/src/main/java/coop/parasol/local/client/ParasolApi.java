package coop.parasol.local.client;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The REST interfaces of one installation's services, and the users who call them. */
public final class ParasolApi {

    private static final int UNAUTHENTICATED = 401;

    /** Of a firm that is founded without another. */
    private static final String DEFAULT_CURRENCY = "INR";

    private final Installation installation;
    private final RetryingHttpClient http;
    private final KeycloakClient keycloak;
    private final FirmMoney money;
    private final ZoneId zone;
    private final Map<String, LoginSession> demo = new TreeMap<>();

    /** @param notice receives a line when a service stops responding and when it responds again */
    public ParasolApi(Installation installation, Consumer<String> notice) {
        this.installation = installation;
        this.http = new RetryingHttpClient(notice);
        this.keycloak = new KeycloakClient(
                installation.url(Component.KEYCLOAK), installation.secrets().get("keycloak.admin"), http);
        Map<String, String> firm = installation.firmSettings(System.getenv()).values();
        this.money = new FirmMoney(firm.getOrDefault("PARASOL_FIRM_CURRENCY", DEFAULT_CURRENCY));
        this.zone = ZoneId.of(firm.getOrDefault("PARASOL_FIRM_ZONE", "Z"));
    }

    /** The installation whose services are called. */
    public Installation installation() {
        return installation;
    }

    /** Amounts in the currency of the installation's firm. */
    public FirmMoney money() {
        return money;
    }

    /** The day where the installation's firm is. */
    public LocalDate today() {
        return LocalDate.now(zone);
    }

    /** The Keycloak of the installation. */
    public KeycloakClient keycloak() {
        return keycloak;
    }

    /** A user of the demo, whose password is the name and {@code -demo}. */
    public ApiUser demoUser(String name) {
        LoginSession login = byPassword(name, name + "-demo");
        demo.put(name, login);
        return new ApiUser(this, name, login);
    }

    /**
     * Checks that all users returned by {@link #demoUser} can sign in; to be called before anything is done in their
     * names.
     *
     * @param what what is to be done, for the message
     * @throws OperatorException if one of them cannot sign in
     */
    public void requireDemoUsers(String what) {
        demo.forEach((name, login) -> {
            try {
                login.token();
            } catch (ProblemResponseException refusal) {
                throw new OperatorException(
                        what + " acts as the demo users, and Keycloak does not let " + name
                                + " sign in with the password "
                                + name
                                + "-demo. Either this installation was created with --no-season, or the demo users"
                                + " were disabled. Nothing was changed.\n"
                                + "What to do: use a demo installation, in another checkout that was first started"
                                + " with ./parasol up.",
                        refusal);
            }
        });
    }

    /** A user with that password; signs in at the first request. */
    public ApiUser user(String user, String password) {
        return new ApiUser(this, user, byPassword(user, password));
    }

    /**
     * The person at this terminal, who signs in with a browser at the first request.
     *
     * @param show prints where to go and with which code
     */
    public ApiUser personWithABrowser(Consumer<String> show) {
        return new ApiUser(this, "you", new LoginSession(() -> keycloak.signInByBrowser(show)));
    }

    /** A machine of a member, which has a token of production's for as long as its member lets it. */
    public ApiUser machine(String name, String token) {
        return new ApiUser(this, name, new LoginSession(() -> new KeycloakClient.Token(token, Duration.ofDays(1))));
    }

    private LoginSession byPassword(String user, String password) {
        return new LoginSession(() -> keycloak.signIn("parasol", "parasol-cli", user, password));
    }

    /** A caller without an account. */
    public ApiUser anonymous() {
        return new ApiUser(this, "anyone", null);
    }

    RestResponse call(
            @Nullable LoginSession login,
            String method,
            Component service,
            String path,
            @Nullable RequestBody body,
            @Nullable String key) {
        try {
            return sendOnce(login, method, service, path, body, key);
        } catch (ProblemResponseException refusal) {
            if (refusal.status() != UNAUTHENTICATED || login == null) {
                throw refusal;
            }
            login.discardToken();
            return sendOnce(login, method, service, path, body, key);
        }
    }

    private RestResponse sendOnce(
            @Nullable LoginSession login,
            String method,
            Component service,
            String path,
            @Nullable RequestBody body,
            @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(installation.url(service) + path))
                .header("Accept", path.endsWith(".csv") ? "text/csv, application/problem+json" : "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : body.content());
        if (body != null) {
            request.header("Content-Type", body.mediaType());
        }
        if (!method.equals("GET")) {
            // the season and the importer change what they have just made themselves
            request.header("If-Match", "*");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (login != null) {
            request.header("Authorization", "Bearer " + login.token());
        }
        return http.send(method + " " + service.id() + path, request.build());
    }
}
