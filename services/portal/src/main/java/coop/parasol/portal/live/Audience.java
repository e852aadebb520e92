package coop.parasol.portal.live;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a change concerns: everybody with one of the roles, and who acts for that member or that partner.
 *
 * @param roles whose services let them see every thing of the kind
 */
record Audience(
        Set<String> roles,
        @Nullable UUID memberId,
        @Nullable UUID partnerId) {

    private static final String PRODUCER = "producer";
    private static final String PARTNER = "partner";

    static Audience roles(String... roles) {
        return new Audience(Set.of(roles), null, null);
    }

    static Audience member(UUID memberId, String... desks) {
        return new Audience(Set.of(desks), memberId, null);
    }

    /** @param partnerId null in events that do not say whose order it is: then it concerns the desks alone */
    static Audience partner(@Nullable UUID partnerId, String... desks) {
        return new Audience(Set.of(desks), null, partnerId);
    }

    /** The same, and a member too. */
    Audience andMember(UUID member) {
        return new Audience(roles, member, partnerId);
    }

    /** The same, and more roles. */
    Audience and(String... more) {
        Set<String> all = new HashSet<>(roles);
        all.addAll(Arrays.asList(more));
        return new Audience(Set.copyOf(all), memberId, partnerId);
    }

    boolean includes(Listener who) {
        return roles.stream().anyMatch(who::is)
                || (memberId != null && memberId.equals(who.memberId()) && who.is(PRODUCER))
                || (partnerId != null && partnerId.equals(who.partnerId()) && who.is(PARTNER));
    }
}
