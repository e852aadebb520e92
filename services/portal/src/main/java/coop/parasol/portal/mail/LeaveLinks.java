package coop.parasol.portal.mail;

import coop.parasol.portal.mail.rules.LeaveToken;
import coop.parasol.portal.notice.NoticeChoices;
import coop.parasol.portal.notice.rules.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links to leave, which only the portal can make, and what they do. */
@ApplicationScoped
class LeaveLinks {

    private final NoticeChoices choices;
    private final String secret;

    LeaveLinks(NoticeChoices choices, @ConfigProperty(name = "parasol.notice.client-secret") Optional<String> secret) {
        this.choices = choices;
        this.secret = secret.orElse("");
    }

    /** What a link says; empty if the portal has not made it. */
    Optional<LeaveToken> read(String token) {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        return LeaveToken.read(token, secret)
                .filter(read -> Arrays.stream(NoticeKind.values())
                        .anyMatch(kind -> kind.name().equals(read.kind())));
    }

    /** @return whether the portal has made the link */
    @Transactional
    boolean leave(String token) {
        Optional<LeaveToken> read = read(token);
        read.ifPresent(link -> choices.leave(link.person(), NoticeKind.valueOf(link.kind())));
        return read.isPresent();
    }
}
