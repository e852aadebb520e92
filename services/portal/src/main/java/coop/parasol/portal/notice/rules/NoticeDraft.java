package coop.parasol.portal.notice.rules;

import java.util.UUID;

/**
 * A notice that an event asks for.
 *
 * @param about the id of what it is about: a batch, an order, an exit
 */
public record NoticeDraft(Recipient recipient, NoticeSubject subject, UUID about, NoticeFacts facts) {}
