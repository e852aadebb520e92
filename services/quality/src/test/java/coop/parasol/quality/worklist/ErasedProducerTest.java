package coop.parasol.quality.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.directory.ProducerNames;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Of a member that was erased quality forgets in which town it is. */
@QuarkusTest
class ErasedProducerTest {

    @Inject
    ProducerPlaces places;

    @Inject
    ProducerNames names;

    @Inject
    OnPersonErased onPersonErased;

    @Inject
    Jdbi jdbi;

    @Test
    void the_place_of_an_erased_member_is_gone_and_that_of_another_stays() {
        UUID erased = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            places.moved(List.of(new MemberMoved(erased, "Jaipur")));
            places.moved(List.of(new MemberMoved(other, "Jaipur")));
        });

        erase(erased);

        assertThat(hasPlace(erased)).isFalse();
        assertThat(hasPlace(other)).isTrue();
    }

    @Test
    void the_name_of_an_erased_member_is_gone_and_that_of_another_stays() {
        UUID erased = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            names.renamed(List.of(new MemberRenamed(erased, "Meera Brass")));
            names.renamed(List.of(new MemberRenamed(other, "Lakshmi Metal")));
            names.renamed(List.of(new MemberRenamed(other, "Lakshmi Metals")));
        });

        erase(erased);

        assertThat(QuarkusTransaction.requiringNew().call(() -> names.of(List.of(erased, other))))
                .isEqualTo(Map.of(other, "Lakshmi Metals"));
    }

    @Test
    void nobodys_name_stays_with_the_corrective_actions_of_an_erased_member() {
        UUID erased = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (UUID member : new UUID[] {erased, other}) {
            TestDatabase.sql(
                    "insert into corrective_action (id, member_id, product, cause, action, owner, due_on, state,"
                            + " begun_at, announced_by, announced_at) values (gen_random_uuid(), :p1, 'VASE', 'a narrow"
                            + " foot', 'a wider foot', 'Asha Rao', current_date, 'ANNOUNCED', now(), 'a-subject', now())",
                    member);
        }

        erase(erased);

        assertThat(TestDatabase.count("corrective_action where owner is not null and member_id = '" + erased + "'"))
                .isZero();
        assertThat(TestDatabase.count("corrective_action where owner is not null and member_id = '" + other + "'"))
                .isEqualTo(1);
    }

    private void erase(UUID member) {
        Envelope envelope = new Envelope(UUID.randomUUID(), "", "", 0, Instant.now(), Cause.of("membership"));
        QuarkusTransaction.requiringNew()
                .run(() -> onPersonErased.on(new PersonErased(member, Instant.now()), envelope));
    }

    private boolean hasPlace(UUID member) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from producer_place where member_id = :member)")
                        .bind("member", member)
                        .mapTo(Boolean.class)
                        .one());
    }
}
