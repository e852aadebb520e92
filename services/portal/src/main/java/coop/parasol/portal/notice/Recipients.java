package coop.parasol.portal.notice;

import coop.parasol.portal.live.Listener;
import coop.parasol.portal.notice.rules.Recipient;
import coop.parasol.portal.page.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For whom a person reads notices, as its sign-in says: the member or partner that it acts for, and its roles. */
public final class Recipients {

    private static final String PRODUCER = "producer";
    private static final String PARTNER = "partner";

    private Recipients() {}

    /** The keys of a person's notices; none where nobody has signed in. */
    static List<String> of(Person person) {
        return of(person.roles(), person.memberId(), person.partnerId());
    }

    /** The keys of the notices of who listens to a stream. */
    static List<String> of(Listener who) {
        return of(who.roles(), who.memberId(), who.partnerId());
    }

    private static List<String> of(Set<String> roles, @Nullable UUID memberId, @Nullable UUID partnerId) {
        List<String> keys = new ArrayList<>();
        roles.forEach(role -> keys.add(new Recipient.Role(role).key()));
        if (memberId != null && roles.contains(PRODUCER)) {
            keys.add(new Recipient.Member(memberId).key());
        }
        if (partnerId != null && roles.contains(PARTNER)) {
            keys.add(new Recipient.Partner(partnerId).key());
        }
        return keys;
    }
}
