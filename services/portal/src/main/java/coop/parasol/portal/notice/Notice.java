package coop.parasol.portal.notice;

import coop.parasol.portal.notice.rules.NoticeFacts;
import coop.parasol.portal.notice.rules.NoticeKind;
import coop.parasol.portal.notice.rules.NoticeSubject;
import coop.parasol.portal.notice.rules.Recipient;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody is told.
 *
 * @param about the id of what it is about
 * @param happenedAt when the event was decided
 * @param isOpen whether it is still so
 */
public record Notice(
        UUID noticeId,
        NoticeSubject subject,
        Recipient recipient,
        UUID about,
        NoticeFacts facts,
        Instant happenedAt,
        boolean isOpen) {

    public NoticeKind kind() {
        return subject.kind();
    }

    /** One line, in the language of whoever reads. */
    public String title() {
        return NoticeTexts.title(this);
    }

    /** What there is to know and to do, in the language of whoever reads. */
    public String text() {
        return NoticeTexts.text(this);
    }

    /** The page of the portal where it is seen or done. */
    public String path() {
        return subject.path(about);
    }
}
