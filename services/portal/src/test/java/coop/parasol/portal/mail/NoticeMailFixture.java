package coop.parasol.portal.mail;

import coop.parasol.contracts.EquityEvent.PaymentPurpose;
import coop.parasol.contracts.EquityEvent.PaymentSent;
import coop.parasol.contracts.Money;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A person who acts for a member, a real SMTP server, and events on Kafka that the portal makes notices of. */
abstract class NoticeMailFixture {

    @SuppressWarnings("NullAway.Init") // MailServerResource sets it
    SmtpProxy server;

    @Inject
    Events events;

    @Inject
    SendMails sendMails;

    @Inject
    MailQueue queue;

    @Inject
    MovableClock clock;

    @Inject
    Jdbi jdbi;

    final UUID member = UUID.randomUUID();
    String email = "";
    String person = "";

    @BeforeEach
    void a_person_acts_for_a_member() {
        email = "p" + member + "@works.example";
        person = KeycloakAccounts.ofMember(member, email, "en");
    }

    @AfterEach
    void the_server_is_as_before() throws IOException {
        server.answerAfter(Duration.ZERO);
        server.refuseNobody();
        clock.reset();
    }

    static PaymentSent payout(UUID member) {
        return new PaymentSent(
                member, UUID.randomUUID(), PaymentPurpose.POOL_PAYOUT, Money.of("1234567.50", "INR"), "UTR-1");
    }

    void await(UUID member, int notices) {
        Awaitility.await("notices of " + member)
                .atMost(Events.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count(member) >= notices);
    }

    long count(UUID member) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from notice where recipient = :recipient")
                .bind("recipient", "member:" + member)
                .mapTo(Long.class)
                .one());
    }

    @Inject
    AddressNotices addressNotices;

    void addressed() {
        while (addressNotices.run()) {
            Thread.onSpinWait();
        }
    }

    /** Takes the mail to this test's person, as a portal does that is then killed; other tests may have left some that are due. */
    MailQueue.Claimed claim() {
        MailQueue.Claimed claimed =
                queue.claim(Instant.now(), Duration.ofSeconds(20)).orElseThrow();
        return claimed.person().equals(person) ? claimed : claim();
    }

    String state(UUID about) {
        return one("select m.state from notice_mail m join notice n using (notice_id) where n.about = :id", about);
    }

    String stateOf(UUID member) {
        return one(
                "select m.state from notice_mail m join notice n using (notice_id)"
                        + " where n.recipient = 'member:' || cast(:id as text)",
                member);
    }

    String reasonOf(UUID member) {
        return one(
                "select m.reason from notice_mail m join notice n using (notice_id)"
                        + " where n.recipient = 'member:' || cast(:id as text)",
                member);
    }

    String one(String query, UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind("id", id).mapTo(String.class).one());
    }

    List<MimeMessage> mailsTo(String address) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage each : server.taken()) {
            if (each.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)) {
                found.add(each);
            }
        }
        return found;
    }

    static List<String> ids(List<MimeMessage> mails) throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : mails) {
            ids.add(mail.getMessageID());
        }
        return ids;
    }
}
