package coop.parasol.quality.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.quality.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an auditor may attach to its inspection, and how long it may take it back. */
@QuarkusTest
@TestSecurity(user = "arun", roles = "auditor")
@OidcSecurity(claims = @Claim(key = "auditor_id", value = AttachmentTest.ARUN))
class AttachmentTest {

    static final String ARUN = "0198c000-0000-7000-8000-00000000a201";
    private static final UUID AUDITOR = UUID.fromString(ARUN);
    private static final byte[] PNG = TestFiles.png(1);

    private final UUID member = UUID.randomUUID();
    private UUID batch = UUID.randomUUID();

    @BeforeEach
    void report_a_batch() {
        TestDatabase.auditor(AUDITOR);
        batch = TestDatabase.sampled(member, "BOWL");
    }

    @Test
    void a_photo_is_kept_and_given_back_as_it_came_and_no_browser_runs_it() {
        UUID id = UUID.randomUUID();

        given().contentType("text/html")
                .queryParam("name", "दोष 17.html")
                .queryParam("caption", "dent at the rim")
                .body(PNG)
                .put(address(id))
                .then()
                .statusCode(201)
                .body("mediaType", equalTo("image/png"), "name", equalTo("दोष 17.png"), "size", equalTo(PNG.length))
                .body(
                        "caption",
                        equalTo("dent at the rim"),
                        "auditorId",
                        equalTo(ARUN),
                        "inspectionNumber",
                        equalTo(1));
        Response file = given().get(address(id));

        assertThat(list()).containsExactly(id.toString());
        assertThat(file.asByteArray()).isEqualTo(PNG);
        assertThat(file.contentType()).isEqualTo("image/png");
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment; filename=\"")
                .endsWith("%2017.png");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(file.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void what_is_sent_twice_under_one_id_is_one_attachment_and_other_content_is_a_conflict() throws Exception {
        UUID id = UUID.randomUUID();
        Callable<Integer> sending = () -> put(id, "dent.png", PNG).statusCode();

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = two.invokeAll(List.of(sending, sending));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 200);
        }
        refused(put(id, "dent.png", TestFiles.png(2)), 409, "id-taken");
        refused(put(id, "other.png", PNG), 409, "id-taken");
        UUID elsewhere = TestDatabase.sampled(member, "BOWL");
        refused(
                given().contentType("image/png").body(PNG).put("/batches/" + elsewhere + "/attachments/" + id),
                409,
                "id-taken");
        given().get("/batches/" + elsewhere + "/attachments/" + id).then().statusCode(403);
        assertThat(list()).containsExactly(id.toString());
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        byte[] script = "alert(document.cookie)".getBytes(StandardCharsets.UTF_8);

