package coop.parasol.portal.page;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** The firm whose portal it is, as it was founded. In templates {@code inject:firm}. */
@Named("firm")
@ApplicationScoped
public class Firm {

    private static final Logger LOG = Logger.getLogger(Firm.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    private final FoundedFirmClient membership;
    private final boolean demo;
    private volatile String name;
    private volatile ZoneId zone;
    private volatile String currency;

    /**
     * The firm as it is configured, until membership has said what it was founded as.
     *
     * @param name as configured
     * @param zone as configured
     * @param currency as configured
     */
    Firm(
            @RestClient FoundedFirmClient membership,
            @ConfigProperty(name = "parasol.portal.firm-name") String name,
            @ConfigProperty(name = "parasol.portal.firm-zone") ZoneId zone,
            @ConfigProperty(name = "parasol.portal.firm-currency") String currency,
            @ConfigProperty(name = "parasol.demo") boolean demo) {
        this.membership = membership;
        this.name = name;
        this.zone = zone;
        this.currency = currency;
        this.demo = demo;
    }

    void askMembership(@Observes StartupEvent start) {
        Thread.ofVirtual().name("founded-firm").start(this::askUntilAnswered);
    }

    /** A firm is founded once, so that it is asked until it is answered, and never again. */
    private void askUntilAnswered() {
        try {
            while (!isAnswered()) {
                Thread.sleep(BETWEEN_QUESTIONS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnswered() {
        try {
            FoundedFirmClient.Founded founded = membership.founded();
            name = founded.name();
            zone = ZoneId.of(founded.zone());
            currency = founded.currency();
            return true;
        } catch (ProcessingException | WebApplicationException notYet) {
            LOG.debugf("Membership does not say yet what the firm was founded as: %s", notYet.getMessage());
            return false;
        }
    }

    public String name() {
        return name;
    }

    /** In which days and weeks are shown, whatever zone a visitor is in. */
    public ZoneId zone() {
        return zone;
    }

    /** ISO 4217 code of all amounts. */
    public String currency() {
        return currency;
    }

    /** Whether it is a demo, whose people and passwords everybody may know. */
    public boolean isDemo() {
        return demo;
    }

    /** The firm's present day. */
    public LocalDate today() {
        return LocalDate.now(Clock.system(zone));
    }
}
