package coop.parasol.portal.mail;

import coop.parasol.portal.page.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * What a mail says: text and HTML (RFC 2046, 5.1.4), in one language.
 *
 * @param id of the message, by which a mail that was sent twice is known
 */
record TwoPartMail(String id, String subject, Language language, String text, String html) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** The message, to which headers may be added before it is sent. */
    MimeMessage message(Session session, InternetAddress from, InternetAddress to, Instant now)
            throws MessagingException {
        NamedMessage message = new NamedMessage(session, id);
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(subject, UTF_8);
        message.setSentDate(Date.from(now));
        message.setContentLanguage(new String[] {language.tag()});
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=" + UTF_8);
        message.setContent(new MimeMultipart("alternative", plain, rich));
        message.saveChanges();
        return message;
    }

    /** A message that keeps its own id. */
    private static final class NamedMessage extends MimeMessage {

        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
