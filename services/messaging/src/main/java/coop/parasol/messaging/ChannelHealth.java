package coop.parasol.messaging;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ends the process when the channel on which events come is dead: its liveness fails, and nothing revives it. */
@ApplicationScoped
class ChannelHealth {

    private final HealthCenter health;
    private final ProcessEnd processEnd;

    ChannelHealth(HealthCenter health, ProcessEnd processEnd) {
        this.health = health;
        this.processEnd = processEnd;
    }

    void check() {
        HealthReport liveness = health.getLiveness();
        if (!liveness.isOk()) {
            List<String> dead = liveness.getChannels().stream()
                    .filter(channel -> !channel.isOk())
                    .map(channel -> channel.getChannel() + ": " + channel.getMessage())
                    .toList();
            processEnd.end("it receives no events any more", new IllegalStateException(String.join("; ", dead)));
        }
    }
}
