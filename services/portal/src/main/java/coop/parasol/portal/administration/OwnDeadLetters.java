package coop.parasol.portal.administration;

import coop.parasol.messaging.DeadLetterResource;
import coop.parasol.portal.administration.DeadLetterClient.DeadLetter;
import coop.parasol.portal.administration.DeadLetterClient.Detail;
import coop.parasol.portal.administration.DeadLetterClient.Replayed;
import coop.parasol.portal.client.Listed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of which the portal itself could make no notices: what it answers to others, without a call. */
@ApplicationScoped
class OwnDeadLetters implements DeadLetters {

    private final DeadLetterResource own;

    OwnDeadLetters(DeadLetterResource own) {
        this.own = own;
    }

    @Override
    public Listed<DeadLetter> letters(@Nullable String after, int limit) {
        DeadLetterResource.DeadLetters page = own.list(after, limit);
        return new Listed<>(page.items().stream().map(OwnDeadLetters::shown).toList(), page.next());
    }

    @Override
    public Detail letter(UUID id) {
        DeadLetterResource.DeadLetterDetail detail = own.get(id);
        return new Detail(shown(detail.letter()), detail.content());
    }

    @Override
    public Replayed replay(UUID id) {
        DeadLetterResource.ReplayResult result = own.replay(id);
        return new Replayed(result.replayed(), result.failure());
    }

    private static DeadLetter shown(coop.parasol.messaging.DeadLetter letter) {
        return new DeadLetter(
                letter.id(),
                letter.type(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.subject(),
                letter.attempts(),
                letter.reason(),
                letter.parkedAt());
    }
}
