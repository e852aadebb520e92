package coop.parasol.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.PrintableText;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private SignInOptions signIn = new SignInOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Parasol.installation();
        String letters = installation.url(Component.byId(service)) + "/dead-letters";
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = signIn.caller(installation, new ParasolApi(installation, System.err::println), "adam")
                    .token();
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
}
