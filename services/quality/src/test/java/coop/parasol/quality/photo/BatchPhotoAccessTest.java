package coop.parasol.quality.photo;

import static coop.parasol.quality.photo.PhotoScenario.address;
import static coop.parasol.quality.photo.PhotoScenario.list;
import static coop.parasol.quality.photo.PhotoScenario.put;
import static coop.parasol.quality.photo.PhotoScenario.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.attachment.TestFiles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looks at the photos of a batch: its producer, the quality desk and whoever inspects it; and what is left of them in the end. */
@QuarkusTest
class BatchPhotoAccessTest {

    private static final String FATIMA = "0198c000-0000-7000-8000-00000000c206";
    private static final String ARUN = "0198c000-0000-7000-8000-00000000a206";
    private static final UUID MEMBER = UUID.fromString(FATIMA);
    private static final UUID AUDITOR = UUID.fromString(ARUN);

    @Inject
    Event<PersonErased> erased;

    private UUID batch = UUID.randomUUID();
    private UUID photo = UUID.randomUUID();

    @BeforeEach
    void a_batch_with_a_photo_awaits_its_inspection() {
        batch = PhotoScenario.reported(MEMBER);
        photo = PhotoScenario.stored(batch, MEMBER, 1);
        PhotoScenario.drawSample(batch);
    }

    @Test
    @TestSecurity(user = "arun", roles = "auditor")
    @OidcSecurity(claims = @Claim(key = "auditor_id", value = ARUN))
    void an_auditor_sees_the_photos_of_a_batch_that_it_has_claimed_or_was_assigned_to() {
        PhotoScenario.claim(batch, UUID.randomUUID());
        refusedAll();

        TestDatabase.sql("delete from inspection_claim where batch_id = :p1", batch);
        PhotoScenario.claim(batch, AUDITOR);

        assertThat(list(batch)).containsExactly(photo.toString());
        given().get(address(batch, photo)).then().statusCode(200);
        refused(given().delete(address(batch, photo)), 403, "forbidden");
    }

    @Test
    @TestSecurity(user = "arun", roles = "auditor")
    @OidcSecurity(claims = @Claim(key = "auditor_id", value = ARUN))
    void an_auditor_sees_the_photos_of_a_batch_that_it_has_begun_to_inspect_whatever_became_of_its_claim() {
        TestDatabase.auditor(AUDITOR);
        refusedAll();

        TestDatabase.inspection(batch, AUDITOR, false);

        assertThat(list(batch)).containsExactly(photo.toString());
    }

    @Test
    @TestSecurity(user = "qadir", roles = "quality-desk")
    void the_quality_desk_sees_them_and_adds_none() {
        assertThat(list(batch)).containsExactly(photo.toString());
        given().get(address(batch, photo)).then().statusCode(200);
        refused(put(batch, UUID.randomUUID(), TestFiles.jpeg(1)), 403, "forbidden");
    }

    @Test
    @TestSecurity(user = "lakshmi", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = "0198c000-0000-7000-8000-00000000c2fe"))
    void another_producer_neither_sees_nor_changes_them() {
        refusedAll();
        UUID open = PhotoScenario.reported(MEMBER);
        UUID its = PhotoScenario.stored(open, MEMBER, 1);
        refused(put(open, UUID.randomUUID(), TestFiles.jpeg(1)), 403, "not-yours");
        refused(put(open, UUID.randomUUID(), new byte[0]), 403, "not-yours");
        refused(given().delete(address(open, its)), 403, "not-yours");
        UUID own = PhotoScenario.reported(UUID.fromString("0198c000-0000-7000-8000-00000000c2fe"));
        given().get(address(own, its)).then().statusCode(404);
        given().delete(address(own, its)).then().statusCode(404);
        assertThat(TestDatabase.count("batch_photo where bytes is not null and id = '" + its + "'"))
                .isOne();
    }

    @Test
    @TestSecurity(user = "fatima", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = FATIMA))
    void of_an_erased_producer_neither_photos_nor_their_words_are_left() {
        UUID other = UUID.randomUUID();
        UUID foreign = PhotoScenario.stored(PhotoScenario.reported(other), other, 1);
        assertThat(list(batch)).containsExactly(photo.toString());

        QuarkusTransaction.requiringNew().run(() -> erased.fire(new PersonErased(MEMBER, Instant.now())));

        assertThat(list(batch)).isEmpty();
        given().get(address(batch, photo)).then().statusCode(404);
        assertThat(TestDatabase.count(
                        "batch_photo where (bytes is not null or caption <> '') and member_id = '" + MEMBER + "'"))
                .isZero();
        assertThat(TestDatabase.count("batch_photo where bytes is not null and id = '" + foreign + "'"))
                .isOne();
    }

    private void refusedAll() {
        refused(given().get("/batches/" + batch + "/photos"), 403, "not-yours");
        refused(given().get(address(batch, photo)), 403, "not-yours");
    }
}
