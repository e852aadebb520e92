package coop.parasol.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Events that a service could not handle. */
@Command(name = "dead-letters", description = "List events that could not be handled, or handle one again.")
final class DeadLettersCommand implements Callable<Integer> {

    private static final int ERROR = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(index = "0", paramLabel = "list|replay")
    private String what = "";

    @Parameters(index = "1", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "ID", defaultValue = "")
    private String id = "";

    @Option(names = "--user", defaultValue = "adam", description = "An administrator (default: the demo's, adam).")
    private String user = "";

    @Option(
            names = "--password",
            defaultValue = "${env:PARASOL_PASSWORD:-adam-demo}",
            description = "Its password; better in the environment as PARASOL_PASSWORD.")
    private String password = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Parasol.installation();
        String letters = installation.url(Part.byId(service)) + "/dead-letters";
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = token(client, installation.url(Part.KEYCLOAK));
            switch (what) {
                case "list" -> list(client, letters, token);
                case "replay" -> replay(client, letters + "/" + id + "/replay", token);
                default -> throw new Trouble("Say list or replay, not \"" + what + "\".");
            }
        }
        return 0;
    }

    private void list(HttpClient client, String letters, String token) throws IOException, InterruptedException {
        int count = 0;
        String next = "";
        do {
            JsonNode page = send(
                    client,
                    HttpRequest.newBuilder(URI.create(letters + "?limit=200" + next))
                            .GET(),
                    token);
            for (JsonNode letter : page.path("items")) {
                System.out.println(letter.toPrettyString());
                count++;
            }
            next = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : "";
        } while (!next.isEmpty());
        System.out.println(count + " events wait at " + service + "."
                + (count == 0 ? "" : " After the fix: ./parasol dead-letters replay " + service + " <id>"));
    }

    private void replay(HttpClient client, String address, String token) throws IOException, InterruptedException {
        if (id.isEmpty()) {
            throw new Trouble("Which one? ./parasol dead-letters list " + service + " shows the ids.");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.noBody());
        System.out.println(send(client, request, token).toPrettyString());
    }

    private String token(HttpClient client, String keycloak) throws IOException, InterruptedException {
        String form =
                "client_id=parasol-cli&grant_type=password&username=" + encode(user) + "&password=" + encode(password);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/parasol/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= ERROR) {
            throw new Trouble("Keycloak does not know " + user + " with this password; give --user and --password.");
        }
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static JsonNode send(HttpClient client, HttpRequest.Builder request, String token)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= ERROR) {
            throw new Trouble("The service refused (" + answer.statusCode() + "): " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
