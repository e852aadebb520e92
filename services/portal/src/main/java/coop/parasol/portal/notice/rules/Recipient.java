package coop.parasol.portal.notice.rules;

import java.util.UUID;

/** Whom a notice is for; who acts for it as a person is known to Keycloak. */
public sealed interface Recipient {

    /** Whoever acts for a member. */
    record Member(UUID memberId) implements Recipient {}

    /** Whoever acts for a partner. */
    record Partner(UUID partnerId) implements Recipient {}

    /** Everybody with a role, such as a desk. */
    record Role(String role) implements Recipient {}

    /** Each member that has a vote when the notice is made. */
    record Voters() implements Recipient {}

    /**
     * As the table {@code notice} names it: {@code member:<id>}, {@code partner:<id>}, {@code role:<name>}.
     *
     * @throws IllegalArgumentException for all voters, who are many
     */
    default String key() {
        return switch (this) {
            case Member member -> "member:" + member.memberId();
            case Partner partner -> "partner:" + partner.partnerId();
            case Role role -> "role:" + role.role();
            case Voters _ -> throw new IllegalArgumentException("voters are named one by one");
        };
    }

    /** The recipient of a key. */
    static Recipient of(String key) {
        String name = key.substring(key.indexOf(':') + 1);
        return switch (key.substring(0, key.indexOf(':'))) {
            case "member" -> new Member(UUID.fromString(name));
            case "partner" -> new Partner(UUID.fromString(name));
            case "role" -> new Role(name);
            default -> throw new IllegalArgumentException(key);
        };
    }
}
