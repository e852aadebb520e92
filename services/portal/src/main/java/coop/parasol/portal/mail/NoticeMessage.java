package coop.parasol.portal.mail;

import coop.parasol.portal.mail.rules.LeaveToken;
import coop.parasol.portal.notice.Notice;
import coop.parasol.portal.notice.NoticeTexts;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the mail of a notice: text and HTML (RFC 2046, 5.1.4), in one language, with links to the portal and to leave (RFC 8058). */
@ApplicationScoped
class NoticeMessage {

    private final MailMessages words = Words.of(MailMessages.class);
    private final Firm firm;
    private final MailServerSettings settings;
    private final URI origin;
    private final String secret;

    NoticeMessage(
            Firm firm,
            MailServerSettings settings,
            @ConfigProperty(name = "parasol.public-origin") URI origin,
            @ConfigProperty(name = "parasol.notice.client-secret") Optional<String> secret) {
        this.firm = firm;
        this.settings = settings;
        this.origin = origin;
        this.secret = secret.orElse("");
    }

    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance noticeText(Shown mail);

        static native TemplateInstance noticeHtml(Shown mail, String language);
    }

    /** What both forms of the mail say. */
    record Shown(
            String title,
            String text,
            String seeInPortal,
            String link,
            String why,
            String leave,
            String leaveLink,
            String choose,
            String chooseLink) {}

    /**
     * The message, which has the same id however often it is written.
     *
     * @param mailId names the message
     */
    MimeMessage write(
            Session session,
            UUID mailId,
            Notice notice,
            Reader reader,
            InternetAddress to,
            Language language,
            Instant now)
            throws MessagingException {
        String leaveLink = origin + "/notices/leave/"
                + new LeaveToken(reader.subject(), notice.kind().name()).text(secret);
        Shown shown = language.write(() -> shown(notice, leaveLink));
        MimeMessage message = new TwoPartMail(
                        "<" + mailId + "@" + origin.getHost() + ">",
                        shown.title(),
                        language,
                        language.write(() -> Templates.noticeText(shown).render()),
                        language.write(() ->
                                Templates.noticeHtml(shown, language.tag()).render()))
                .message(session, settings.sender(firm.name()), to, now);
        message.setHeader("List-Unsubscribe", "<" + leaveLink + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }

    private Shown shown(Notice notice, String leaveLink) {
        return new Shown(
                notice.title(),
                notice.text(),
                words.seeInPortal(),
                origin + "/notices/" + notice.noticeId(),
                words.why(firm.name()),
                words.leave(NoticeTexts.kind(notice.kind())),
                leaveLink,
                words.choose(),
                origin + "/notices/choices");
    }
}
