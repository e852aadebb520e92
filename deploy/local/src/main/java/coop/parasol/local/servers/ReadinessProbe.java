package coop.parasol.local.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits until a component is ready; fails if its process ends or the timeout passes, with the end of its log. */
final class ReadinessProbe {

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int LINES = 20;
    private static final int OK = 200;

    private ReadinessProbe() {}

    static void await(Processes processes, Component component, Duration timeout, BooleanSupplier ready) {
        Instant end = Instant.now().plus(timeout);
        while (!ready.getAsBoolean()) {
            if (processes.running(component).isEmpty()) {
                throw new OperatorException(
                        component.id() + " ended while it was starting. " + log(processes, component));
            }
            if (Instant.now().isAfter(end)) {
                throw new OperatorException(component.id() + " was not ready after " + timeout.toSeconds() + " s. "
                        + log(processes, component));
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperatorException("Interrupted while waiting for " + component.id(), e);
            }
        }
    }

    /** Whether a GET of the address is answered with status 200. */
    static boolean returnsOk(HttpClient client, String address) {
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

    /** Whether something listens on a port of this machine. */
    static boolean takesConnections(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String log(Processes processes, Component component) {
        return "The end of its log (" + processes.log(component) + "):\n  "
                + String.join("\n  ", processes.tail(component, LINES))
                + "\nWhat to do: fix what the log reports, then run ./parasol up again; components that run are left running.";
    }
}
