package coop.parasol.portal.mail;

import coop.parasol.firm.FirmClock;
import coop.parasol.portal.notice.Inbox;
import coop.parasol.portal.notice.Notice;
import coop.parasol.portal.notice.NoticeChoices;
import coop.parasol.portal.notice.rules.Recipient;
import coop.parasol.portal.people.KeycloakAdministration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks who gets new notices by mail. Whoever acts for a member or partner is asked of Keycloak; of a desk, whoever has asked for it.
 * What each wants is looked at again when its mail is sent.
 */
@ApplicationScoped
class AddressNotices {

    private static final int AT_ONCE = 20;

    private final Inbox inbox;
    private final NoticeChoices choices;
    private final KeycloakPeople people;
    private final MailQueue queue;
    private final FirmClock clock;
    private final Duration maxAge;

    AddressNotices(
            Inbox inbox,
            NoticeChoices choices,
            KeycloakPeople people,
            MailQueue queue,
            FirmClock clock,
            @ConfigProperty(name = "parasol.notice.mail-max-age") Duration maxAge) {
        this.inbox = inbox;
        this.choices = choices;
        this.people = people;
        this.queue = queue;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /**
     * Looks at some notices.
     *
     * @return whether there may be more
     * @throws KeycloakAdministration.UnavailableException if Keycloak is away: they are looked at later
     */
    @Transactional
    boolean run() {
        inbox.markAddressedBefore(clock.now().minus(maxAge));
        List<Notice> notices = inbox.lockToAddress(AT_ONCE);
        Map<Recipient, List<String>> known = new HashMap<>();
        List<MailQueue.Addressed> mails = new ArrayList<>();
        for (Notice notice : notices) {
            for (String person : who(notice, known)) {
                boolean forDesk = notice.recipient() instanceof Recipient.Role;
                if (choices.wantsMail(person, notice.kind(), forDesk)) {
                    mails.add(new MailQueue.Addressed(notice.noticeId(), person));
                }
            }
        }
        queue.add(mails, clock.now());
        inbox.markAddressed(notices.stream().map(Notice::noticeId).toList());
        return notices.size() == AT_ONCE;
    }

    private List<String> who(Notice notice, Map<Recipient, List<String>> known) {
        return notice.recipient() instanceof Recipient.Role
                ? choices.whoAskedFor(notice.kind())
                : known.computeIfAbsent(notice.recipient(), people::actingFor);
    }
}
