package coop.parasol.quality.photo;

import static coop.parasol.quality.photo.PhotoScenario.address;
import static coop.parasol.quality.photo.PhotoScenario.list;
import static coop.parasol.quality.photo.PhotoScenario.put;
import static coop.parasol.quality.photo.PhotoScenario.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.attachment.FileResource;
import coop.parasol.quality.attachment.TestFiles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which photos a producer adds to a batch that it has reported, and until when. */
@QuarkusTest
@TestSecurity(user = "fatima", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = BatchPhotoTest.FATIMA))
class BatchPhotoTest {

    static final String FATIMA = "0198c000-0000-7000-8000-00000000c205";
    private static final UUID MEMBER = UUID.fromString(FATIMA);
    private static final byte[] JPEG = TestFiles.jpeg(1);

    private UUID batch = UUID.randomUUID();

    @BeforeEach
    void report_a_batch() {
        batch = PhotoScenario.reported(MEMBER);
    }

    @Test
    void a_photo_is_kept_and_given_back_as_it_came_and_no_browser_runs_it() {
        UUID id = UUID.randomUUID();

        given().contentType("text/html")
                .queryParam("caption", " किनारा, unit 17 ")
                .body(JPEG)
                .put(address(batch, id))
                .then()
                .statusCode(201)
                .body("photoId", equalTo(id.toString()), "caption", equalTo("किनारा, unit 17"))
                .body("mediaType", equalTo("image/jpeg"), "size", equalTo(JPEG.length), "memberId", equalTo(FATIMA));
        Response file = given().get(address(batch, id));

        assertThat(list(batch)).containsExactly(id.toString());
        assertThat(file.asByteArray()).isEqualTo(JPEG);
        assertThat(file.contentType()).isEqualTo("image/jpeg");
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment; filename=\"")
                .endsWith(".jpg");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(file.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void the_same_picture_is_one_photo_under_whatever_id_it_is_sent() throws Exception {
        UUID id = UUID.randomUUID();
        Callable<Integer> sending = () -> put(batch, id, JPEG).statusCode();

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = two.invokeAll(List.of(sending, sending));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 200);
        }
        put(batch, UUID.randomUUID(), JPEG).then().statusCode(200).body("photoId", equalTo(id.toString()));
        refused(put(batch, id, TestFiles.png(2)), 409, "id-taken");
        UUID elsewhere = PhotoScenario.reported(MEMBER);
        refused(put(elsewhere, id, JPEG), 409, "id-taken");
        put(elsewhere, UUID.randomUUID(), JPEG).then().statusCode(201);
        assertThat(list(batch)).containsExactly(id.toString());
    }

    @Test
    void what_is_no_photo_is_refused_whatever_it_is_called() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);

        for (byte[] hostile : List.of(page, drawing)) {
            refused(put(batch, UUID.randomUUID(), hostile), 422, "unknown-file-type");
        }
        refused(put(batch, UUID.randomUUID(), TestFiles.pdf()), 422, "not-a-photo");
        refused(put(batch, UUID.randomUUID(), new byte[0]), 422, "empty-file");
        refused(put(batch, UUID.randomUUID(), TestFiles.joined(JPEG, page)), 422, "broken-file");
        refused(put(batch, UUID.randomUUID(), Arrays.copyOf(JPEG, JPEG.length - 1)), 422, "broken-file");
        refused(put(batch, UUID.randomUUID(), bomb()), 422, "broken-file");
        refused(put(batch, UUID.randomUUID(), new byte[FileResource.MAX_BYTES + 1]), 413, "too-large");
        assertThat(TestDatabase.count("batch_photo where batch_id = '" + batch + "'"))
                .isZero();
    }

    /** A picture that says it has 65,535 times 65,535 pixels. */
    private static byte[] bomb() {
        byte[] bomb = JPEG.clone();
        for (int i = 0; i < bomb.length - 9; i++) {
            if (bomb[i] == (byte) 0xff && bomb[i + 1] == (byte) 0xc0) {
                Arrays.fill(bomb, i + 5, i + 9, (byte) 0xff);
            }
        }
        return bomb;
    }

    @Test
    void a_batch_has_six_photos_at_most_also_when_they_come_at_the_same_moment() throws Exception {
        List<Callable<Integer>> eight = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(each ->
                        () -> put(batch, UUID.randomUUID(), TestFiles.png(each)).statusCode())
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(eight)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(201, 201, 201, 201, 201, 201, 409, 409);
        }
        refused(put(batch, UUID.randomUUID(), TestFiles.png(9)), 409, "too-many-photos");
        UUID first = UUID.fromString(list(batch).getFirst());
        given().delete(address(batch, first)).then().statusCode(204);
        put(batch, UUID.randomUUID(), TestFiles.png(9)).then().statusCode(201);
    }

    @Test
    void what_is_removed_is_gone_and_stays_gone() {
        UUID id = UUID.randomUUID();
        put(batch, id, JPEG).then().statusCode(201);

        given().delete(address(batch, id)).then().statusCode(204);
        given().delete(address(batch, id)).then().statusCode(204);

        assertThat(list(batch)).isEmpty();
        given().get(address(batch, id)).then().statusCode(404);
        refused(put(batch, id, JPEG), 409, "photo-removed");
        assertThat(TestDatabase.count("batch_photo where bytes is not null and id = '" + id + "'"))
                .isZero();
        given().delete(address(batch, UUID.randomUUID())).then().statusCode(404);
        put(batch, UUID.randomUUID(), JPEG).then().statusCode(201);
    }

    @Test
    void once_the_sample_is_drawn_photos_neither_come_nor_go() {
        UUID id = UUID.randomUUID();
        put(batch, id, JPEG).then().statusCode(201);
        PhotoScenario.drawSample(batch);

        put(batch, id, JPEG).then().statusCode(200);
        refused(put(batch, UUID.randomUUID(), TestFiles.png(2)), 409, "sample-drawn");
        refused(given().delete(address(batch, id)), 409, "sample-drawn");
        for (String change : List.of(
                "update batch_photo set removed_at = now(), bytes = null",
                "update batch_photo set caption = 'other'",
                "update batch_photo set erased = true, digest = repeat('1', 64), bytes = null, removed_at = now()",
                "delete from batch_photo")) {
            assertThrows(RuntimeException.class, () -> TestDatabase.sql(change + " where id = '" + id + "'"), change);
        }
        assertThrows(RuntimeException.class, () -> PhotoScenario.stored(batch, MEMBER, 1));
        assertThat(given().get(address(batch, id)).asByteArray()).isEqualTo(JPEG);
    }

    @Test
    void a_batch_that_is_withdrawn_or_suspended_gets_no_photos() {
        TestDatabase.sql("update batch set suspended_by = gen_random_uuid() where id = :p1", batch);
        refused(put(batch, UUID.randomUUID(), JPEG), 409, "batch-suspended");
        TestDatabase.sql("update batch set suspended_by = null, state = 'WITHDRAWN' where id = :p1", batch);
        refused(put(batch, UUID.randomUUID(), JPEG), 409, "batch-closed");
    }

    @Test
    void nothing_is_added_to_what_quality_does_not_know() {
        refused(put(UUID.randomUUID(), UUID.randomUUID(), JPEG), 404, "not-found");
    }
}