        for (byte[] hostile : List.of(page, drawing, script)) {
            refused(put(UUID.randomUUID(), "dent.png", hostile), 422, "unknown-file-type");
        }
        refused(put(UUID.randomUUID(), "dent.png", new byte[0]), 422, "empty-file");
        refused(put(UUID.randomUUID(), "dent.png", Arrays.copyOf(PNG, 20)), 422, "broken-file");
        refused(put(UUID.randomUUID(), "dent.png", TestFiles.joined(PNG, page)), 422, "broken-file");
        refused(put(UUID.randomUUID(), "dent.png", new byte[FileResource.MAX_BYTES + 1]), 413, "too-large");
        refused(
                given().body(PNG).contentType("image/png").put("/batches/" + batch + "/attachments/1"),
                400,
                "malformed-field");
        assertThat(TestDatabase.count("attachment where batch_id = '" + batch + "'"))
                .isZero();
    }

    @Test
    void a_hostile_name_leaves_no_folder_and_breaks_no_header() {
        for (String name : List.of("../../etc/passwd", "Set-Cookie: x=1 <script>", "..\\..\\x.exe", "\"; x=\"")) {
            UUID id = UUID.randomUUID();
            put(id, name, PNG).then().statusCode(201);
            Response file = given().get(address(id));

            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.header("Set-Cookie")).isNull();
            assertThat(file.header("Content-Disposition"))
                    .matches("attachment; filename=\"[ A-Za-z0-9._-]+\\.png\"; filename\\*=UTF-8''[%A-Za-z0-9._-]+");
        }
        for (String name : List.of("a\r\nSet-Cookie: x=1\r\n\r\n<script>", "\u202Egnp.exe")) {
            refused(put(UUID.randomUUID(), name, PNG), 400, "malformed-field");
        }
        refused(put(UUID.randomUUID(), "x".repeat(400), PNG), 422, "size");
        refused(put(UUID.randomUUID(), "x".repeat(600), PNG), 400, "malformed-field");
    }

    @Test
    void no_auditor_attaches_to_the_inspection_of_a_producer_it_has_an_interest_in() {
        TestDatabase.auditor(AUDITOR, member);

        refused(put(UUID.randomUUID(), "dent.png", PNG), 409, "conflict-of-interest");
        given().get("/batches/" + batch + "/attachments").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "nobody", roles = "auditor")
    @OidcSecurity(claims = @Claim(key = "auditor_id", value = "0198c000-0000-7000-8000-00000000a2ff"))
    void somebody_whom_the_desk_has_not_registered_attaches_nothing() {
        refused(put(UUID.randomUUID(), "dent.png", PNG), 409, "auditor-not-registered");
    }

    @Test
    void what_is_removed_before_the_inspection_is_submitted_is_gone_and_stays_gone() {
        UUID id = UUID.randomUUID();
        put(id, "face.png", PNG).then().statusCode(201);

        given().delete(address(id)).then().statusCode(204);
        given().delete(address(id)).then().statusCode(204);

        assertThat(list()).isEmpty();
        given().get(address(id)).then().statusCode(404);
        refused(put(id, "face.png", PNG), 409, "attachment-removed");
        assertThat(TestDatabase.count("attachment_file where attachment_id = '" + id + "'"))
                .isZero();
        given().delete(address(UUID.randomUUID())).then().statusCode(404);
    }

    @Test
    void what_is_attached_to_a_submitted_inspection_is_evidence() {
        UUID id = UUID.randomUUID();
        put(id, "dent.png", PNG).then().statusCode(201);
        TestDatabase.inspection(batch, AUDITOR, true);

        put(id, "dent.png", PNG).then().statusCode(200);
        refused(put(UUID.randomUUID(), "late.png", PNG), 409, "already-submitted");
        refused(given().delete(address(id)), 409, "already-submitted");
        TestDatabase.rejected(batch, AUDITOR);
        put(id, "dent.png", PNG).then().statusCode(200);
        refused(put(UUID.randomUUID(), "late.png", PNG), 409, "not-awaiting-inspection");
        refused(given().delete(address(id)), 409, "not-awaiting-inspection");
        for (String change : List.of(
                "update attachment set removed_at = now()",
                "update attachment set caption = 'other'",
                "update attachment_file set bytes = '\\x00'",
                "delete from attachment_file",
                "delete from attachment")) {
            String key = change.contains("_file") ? "attachment_id" : "id";
            assertThrows(
                    RuntimeException.class,
                    () -> TestDatabase.sql(change + " where " + key + " = '" + id + "'"),
                    change);
        }
        assertThat(given().get(address(id)).asByteArray()).isEqualTo(PNG);
    }

    @Test
    void an_inspection_has_at_most_twenty_attachments() {
        TestDatabase.sql(
                "insert into attachment (id, batch_id, inspection_number, auditor_id, type, name, caption, digest, size, attached_at)"
                        + " select gen_random_uuid(), :p1, 1, :p2, 'PNG', 'x.png', '', repeat('0', 64), 1, now()"
                        + " from generate_series(1, 20)",
                batch,
                AUDITOR);

        refused(put(UUID.randomUUID(), "x.png", PNG), 409, "too-many-attachments");
    }

    private Response put(UUID id, String name, byte[] bytes) {
        return given().contentType("image/png")
                .queryParam("name", name)
                .body(bytes)
                .put(address(id));
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    private List<String> list() {
        return given().get("/batches/" + batch + "/attachments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.attachmentId");
    }

    private String address(UUID id) {
        return "/batches/" + batch + "/attachments/" + id;
    }
}
