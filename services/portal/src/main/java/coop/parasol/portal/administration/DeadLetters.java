package coop.parasol.portal.administration;

import coop.parasol.portal.client.Listed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that one service, or the portal itself, could not handle. */
interface DeadLetters {

    Listed<DeadLetterClient.DeadLetter> letters(@Nullable String after, int limit);

    DeadLetterClient.Detail letter(UUID id);

    DeadLetterClient.Replayed replay(UUID id);

    /** Those of a service. */
    static DeadLetters of(DeadLetterClient service) {
        return new DeadLetters() {
            @Override
            public Listed<DeadLetterClient.DeadLetter> letters(@Nullable String after, int limit) {
                return service.letters(after, limit);
            }

            @Override
            public DeadLetterClient.Detail letter(UUID id) {
                return service.letter(id);
            }

            @Override
            public DeadLetterClient.Replayed replay(UUID id) {
                return service.replay(id);
            }
        };
    }
}
