package coop.parasol.distribution.stock;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.distribution.UseCases;
import coop.parasol.web.IdempotencyKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of a member that was erased distribution forgets the name and what it has answered about it. */
@QuarkusTest
class ErasedProducerTest {

    @Inject
    ProducerRepository producers;

    @Inject
    IdempotencyKeys idempotencyKeys;

    @Inject
    OnPersonErased onPersonErased;

    @Test
    void the_name_and_the_stored_answers_of_an_erased_member_are_gone_and_those_of_others_stay() throws Exception {
        UUID erased = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            producers.renamed(List.of(new MemberRenamed(erased, "Zarina")));
            producers.renamed(List.of(new MemberRenamed(other, "Lotus")));
        });
        store(erased);
        store(other);

        QuarkusTransaction.requiringNew()
                .run(() -> onPersonErased.on(new PersonErased(erased, Instant.now()), UseCases.envelope()));

        assertThat(producers.names(List.of(erased, other)))
                .doesNotContainKey(erased)
                .containsEntry(other, "Lotus");
        assertThat(stored(erased).body()).isNull();
        assertThat(stored(erased).status())
                .as("what a repeated call is answered")
                .isEqualTo(200);
        assertThat(stored(other).body()).isNotNull();
    }

    private void store(UUID member) throws Exception {
        QuarkusTransaction.requiringNew().call(() -> {
            idempotencyKeys.claim("caller", member.toString(), "digest");
            idempotencyKeys.answer(
                    "caller",
                    member.toString(),
                    new IdempotencyKeys.Answer(
                            "digest",
                            200,
                            null,
                            null,
                            "application/json",
                            ("{\"memberId\":\"" + member + "\"}").getBytes(StandardCharsets.UTF_8)));
            return Optional.empty();
        });
    }

    private IdempotencyKeys.Answer stored(UUID member) throws Exception {
        return QuarkusTransaction.requiringNew()
                .call(() -> idempotencyKeys.claim("caller", member.toString(), "digest"))
                .orElseThrow();
    }
}
