package coop.parasol.portal.mail;

import coop.parasol.firm.FirmClock;
import coop.parasol.portal.mail.rules.MailRelevance;
import coop.parasol.portal.mail.rules.MailRelevance.Decision;
import coop.parasol.portal.mail.rules.RetryPause;
import coop.parasol.portal.notice.Inbox;
import coop.parasol.portal.notice.Notice;
import coop.parasol.portal.notice.NoticeChoices;
import coop.parasol.portal.notice.rules.Recipient;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.people.KeycloakAdministration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the mails that are due, on a thread of its own, so that a server that is away or slow holds up nobody. A mail is claimed before
 * it is sent and settled after: if the portal is killed between, it is sent again with the same Message-ID.
 */
@ApplicationScoped
class SendMails {

    private static final Logger LOG = Logger.getLogger(SendMails.class);

    /** After so many the connection is closed, so that nothing else waits for it for ever. */
    private static final int MAX_PER_CONNECTION = 200;

    private final AddressNotices addressNotices;
    private final MailQueue queue;
    private final Inbox inbox;
    private final NoticeChoices choices;
    private final KeycloakPeople people;
    private final NoticeMessage messages;
    private final MailServerSettings settings;
    private final FirmClock clock;
    private final Duration maxAge;
    private final Duration lease;
    private final RetryPause pause;
    private int failuresToConnect;
    private Instant connectAgain = Instant.MIN;

    SendMails(
            AddressNotices addressNotices,
            MailQueue queue,
            Inbox inbox,
            NoticeChoices choices,
            KeycloakPeople people,
            NoticeMessage messages,
            MailServerSettings settings,
            FirmClock clock,
            @ConfigProperty(name = "parasol.notice.mail-max-age") Duration maxAge,
            @ConfigProperty(name = "parasol.smtp.timeout") Duration timeout,
            @ConfigProperty(name = "parasol.smtp.retry-first") Duration retryFirst,
            @ConfigProperty(name = "parasol.smtp.retry-max") Duration retryMax) {
        this.addressNotices = addressNotices;
        this.queue = queue;
        this.inbox = inbox;
        this.choices = choices;
        this.people = people;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
        this.maxAge = maxAge;
        // longer than a server may take for one mail, which has several steps
        this.lease = timeout.multipliedBy(10);
        this.pause = new RetryPause(retryFirst, retryMax);
    }

    @Scheduled(every = "{parasol.notice.mail-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (!settings.isConfigured()) {
            return;
        }
        try {
            while (addressNotices.run()) {
                LOG.trace("More notices may be new");
            }
        } catch (KeycloakAdministration.UnavailableException away) {
            LOG.warnf("Who gets notices by mail is not known: %s", away.getMessage());
        }
        if (queue.anyDue(clock.now()) && !clock.now().isBefore(connectAgain)) {
            sendDue();
        }
    }

    private void sendDue() {
        Session session = Session.getInstance(settings.properties());
        try (SmtpConnection server = SmtpConnection.open(session, settings)) {
            failuresToConnect = 0;
            connectAgain = Instant.MIN;
            boolean goesOn = true;
            for (int sent = 0; goesOn && sent < MAX_PER_CONNECTION; sent++) {
                Optional<MailQueue.Claimed> claimed = queue.claim(clock.now(), lease);
                goesOn = claimed.isPresent() && send(session, server, claimed.get());
            }
        } catch (MessagingException away) {
            failuresToConnect++;
            connectAgain = clock.now().plus(pause.after(failuresToConnect));
            LOG.warnf(
                    "The mail server does not answer; mails wait until %s: %s",
                    connectAgain, SmtpConnection.withoutAddress(away));
        } catch (KeycloakAdministration.UnavailableException away) {
            LOG.warnf("Addresses are not known, mails wait: %s", away.getMessage());
        }
    }

    /** @return whether the connection can be used for the next one */
    private boolean send(Session session, SmtpConnection server, MailQueue.Claimed mail) throws MessagingException {
        Optional<Notice> notice = inbox.find(mail.noticeId());
        if (notice.isEmpty()) {
            return true;
        }
        Optional<Reader> reader = people.find(mail.person());
        Decision decision = MailRelevance.decide(known(notice.get(), mail, reader), clock.now(), maxAge);
        return switch (decision) {
            case Decision.Drop(MailRelevance.Reason reason) -> {
                queue.settle(mail.mailId(), MailQueue.State.DROPPED, reason.name(), clock.now());
                yield true;
            }
            case Decision.Send() -> send(session, server, mail, notice.get(), reader.orElseThrow());
        };
    }

    private MailRelevance.Known known(Notice notice, MailQueue.Claimed mail, Optional<Reader> reader) {
        boolean forDesk = notice.recipient() instanceof Recipient.Role;
        return new MailRelevance.Known(
                reader.filter(Reader::enabled).isPresent(),
                reader.filter(person -> actsFor(person, notice.recipient())).isPresent(),
                notice.isOpen(),
                inbox.hasRead(mail.person(), notice.noticeId()),
                choices.wantsMail(mail.person(), notice.kind(), forDesk),
                notice.happenedAt());
    }

    private boolean actsFor(Reader person, Recipient recipient) {
        return recipient instanceof Recipient.Role(String role)
                ? people.hasRole(person.subject(), role)
                : person.actsFor(recipient);
    }

    private boolean send(Session session, SmtpConnection server, MailQueue.Claimed mail, Notice notice, Reader reader)
            throws MessagingException {
        InternetAddress to;
        try {
            to = new InternetAddress(reader.email(), true);
        } catch (AddressException none) {
            queue.settle(mail.mailId(), MailQueue.State.FAILED, "no e-mail address", clock.now());
            return true;
        }
        Language language =
                choices.language(reader.subject()).or(reader::language).orElse(Language.ENGLISH);
        Delivery delivery =
                server.send(messages.write(session, mail.mailId(), notice, reader, to, language, clock.now()), to);
        Instant again = clock.now().plus(pause.after(mail.attempts()));
        switch (delivery) {
            case Delivery.Taken() -> queue.settle(mail.mailId(), MailQueue.State.SENT, null, clock.now());
            case Delivery.RefusedForGood(String reason) ->
                queue.settle(mail.mailId(), MailQueue.State.FAILED, reason, clock.now());
            case Delivery.RefusedForNow(String reason) -> queue.retry(mail.mailId(), again, reason);
            case Delivery.ConnectionLost(String reason) -> queue.retry(mail.mailId(), again, reason);
        }
        return !(delivery instanceof Delivery.ConnectionLost);
    }
}
