package coop.parasol.portal.mail;

import coop.parasol.portal.notice.MailOfNotice;
import coop.parasol.portal.notice.NoticeMessages;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Says on a notice's page what has become of its mail. */
@ApplicationScoped
class MailStates implements MailOfNotice {

    private final NoticeMessages words = Words.of(NoticeMessages.class);
    private final MailQueue queue;

    MailStates(MailQueue queue) {
        this.queue = queue;
    }

    @Override
    public Optional<String> state(UUID noticeId, String person) {
        return queue.of(noticeId, person).map(mail -> switch (mail.state()) {
            case QUEUED -> words.mailQueued();
            case SENT -> words.mailSent();
            case FAILED -> words.mailFailed(String.valueOf(mail.reason()));
            case DROPPED -> words.mailDropped();
        });
    }
}
