package coop.parasol.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.PrintableText;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
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

/** Lists the events that a service could not handle, or lets it handle one again. */
@Command(
        name = "dead-letters",
        description = "List the events that a service could not handle, or handle one of them again.")
final class DeadLettersCommand implements Callable<Integer> {

    private static final int ERROR = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(index = "0", paramLabel = "list|replay")
    private String action = "";

    @Parameters(index = "1", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "ID", defaultValue = "")
    private String id = "";

    @Option(
            names = "--user",
            defaultValue = "adam",
            description = "A user with the role administrator (default: adam, of the demo).")
    private String user = "";

    @Option(
            names = "--password",
            defaultValue = "${env:PARASOL_PASSWORD:-adam-demo}",
            description = "The user's password; set PARASOL_PASSWORD instead to keep it out of the process list.")
    private String password = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Parasol.installation();
        String letters = installation.url(Component.byId(service)) + "/dead-letters";
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = token(client, installation.url(Component.KEYCLOAK));
            switch (action) {
                case "list" -> list(client, letters, token);
                case "replay" -> replay(client, letters + "/" + id + "/replay", token);
                default ->
                    throw new OperatorException("There is no action \"" + action
                            + "\".\nWhat to do: ./parasol dead-letters list " + service + ", or replay.");
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
                letter.toPrettyString().lines().map(PrintableText::of).forEach(System.out::println);
                count++;
            }
            next = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : "";
        } while (!next.isEmpty());
        System.out.println(count + " dead letters at " + service + "."
                + (count == 0 ? "" : " When the cause is fixed: ./parasol dead-letters replay " + service + " <id>"));
    }

    private void replay(HttpClient client, String address, String token) throws IOException, InterruptedException {
        if (id.isEmpty()) {
            throw new OperatorException(
                    "The id of the event is missing.\nWhat to do: take it from ./parasol dead-letters list " + service
                            + ".");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.noBody());
        send(client, request, token)
                .toPrettyString()
                .lines()
                .map(PrintableText::of)
                .forEach(System.out::println);
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
            throw new OperatorException("Keycloak does not let " + user
                    + " sign in with this password.\nWhat to do: name an administrator with --user and --password.");
        }
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static JsonNode send(HttpClient client, HttpRequest.Builder request, String token)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= ERROR) {
            throw new OperatorException(
                    "The service refused the request (" + answer.statusCode() + "): " + answer.body()
                            + "\n"
                            + "What to do: if the reason is not clear, look at the service's log with ./parasol"
                            + " logs.");
        }
        return JSON.readTree(answer.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
