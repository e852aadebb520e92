package coop.parasol.portal.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.portal.proxy.ServiceAddresses;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Asks every service how it is, at the port for operators, which listens on the machine itself only. */
@ApplicationScoped
class ServiceHealth {

    private static final Logger LOG = Logger.getLogger(ServiceHealth.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String UNSAID = "–";

    /** The portal, which hears the services' events too. */
    static final String PORTAL = "portal";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Config config;
    private final ObjectMapper json;

    ServiceHealth(Config config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /**
     * How a service is.
     *
     * @param state UP, DOWN, or UNKNOWN if it does not answer
     * @param notWell which of its checks fail
     * @param lag how many events it is behind at most on one partition
     */
    record Health(
            String name,
            String state,
            List<String> notWell,
            String outboxDepth,
            String outboxOldest,
            String handled,
            String lag,
            String parked) {

        boolean isUp() {
            return state.equals("UP");
        }

        /** How many events are parked; none where the service does not say. */
        long parkedEvents() {
            return count(parked);
        }

        /** How many events it has not sent or not read yet; none where the service does not say. */
        long eventsUnderWay() {
            return count(outboxDepth) + count(lag);
        }

        private static long count(String number) {
            return number.equals(UNSAID) ? 0 : Long.parseLong(number);
        }
    }

    /** The services, and the portal itself. */
    List<String> names() {
        return Stream.concat(ServiceAddresses.NAMES.stream(), Stream.of(PORTAL)).toList();
    }

    Health of(String service) {
        String address = config.getValue("parasol.management." + service, String.class);
        try {
            JsonNode health = json.readTree(read(address + "/q/health"));
            List<String> notWell = new ArrayList<>();
            health.path("checks").forEach(check -> {
                if (!check.path("status").asText().equals("UP")) {
                    notWell.add(check.path("name").asText());
                }
            });
            Metrics metrics = new Metrics(read(address + "/q/metrics"));
            return new Health(
                    service,
                    health.path("status").asText("UNKNOWN"),
                    notWell,
                    whole(metrics.highest("parasol_outbox_depth")),
                    whole(metrics.highest("parasol_outbox_oldest_seconds")),
                    whole(metrics.highest("parasol_events_handled_total")),
                    whole(metrics.highest("kafka_consumer_fetch_manager_records_lag_max")),
                    whole(metrics.highest("parasol_events_parked_depth")));
        } catch (IOException away) {
            LOG.warnf("The service %s does not say how it is: %s", service, away.getMessage());
            return unknown(service);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return unknown(service);
        }
    }

    private static Health unknown(String service) {
        return new Health(service, "UNKNOWN", List.of(), UNSAID, UNSAID, UNSAID, UNSAID, UNSAID);
    }

    private static String whole(OptionalDouble number) {
        return number.isEmpty() ? UNSAID : String.valueOf(Math.round(number.getAsDouble()));
    }

    private String read(String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
