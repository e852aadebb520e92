package coop.parasol.acceptance;

import coop.parasol.local.season.Season;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.DemoFirm;
import coop.parasol.local.servers.DemoMail;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Ports;
import coop.parasol.local.servers.Starter;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The five services and the portal as they were built, on the servers of the test run, after one season. Started once for all tests.
 */
public final class RunningSystem {

    /** Nobody waits for a notice, a week or the time to correct to be over, and all tests call from one address. */
    private static final Map<String, String> SETTINGS = Map.of(
            "PARASOL_BYLAWS_NOTICE_PERIOD", "P0D",
            "PARASOL_BYLAWS_BATCH_CORRECTION_MINUTES", "0",
            "PARASOL_SETTLE_CURRENT_WEEK", "true",
            "PARASOL_ANONYMOUS_BURST", "1000000",
            "PARASOL_APPLICATIONS_BURST", "1000000",
            "PARASOL_VERIFICATION_BURST", "1000000");

    private static final Duration TOKEN_LASTS = Duration.ofSeconds(60);

    private static final Map<String, String> PEOPLE = Map.of(
            "auditor", "arun",
            "partner", "bazaar",
            "registrar", "rekha",
            "treasurer", "tara",
            "quality-desk", "qadir",
            "second quality-desk", "qasim",
            "pricing-desk", "priya",
            "second pricing-desk", "pavan",
            "logistics-desk", "leela",
            "administrator", "adam");

    private static final class Only {
        static final RunningSystem SYSTEM = new RunningSystem();
    }

    private final Installation installation;
    private final Map<String, Token> tokens = new HashMap<>();
    private final String producerId;
    private final String producerEmail;

    private record Token(String value, Instant until) {}

    private RunningSystem() {
        installation = servers();
        Starter starter = new Starter(installation, settings(installation), System.out::println);
        starter.startMail();
        starter.startApplications();
        if (!new Season(installation, Instant.now().getEpochSecond()).run()) {
            throw new AssertionError("a conservation law does not hold after the season");
        }
        Map<String, String> member = as("registrar")
                .queryParam("limit", 200)
                .get(url("membership") + "/members")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.state == 'ACTIVE' }");
        producerId = Objects.requireNonNull(member.get("memberId"));
        producerEmail = Objects.requireNonNull(member.get("email"));
    }

    /** The servers of the test run, on which services may run or not. */
    static Installation servers() {
        Map<String, String> environment = System.getenv();
        String home = environment.get("PARASOL_TEST_HOME");
        if (home == null) {
            throw new IllegalStateException("these tests need servers: run ./parasol test deploy/acceptance");
        }
        Path root = Path.of("../..").toAbsolutePath().normalize();
        return Installation.at(root, Path.of(home), Ports.from(environment));
    }

    /** What the services of the system are started with, its mail server included. */
    public static Map<String, String> settings(Installation installation) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(DemoMail.settings(installation));
        settings.putAll(DemoFirm.settings(settings));
        return settings;
    }

    /** The system, which the first call starts. */
    public static RunningSystem afterASeason() {
        return Only.SYSTEM;
    }

    /** The installation whose services and portal run. */
    public Installation installation() {
        return installation;
    }

    /** The address of a service or of the portal. */
    public String url(String service) {
        return installation.url(Component.byId(service));
    }

    /** Where a service has health, metrics and OpenAPI. */
    public String managementUrl(String service) {
        return installation.url(Component.byId(service).management());
    }

    /** A request with the token of a user who has that role and no other; {@code second quality-desk} is another person. */
    public RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(token(role));
    }

    /** The id of the member, partner or auditor for whom the user of that role acts. */
    public String ownId(String role) {
        return switch (role) {
            case "producer" -> producerId;
            case "partner" -> "0198c000-0000-7000-8000-00000000b001";
            case "auditor" -> "0198c000-0000-7000-8000-00000000a001";
            default -> throw new IllegalArgumentException(role + " speaks for the firm");
        };
    }

    /** The name with which a user signs in who has that role and no other; what is no role is the name of a user itself. */
    public String user(String role) {
        return role.equals("producer") ? producerEmail : PEOPLE.getOrDefault(role, role);
    }

    /** An access token of the user who has that role and no other. */
    public synchronized String token(String role) {
        Token known = tokens.get(role);
        if (known != null && Instant.now().isBefore(known.until())) {
            return known.value();
        }
        Token fresh =
                new Token(demoToken(installation, user(role)), Instant.now().plus(TOKEN_LASTS));
        tokens.put(role, fresh);
        return fresh.value();
    }

    /** A fresh token of a user of the demo. */
    static String demoToken(Installation servers, String user) {
        String first = user.contains("-") ? user.substring(0, user.indexOf('-')) : user;
        return RestAssured.given()
                .formParam("client_id", "parasol-cli")
                .formParam("grant_type", "password")
                .formParam("username", user)
                .formParam("password", first + "-demo")
                .post(servers.url(Component.KEYCLOAK) + "/realms/parasol/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("access_token");
    }
}
