package coop.parasol.portal.mail;

import coop.parasol.contracts.AddressConfirmation;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Mails whoever has applied for membership the link by which it confirms its address. It is sent while the applicant waits, and not
 * queued: the address is known to the portal at that moment alone, and is kept nowhere.
 */
@ApplicationScoped
public class ConfirmationMails {

    private static final Logger LOG = Logger.getLogger(ConfirmationMails.class);
    private static final UUID ANY = new UUID(0, 0);

    private final MailMessages words = Words.of(MailMessages.class);
    private final ConfirmationMailLimit limit;
    private final MailServerSettings settings;
    private final Firm firm;
    private final FirmClock clock;
    private final URI origin;
    private final String secret;
    private final Period validity;

    ConfirmationMails(
            ConfirmationMailLimit limit,
            MailServerSettings settings,
            Firm firm,
            FirmClock clock,
            @ConfigProperty(name = "parasol.public-origin") URI origin,
            @ConfigProperty(name = "parasol.confirmation.secret") Optional<String> secret,
            @ConfigProperty(name = "parasol.confirmation.days") int days) {
        this.limit = limit;
        this.settings = settings;
        this.firm = firm;
        this.clock = clock;
        this.origin = origin;
        this.secret = secret.orElse("");
        this.validity = Period.ofDays(days);
    }

    /** What has become of a link that was to be mailed. */
    public enum Outcome {
        SENT,
        /** the mail server is away or does not take it */
        NOT_SENT,
        /** several were sent today, of this application or to this address */
        TOO_MANY,
        /** the firm sends no mail, and asks for no confirmation */
        NOT_ASKED
    }

    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirmText(Shown mail);

        static native TemplateInstance confirmHtml(Shown mail, String language);
    }

    /** What both forms of the mail say. */
    record Shown(String title, String text, String open, String link, String number, String other) {}

    /** Mails the link of an application, unless that was done often. */
    public Outcome send(UUID application, String email, Language language) {
        if (secret.isEmpty() || !settings.isConfigured()) {
            return Outcome.NOT_ASKED;
        }
        Instant now = clock.now();
        UUID mailId = Ids.next();
        if (!limit.take(mailId, application, AddressConfirmation.mailCode(ANY, email, secret), now)) {
            return Outcome.TOO_MANY;
        }
        Instant until = now.atOffset(ZoneOffset.UTC).plus(validity).toInstant();
        String link = origin + "/join/confirm/" + new AddressConfirmation(application, until).token(email, secret);
        Session session = Session.getInstance(settings.properties());
        try (SmtpConnection server = SmtpConnection.open(session, settings)) {
            InternetAddress to = new InternetAddress(email, true);
            TwoPartMail mail = language.write(() -> mail(mailId, application, link, until, language));
            Delivery delivery = server.send(mail.message(session, settings.sender(firm.name()), to, now), to);
            if (delivery instanceof Delivery.Taken) {
                return Outcome.SENT;
            }
            LOG.warnf("The link of application %s was not mailed: %s", application, delivery);
        } catch (MessagingException away) {
            LOG.warnf(
                    "The link of application %s was not mailed: %s", application, SmtpConnection.withoutAddress(away));
        }
        limit.giveBack(mailId);
        return Outcome.NOT_SENT;
    }

    /** By which the portal knows again that the link of an application may go to an address. */
    public String code(UUID application, String email) {
        return secret.isEmpty() ? "" : AddressConfirmation.mailCode(application, email, secret);
    }

    /** Whether the link of that application may go to that address. */
    public boolean isAddressOf(UUID application, String email, String code) {
        return !secret.isEmpty()
                && MessageDigest.isEqual(
                        code(application, email).getBytes(StandardCharsets.UTF_8),
                        code.getBytes(StandardCharsets.UTF_8));
    }

    private TwoPartMail mail(UUID mailId, UUID application, String link, Instant until, Language language) {
        Shown shown = new Shown(
                words.confirmTitle(),
                words.confirmText(firm.name(), Formats.textWithZone(until)),
                words.confirmOpen(),
                link,
                words.confirmNumber(application.toString()),
                words.confirmOther());
        return new TwoPartMail(
                "<" + mailId + "@" + origin.getHost() + ">",
                shown.title(),
                language,
                Templates.confirmText(shown).render(),
                Templates.confirmHtml(shown, language.tag()).render());
    }
}
