package coop.parasol.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.AddressConfirmation;
import coop.parasol.portal.mail.ConfirmationMails.Outcome;
import coop.parasol.portal.page.Language;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Applicants are mailed their link by a real SMTP server, in their language, not too often, and their address is kept nowhere. */
@QuarkusTest
@QuarkusTestResource(MailServerResource.class)
class ConfirmationMailsTest extends NoticeMailFixture {

    private static final Pattern LINK = Pattern.compile("http\\S+/join/confirm/(\\S+)");

    @Inject
    ConfirmationMails mails;

    @ConfigProperty(name = "parasol.confirmation.secret")
    String secret;

    private final UUID application = UUID.randomUUID();
    private final String applicant = "applicant-" + application + "@works.example";

    @Test
    void the_link_comes_in_each_language_and_confirms_that_address_of_that_application() throws Exception {
        for (Language language : Language.values()) {
            UUID each = UUID.randomUUID();
            String to = language.code() + each + "@works.example";
            assertThat(mails.send(each, to, language)).isEqualTo(Outcome.SENT);

            MimeMessage mail = mailsTo(to).getFirst();
            Multipart parts = (Multipart) mail.getContent();
            String text = parts.getBodyPart(0).getContent().toString();
            assertThat(text).contains(each.toString());
            assertThat(mail.getHeader("Content-Language")).containsExactly(language.tag());
            assertThat(parts.getBodyPart(1).getContent().toString())
                    .contains("<html lang=\"" + language.tag() + "\">", mail.getSubject());
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).as(text).isTrue();
            assertThat(AddressConfirmation.isGenuine(link.group(1), to, secret)).isTrue();
            AddressConfirmation said = AddressConfirmation.parse(link.group(1)).orElseThrow();
            assertThat(said.memberId()).isEqualTo(each);
            assertThat(Duration.between(Instant.now(), said.validUntil()))
                    .isBetween(Duration.ofDays(6), Duration.ofDays(7));
        }
    }

    @Test
    void an_application_is_mailed_three_times_a_day_and_no_more() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(mails.send(application, applicant, Language.ENGLISH)).isEqualTo(Outcome.SENT);
        }
        assertThat(mails.send(application, applicant, Language.ENGLISH)).isEqualTo(Outcome.TOO_MANY);
        assertThat(mailsTo(applicant)).hasSize(3);

        clock.forward(Duration.ofHours(25));
        assertThat(mails.send(application, applicant, Language.ENGLISH)).isEqualTo(Outcome.SENT);
    }

    @Test
    void nobody_is_mailed_more_than_five_times_a_day_however_many_apply_in_its_name() {
        for (int i = 0; i < 5; i++) {
            assertThat(mails.send(UUID.randomUUID(), applicant, Language.ENGLISH))
                    .isEqualTo(Outcome.SENT);
        }
        assertThat(mails.send(UUID.randomUUID(), applicant, Language.ENGLISH)).isEqualTo(Outcome.TOO_MANY);
    }

    @Test
    void a_server_that_is_away_or_refuses_is_said_and_does_not_count() throws Exception {
        server.refuse(applicant, "550 5.1.1 no such mailbox");
        for (int i = 0; i < 4; i++) {
            assertThat(mails.send(application, applicant, Language.ENGLISH)).isEqualTo(Outcome.NOT_SENT);
        }
        server.refuseNobody();
        server.goAway();
        assertThat(mails.send(application, applicant, Language.ENGLISH)).isEqualTo(Outcome.NOT_SENT);
        server.comeBack();
        assertThat(mails.send(application, applicant, Language.ENGLISH)).isEqualTo(Outcome.SENT);
    }

    @Test
    void the_code_for_mailing_again_is_good_for_one_address_and_no_address_is_stored() {
        String code = mails.code(application, applicant);
        assertThat(mails.isAddressOf(application, applicant, code)).isTrue();
        assertThat(mails.isAddressOf(application, "other@works.example", code)).isFalse();
        assertThat(mails.isAddressOf(UUID.randomUUID(), applicant, code)).isFalse();

        mails.send(application, applicant, Language.ENGLISH);
        List<String> rows =
                jdbi.withHandle(handle -> handle.createQuery("select cast(m as text) from confirmation_mail m")
                        .mapTo(String.class)
                        .list());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("@"));
    }
}
