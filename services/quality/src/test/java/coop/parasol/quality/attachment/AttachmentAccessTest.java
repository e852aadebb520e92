package coop.parasol.quality.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.quality.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees what is attached: whoever has to do with the batch, once it can influence nobody's judgement. */
@QuarkusTest
@TestSecurity(user = "arun", roles = "auditor")
@OidcSecurity(claims = @Claim(key = "auditor_id", value = AttachmentTest.ARUN))
class AttachmentAccessTest {

    private static final String FATIMA = "0198c000-0000-7000-8000-00000000c201";
    private static final UUID AUDITOR = UUID.fromString(AttachmentTest.ARUN);
    private static final UUID OTHER = UUID.fromString("0198c000-0000-7000-8000-00000000a202");

    private UUID batch = UUID.randomUUID();

    @BeforeEach
    void report_a_batch() {
        TestDatabase.auditor(AUDITOR);
        TestDatabase.auditor(OTHER);
        batch = TestDatabase.sampled(UUID.randomUUID(), "BOWL");
    }

    @Test
    void nobody_removes_what_another_has_attached() {
        UUID id = attached(OTHER);

        refused(given().delete(address(id)));
    }

    @Test
    void two_auditors_see_one_anothers_attachments_only_once_both_are_done() {
        UUID others = attached(OTHER);
        given().get("/batches/" + batch + "/attachments").then().statusCode(403);
        TestDatabase.inspection(batch, AUDITOR, true);

        assertThat(list()).isEmpty();
        given().get(address(others)).then().statusCode(404);
        TestDatabase.sql("update batch set state = 'HELD' where id = :p1", batch);
        assertThat(list()).as("discontinued before both were done").isEmpty();
        TestDatabase.sql("update batch set state = 'SAMPLED' where id = :p1", batch);
        TestDatabase.rejected(batch, OTHER);

        assertThat(list()).containsExactly(others.toString());
        given().get(address(others)).then().statusCode(200);
    }

    @Test
    void two_auditors_see_one_anothers_results_only_once_both_are_done() {
        TestDatabase.inspection(batch, AUDITOR, true);
        TestDatabase.inspection(batch, OTHER, true);
        TestDatabase.sql("update batch set state = 'HELD' where id = :p1", batch);
        assertThat(inspections()).containsExactly(AttachmentTest.ARUN);
        TestDatabase.sql("update batch set state = 'SAMPLED' where id = :p1", batch);
        TestDatabase.rejected(batch, OTHER);
        assertThat(inspections()).containsExactlyInAnyOrder(AttachmentTest.ARUN, OTHER.toString());
    }

    @Test
    @TestSecurity(user = "fatima", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = FATIMA))
    void a_producer_sees_what_is_attached_to_its_own_decided_batches() {
        UUID foreign = attached(AUDITOR);
        TestDatabase.rejected(batch, AUDITOR);
        refused(given().get("/batches/" + batch + "/attachments"));
        refused(given().get(address(foreign)));

        batch = TestDatabase.sampled(UUID.fromString(FATIMA), "BOWL");
        UUID own = attached(AUDITOR);
        assertThat(list()).isEmpty();
        given().get(address(own)).then().statusCode(404);
        TestDatabase.rejected(batch, AUDITOR);
        assertThat(list()).containsExactly(own.toString());
        given().get(address(own)).then().statusCode(200);
        given().body(TestFiles.png(1))
                .contentType("image/png")
                .put(address(own))
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "qadir", roles = "quality-desk")
    void the_quality_desk_sees_all_attachments() {
        UUID id = attached(AUDITOR);

        assertThat(list()).containsExactly(id.toString());
        given().get(address(id)).then().statusCode(200);
        given().get("/batches/" + UUID.randomUUID() + "/attachments").then().statusCode(404);
    }

    private UUID attached(UUID auditor) {
        UUID id = UUID.randomUUID();
        TestDatabase.sql(
                "insert into attachment (id, batch_id, inspection_number, auditor_id, type, name, caption, digest, size, attached_at)"
                        + " values (:p1, :p2, 1, :p3, 'PNG', 'x.png', '', repeat('0', 64), 1, now())",
                id,
                batch,
                auditor);
        TestDatabase.sql("insert into attachment_file (attachment_id, bytes) values (:p1, '\\x01')", id);
        return id;
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("not-yours"));
    }

    private List<String> list() {
        return given().get("/batches/" + batch + "/attachments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.attachmentId");
    }

    private List<String> inspections() {
        return given().get("/batches/" + batch + "/inspections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.auditorId");
    }

    private String address(UUID id) {
        return "/batches/" + batch + "/attachments/" + id;
    }
}
