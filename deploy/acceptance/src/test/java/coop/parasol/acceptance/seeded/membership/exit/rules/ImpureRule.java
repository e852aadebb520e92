package coop.parasol.acceptance.seeded.membership.exit.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/** A rule that knows a framework and reads a clock. */
public final class ImpureRule {

    public String decide() {
        return new ObjectMapper().toString() + Instant.now();
    }
}
