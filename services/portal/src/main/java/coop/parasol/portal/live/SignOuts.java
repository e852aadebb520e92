package coop.parasol.portal.live;

import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Ends the stream of a browser in which somebody signs out; other portals notice when the sign-in has to be looked at again. */
@ApplicationScoped
final class SignOuts {

    private final LiveStreams streams;

    SignOuts(LiveStreams streams) {
        this.streams = streams;
    }

    void signedOut(@Observes SecurityEvent event) {
        boolean out = event.getEventType() == SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED
                || event.getEventType() == SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED_SESSION_EXPIRED;
        if (out
                && event.getSecurityIdentity() != null
                && event.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            streams.endSession(String.valueOf(token.<Object>getClaim("sid")));
        }
    }
}
