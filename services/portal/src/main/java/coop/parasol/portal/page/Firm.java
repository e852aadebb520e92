package coop.parasol.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The firm whose portal it is. In templates {@code inject:firm}. */
@Named("firm")
@ApplicationScoped
public class Firm {

    private final String name;
    private final ZoneId zone;
    private final boolean demo;

    Firm(
            @ConfigProperty(name = "parasol.firm.name") String name,
            @ConfigProperty(name = "parasol.firm.zone") ZoneId zone,
            @ConfigProperty(name = "parasol.demo") boolean demo) {
        this.name = name;
        this.zone = zone;
        this.demo = demo;
    }

    public String name() {
        return name;
    }

    /** In which days and weeks are shown, whatever zone a visitor is in. */
    public ZoneId zone() {
        return zone;
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
