package coop.parasol.portal.notice;

import coop.parasol.portal.notice.rules.Recipient;
import coop.parasol.portal.page.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** For whom a person reads notices, as its sign-in says: the member or partner that it acts for, and its roles. */
public final class Recipients {

    private static final String PRODUCER = "producer";
    private static final String PARTNER = "partner";

    private Recipients() {}

    /** The keys of a person's notices; none where nobody has signed in. */
    static List<String> of(Person person) {
        List<String> keys = new ArrayList<>();
        person.roles().forEach(role -> keys.add(new Recipient.Role(role).key()));
        UUID memberId = person.memberId();
        if (memberId != null && person.is(PRODUCER)) {
            keys.add(new Recipient.Member(memberId).key());
        }
        UUID partnerId = person.partnerId();
        if (partnerId != null && person.is(PARTNER)) {
            keys.add(new Recipient.Partner(partnerId).key());
        }
        return keys;
    }
}
