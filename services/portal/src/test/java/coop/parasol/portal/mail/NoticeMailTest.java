package coop.parasol.portal.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.EquityEvent.PaymentSent;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Envelope;
import coop.parasol.portal.notice.NoticeChoices;
import coop.parasol.portal.notice.rules.NoticeKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Notices by mail, from the event on Kafka to a real SMTP server, with addresses of the real Keycloak. */
@QuarkusTest
@QuarkusTestResource(MailServerResource.class)
class NoticeMailTest extends NoticeMailFixture {

    @Inject
    NoticeChoices choices;

    @Test
    void a_notice_is_mailed_once_however_often_its_event_is_delivered() throws Exception {
        PaymentSent paid = payout(member);
        Envelope envelope = events.publish(paid);
        events.publish(paid, envelope);
        events.publish(payout(member));
        await(member, 2);

        sendMails.run();
        sendMails.run();

        assertThat(mailsTo(email)).hasSize(2);
        assertThat(ids(mailsTo(email))).doesNotHaveDuplicates();
        assertThat(state(paid.payableId())).isEqualTo("SENT");
    }

    @Test
    void a_mail_reads_well_as_text_and_can_be_left_by_one_link() throws Exception {
        events.publish(payout(member));
        await(member, 1);
        sendMails.run();

        MimeMessage mail = mailsTo(email).getFirst();
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        String text = (String) parts.getBodyPart(0).getContent();
        assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(mail.getSubject()).isEqualTo("Payment sent: ₹12,34,567.50");
        assertThat(text.lines().toList())
                .startsWith(
                        "Payment sent: ₹12,34,567.50",
                        "",
                        "The bank has paid it to your account. What it is for: Pool payout. Bank reference: UTR-1",
                        "",
                        "See it in the portal:")
                .noneMatch(line -> line.contains("<") || line.contains("&amp;"));
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String link = mail.getHeader("List-Unsubscribe")[0];
        assertThat(text).contains(link.substring(1, link.length() - 1));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_mail_is_in_the_language_of_its_reader() throws Exception {
        KeycloakAccounts.change(person, member, email, "gu", true);
        events.publish(payout(member));
        await(member, 1);
        sendMails.run();

        MimeMessage mail = mailsTo(email).getFirst();
        assertThat(mail.getSubject()).isEqualTo("ચુકવણી મોકલી: ₹12,34,567.50");
        assertThat(mail.getContentLanguage()).containsExactly("gu");
    }

    @Test
    void a_mail_goes_to_the_address_of_the_moment_at_which_it_is_sent() throws Exception {
        events.publish(payout(member));
        await(member, 1);
        KeycloakAccounts.change(person, member, "new-" + email, "en", true);

        sendMails.run();

        assertThat(mailsTo(email)).isEmpty();
        assertThat(mailsTo("new-" + email)).hasSize(1);
    }

    @Test
    void what_is_not_so_any_more_is_not_mailed() throws Exception {
        UUID batch = UUID.randomUUID();
        events.publish(new BatchRejected(batch, member, "LAMP", "L-1", "two cracks", null));
        await(member, 1);
        events.publish(new BatchCertified(
                batch, "C-1", member, "LAMP", "L-1", "B-1", "A", Quantity.of(10, "C62"), null, 1, Instant.now()));
        await(member, 2);

        sendMails.run();

        assertThat(mailsTo(email))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).startsWith("Certified"));
    }

    @Test
    void whoever_does_not_act_for_the_member_any_more_gets_no_mail() throws Exception {
        events.publish(payout(member));
        await(member, 1);
        addressed();
        KeycloakAccounts.change(person, UUID.randomUUID(), email, "en", true);

        sendMails.run();

        assertThat(mailsTo(email)).isEmpty();
        assertThat(reasonOf(member)).isEqualTo("NOT_THEIRS");
    }

    @Test
    void each_of_the_people_of_a_member_gets_mail_as_it_has_chosen() throws Exception {
        String colleague = "c-" + email;
        String without = "w-" + email;
        KeycloakAccounts.colleague(member, colleague, "hi");
        String left = KeycloakAccounts.colleague(member, without, "en");
        choices.leave(left, NoticeKind.PAYMENT);
        events.publish(payout(member));
        await(member, 1);

        sendMails.run();

        assertThat(mailsTo(email))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getContentLanguage()).containsExactly("en"));
        assertThat(mailsTo(colleague))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getContentLanguage()).containsExactly("hi"));
        assertThat(mailsTo(without)).isEmpty();
    }

    @Test
    void one_link_ends_the_mails_of_a_kind_without_a_sign_in_and_a_forged_one_does_not() throws Exception {
        events.publish(payout(member));
        await(member, 1);
        sendMails.run();
        String link = mailsTo(email).getFirst().getHeader("List-Unsubscribe")[0];
        String path = link.substring(link.indexOf("/notices"), link.length() - 1);

        given().get(path).then().statusCode(200);
        given().formParam("List-Unsubscribe", "One-Click")
                .post(path.substring(0, path.length() - 2) + "xx")
                .then()
                .statusCode(404);
        events.publish(payout(member));
        await(member, 2);
        sendMails.run();
        assertThat(mailsTo(email)).as("looking at the link ends nothing").hasSize(2);

        given().redirects()
                .follow(false)
                .formParam("List-Unsubscribe", "One-Click")
                .post(path)
                .then()
                .statusCode(200);
        events.publish(payout(member));
        await(member, 3);
        sendMails.run();
        assertThat(mailsTo(email)).hasSize(2);
    }
}
