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
        TestDatabase.sql("alter table certificate disable trigger certificate_transition_is_allowed");
        try {
            TestDatabase.sql(FORGET, number);
        } finally {
            TestDatabase.sql("alter table certificate enable trigger certificate_transition_is_allowed");
        }
        QuarkusTransaction.requiringNew().run(() -> signingKeys.rotate("test"));

        assertThat(signed(number)).as("read before it is signed").isEqualTo(before);
        signCertificates.signLeft();
        awaitSigned(number);

        assertThat(stored(number)).isEqualTo(before);
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
