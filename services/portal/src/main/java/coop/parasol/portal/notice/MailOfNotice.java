package coop.parasol.portal.notice;

import java.util.Optional;
import java.util.UUID;

/** What has become of the mail of a notice; implemented by {@code mail}, so that notices need not know it. */
public interface MailOfNotice {

    /** A sentence for the person whose mail it is; empty where there is none. */
    Optional<String> state(UUID noticeId, String person);
}
