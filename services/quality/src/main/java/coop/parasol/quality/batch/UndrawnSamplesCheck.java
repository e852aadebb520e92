package coop.parasol.quality.batch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says beside the readiness of the service how many due samples cannot be drawn, and of which batch the oldest is. The service is ready
 * all the same: everything else goes on.
 */
@Readiness
@ApplicationScoped
class UndrawnSamplesCheck implements HealthCheck {

    private final UndrawnSamples undrawn;

    UndrawnSamplesCheck(UndrawnSamples undrawn) {
        this.undrawn = undrawn;
    }

    @Override
    public HealthCheckResponse call() {
        UndrawnSamples.Waiting waiting = QuarkusTransaction.requiringNew().call(undrawn::waiting);
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("due samples that cannot be drawn")
                .up()
                .withData("count", waiting.count());
        waiting.oldest().ifPresent(batch -> answer.withData("oldestBatch", batch.toString()));
        return answer.build();
    }
}
