package coop.parasol.local.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for a part to answer; gives up when it has died or a limit is over, and says why. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int LINES = 20;
    private static final int OK = 200;

    private Waiting() {}

    static void until(Processes processes, Part part, Duration most, BooleanSupplier ready) {
        Instant end = Instant.now().plus(most);
        while (!ready.getAsBoolean()) {
            if (processes.running(part).isEmpty()) {
                throw new Trouble(part.id() + " died while starting. " + log(processes, part));
            }
            if (Instant.now().isAfter(end)) {
                throw new Trouble(
                        part.id() + " was not ready after " + most.toSeconds() + " s. " + log(processes, part));
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("interrupted while waiting for " + part.id(), e);
            }
        }
    }

    /** Whether the address answers 200. */
    static boolean answers(HttpClient client, String address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String log(Processes processes, Part part) {
        return "The end of its log (" + processes.log(part) + "):\n  "
                + String.join("\n  ", processes.tail(part, LINES))
                + "\nWhat to do: put right what the log names, then run ./parasol up again; what runs already is kept.";
    }
}
