package coop.parasol.quality.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Of a member that was erased quality forgets in which town it is. */
@QuarkusTest
class ErasedProducerTest {

    @Inject
    ProducerPlaces places;

    @Inject
    OnPersonErased onPersonErased;

    @Inject
    Jdbi jdbi;

    @Test
    void the_place_of_an_erased_member_is_gone_and_that_of_another_stays() {
        UUID erased = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            places.store(erased, "Jaipur");
            places.store(other, "Jaipur");
        });

        Envelope envelope = new Envelope(UUID.randomUUID(), "", "", 0, Instant.now(), Cause.of("membership"));
        QuarkusTransaction.requiringNew()
                .run(() -> onPersonErased.on(new PersonErased(erased, Instant.now()), envelope));

        assertThat(hasPlace(erased)).isFalse();
        assertThat(hasPlace(other)).isTrue();
    }

    private boolean hasPlace(UUID member) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from producer_place where member_id = :member)")
                        .bind("member", member)
                        .mapTo(Boolean.class)
                        .one());
    }
}
