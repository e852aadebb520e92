package coop.parasol.quality.photo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.quality.TestDatabase;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;

/** A batch whose sample is not drawn yet, and its photos. */
final class PhotoScenario {

    private PhotoScenario() {}

    static UUID reported(UUID member) {
        UUID batch = UUID.randomUUID();
        TestDatabase.sql(
                "insert into batch (id, member_id, product, lot, quantity, unit, state, reported_at, sample_due_at,"
                        + " standard_version) values (:p1, :p2, 'BOWL', :p3, 40, 'C62', 'REPORTED', now(),"
                        + " now() + interval '10 minutes', 1)",
                batch,
                member,
                "L-" + batch);
        return batch;
    }

    static void drawSample(UUID batch) {
        TestDatabase.sql(
                "update batch set state = 'SAMPLED', sample_size = 13, seed = repeat('0', 64),"
                        + " brand_lot = upper(right(lot, 20)) where id = :p1",
                batch);
    }

    static void claim(UUID batch, UUID auditor) {
        TestDatabase.auditor(auditor);
        TestDatabase.sql(
                "insert into work_list (batch_id, member_id, product, lot, quantity, unit, reported_at, sample_size,"
                        + " reinspection, auditors) select id, member_id, product, lot, quantity, unit, reported_at,"
                        + " sample_size, false, 1 from batch where id = :p1 on conflict do nothing",
                batch);
        TestDatabase.sql(
                "insert into inspection_claim (id, batch_id, seat, auditor_id, claimed_at, claimed_until)"
                        + " values (gen_random_uuid(), :p1, 1, :p2, now(), now() + interval '1 day')",
                batch,
                auditor);
    }

    /** A photo as if it had been added. */
    static UUID stored(UUID batch, UUID member, int number) {
        UUID id = UUID.randomUUID();
        TestDatabase.sql(
                "insert into batch_photo (id, batch_id, member_id, type, caption, digest, size, bytes, added_at)"
                        + " values (:p1, :p2, :p3, 'PNG', 'the rim', lpad(:p4, 64, '0'), 1, '\\x01', now())",
                id,
                batch,
                member,
                String.valueOf(number));
        return id;
    }

    static String address(UUID batch, UUID photo) {
        return "/batches/" + batch + "/photos/" + photo;
    }

    static Response put(UUID batch, UUID photo, byte[] bytes) {
        return given().contentType("image/jpeg").body(bytes).put(address(batch, photo));
    }

    static List<String> list(UUID batch) {
        return given().get("/batches/" + batch + "/photos")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.photoId");
    }

    static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
