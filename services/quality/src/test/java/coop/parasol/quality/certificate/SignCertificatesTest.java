package coop.parasol.quality.certificate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.quality.CertifiedBatches;
import coop.parasol.quality.TestDatabase;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.assertj.core.util.Throwables;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Certificates are signed outside of the decisions that issue them, and nobody ever sees one without its signature. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = CertifiedBatches.AUDITOR_ID))
class SignCertificatesTest {

    private static final String FORGET = "update certificate set jws = null where number = :p1";

    @Inject
    Events events;

    @Inject
    SignCertificates signCertificates;

    @Inject
    SigningKeys signingKeys;

    @Test
    void a_certificate_is_signed_once_its_decision_is_committed() {
        String number = new CertifiedBatches(events).batch().certificateNumber();

        String read = signed(number);
        awaitSigned(number);

        assertThat(read).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+").isEqualTo(stored(number));
    }

    @Test
    void what_a_killed_service_has_not_signed_is_read_signed_and_signed_later_by_the_key_of_its_day() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String number = batch.certificateNumber();
        awaitSigned(number);
        String before = stored(number);
        change(FORGET, number);
        QuarkusTransaction.requiringNew().run(() -> signingKeys.rotate("test"));

        assertThat(signed(number)).as("read before it is signed").isEqualTo(before);
        signCertificates.signLeft();
        awaitSigned(number);

        assertThat(stored(number)).isEqualTo(before);
    }

    @Test
    void a_certificate_that_is_signed_late_names_the_firm_as_it_was_called_when_it_was_issued() {
        String number = new CertifiedBatches(events).batch().certificateNumber();
        awaitSigned(number);
        assertThat(claims(stored(number))).contains("\"iss\":\"Parasol Marketing Ltd.\"");
        change("update certificate set jws = null, issuer = 'The firm of then' where number = :p1", number);

        signCertificates.signLeft();
        awaitSigned(number);

        assertThat(claims(stored(number))).contains("\"iss\":\"The firm of then\"");
    }

    @Test
    void certificates_that_cannot_be_signed_keep_no_other_waiting() {
        BatchCertified batch = new CertifiedBatches(events).batch();
        String number = batch.certificateNumber();
        awaitSigned(number);
        TestDatabase.copies(batch.batchId(), 250);
        TestDatabase.sql(
                "insert into signing_key (kid, public_key, encrypted_private_key, created_by, created_at, retired_at)"
                        + " select 'lost', public_key, '\\x00', 'test', now(), now() from signing_key limit 1");
        String lost =
                "update certificate set jws = null, kid = 'lost', number = '0' || number where number like 'copy-'"
                        + " || (select lot from certificate where number = :p1) || '%'";
        change(lost, number);
        change(FORGET, number);
        try {
            signCertificates.signLeft();
            awaitSigned(number);

            assertThat(TestDatabase.count("certificate where jws is null and kid = 'lost'"))
                    .isEqualTo(250);
        } finally {
            change("delete from certificate where kid = 'lost' and :p1 <> ''", number);
        }
    }

    /** What the database does not let anybody do. */
    private static void change(String sql, String number) {
        TestDatabase.sql("alter table certificate disable trigger certificate_transition_is_allowed");
        try {
            TestDatabase.sql(sql, number);
        } finally {
            TestDatabase.sql("alter table certificate enable trigger certificate_transition_is_allowed");
        }
    }

    private static String claims(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Test
    void a_signature_is_neither_taken_away_nor_changed() {
        String number = new CertifiedBatches(events).batch().certificateNumber();
        awaitSigned(number);

        assertThat(refusal(FORGET, number)).contains("what is certified does not change");
        assertThat(refusal("update certificate set jws = 'x' where number = :p1", number))
                .contains("what is certified does not change");
    }

    private static String refusal(String sql, String number) {
        try {
            TestDatabase.sql(sql, number);
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(Throwables.getRootCause(e).getMessage());
        }
    }

    private static void awaitSigned(String number) {
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> TestDatabase.count("certificate where jws is not null" + " and number = '" + number + "'")
                        == 1);
    }

    private static String stored(String number) {
        return TestDatabase.text("select jws from certificate where number = :p1", number);
    }

    private static String signed(String number) {
        return given().accept("application/jose").get("/certificates/" + number).asString();
    }
}
