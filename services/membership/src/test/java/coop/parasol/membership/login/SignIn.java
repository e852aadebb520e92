package coop.parasol.membership.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A sign-in at the real Keycloak with a password, as the demo's realm allows it. */
final class SignIn {

    private static final String KEYCLOAK =
            System.getenv().getOrDefault("PARASOL_TEST_KEYCLOAK", "http://127.0.0.1:8180");

    private SignIn() {}

    /** @return the status: 200 with a token, else 400 or 401 */
    static int withPassword(String user, String password) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request(user, password), BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether Keycloak takes the password and asks for another one. */
    static boolean mustChoosePassword(String user, String password) {
        return answer(user, password).contains("Account is not fully set up");
    }

    /** Whether Keycloak says that this is not the password. */
    static boolean isWrong(String user, String password) {
        return answer(user, password).contains("Invalid user credentials");
    }

    private static String answer(String user, String password) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request(user, password), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpRequest request(String user, String password) {
        return HttpRequest.newBuilder(URI.create(KEYCLOAK + "/realms/parasol/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("client_id=parasol-cli&grant_type=password&username="
                        + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build();
    }
}
