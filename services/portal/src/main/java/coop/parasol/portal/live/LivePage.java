package coop.parasol.portal.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;

/** From when on an open page has to hear of changes: since it was asked for. In templates {@code inject:livePage}. */
@Named("livePage")
@RequestScoped
public class LivePage {

    private long asked = Clock.systemUTC().millis();

    /** Called before the page is made, and so before any service is asked. */
    void begin() {
        asked = Clock.systemUTC().millis();
    }

    /** Milliseconds by the portal's clock. */
    public long since() {
        return asked;
    }
}
