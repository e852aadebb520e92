package coop.parasol.portal.member;

import coop.parasol.portal.page.Person;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;

/** The member for whom the person acts; a person without one has none of these pages. */
final class OwnMember {

    private OwnMember() {}

    static UUID of(Person person) {
        UUID memberId = person.memberId();
        if (memberId == null) {
            throw new NotFoundException();
        }
        return memberId;
    }
}
