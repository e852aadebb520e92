package coop.parasol.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A real SMTP server that is away, slow, or refuses an address, and a portal that is killed: nothing is lost, and nobody else waits. */
@QuarkusTest
@QuarkusTestResource(MailServerResource.class)
class MailServerFailuresTest extends NoticeMailFixture {

    @Test
    void a_server_that_is_away_is_waited_for_and_nothing_is_lost() throws Exception {
        events.publish(payout(member));
        await(member, 1);
        server.goAway();
        sendMails.run();
        assertThat(stateOf(member)).isEqualTo("QUEUED");

        server.comeBack();
        sendMails.run();
        assertThat(mailsTo(email)).as("the server is not pressed").isEmpty();
        clock.forward(Duration.ofMinutes(2));
        sendMails.run();

        assertThat(mailsTo(email)).hasSize(1);
        assertThat(stateOf(member)).isEqualTo("SENT");
    }

    @Test
    void an_address_that_is_refused_for_good_holds_up_no_other() throws Exception {
        UUID other = UUID.randomUUID();
        KeycloakAccounts.ofMember(other, "q" + other + "@works.example", "en");
        server.refuse(email, "550 5.1.1 <" + email + "> no such mailbox");
        events.publish(payout(member));
        events.publish(payout(other));
        await(member, 1);
        await(other, 1);

        sendMails.run();

        assertThat(mailsTo("q" + other + "@works.example")).hasSize(1);
        assertThat(stateOf(member)).isEqualTo("FAILED");
        assertThat(reasonOf(member)).contains("550").contains("no such mailbox").doesNotContain(email);
    }

    @Test
    void an_address_that_is_refused_for_now_is_tried_again_later() throws Exception {
        server.refuse(email, "451 4.3.0 mailbox busy");
        events.publish(payout(member));
        await(member, 1);
        sendMails.run();
        assertThat(stateOf(member)).isEqualTo("QUEUED");
        assertThat(reasonOf(member)).contains("451");

        server.refuseNobody();
        clock.forward(Duration.ofMinutes(1));
        sendMails.run();

        assertThat(mailsTo(email)).hasSize(1);
    }

    @Test
    void a_mail_that_a_slow_server_may_have_taken_is_sent_again_under_the_same_id() throws Exception {
        events.publish(payout(member));
        await(member, 1);
        server.answerAfter(Duration.ofSeconds(3));
        long begin = System.nanoTime();
        sendMails.run();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        assertThat(stateOf(member)).isEqualTo("QUEUED");

        server.answerAfter(Duration.ZERO);
        clock.forward(Duration.ofMinutes(1));
        sendMails.run();

        assertThat(stateOf(member)).isEqualTo("SENT");
        assertThat(ids(mailsTo(email)).stream().distinct()).hasSize(1);
    }

    @Test
    void a_mail_whose_sender_was_killed_is_sent_by_another_under_the_same_id() throws Exception {
        events.publish(payout(member));
        await(member, 1);
        addressed();
        MailQueue.Claimed claimed = claim();
        sendMails.run();
        assertThat(mailsTo(email)).as("somebody else sends it").isEmpty();

        clock.forward(Duration.ofMinutes(5));
        sendMails.run();

        assertThat(ids(mailsTo(email)))
                .singleElement()
                .satisfies(id -> assertThat(id).startsWith("<" + claimed.mailId() + "@"));
    }
}
