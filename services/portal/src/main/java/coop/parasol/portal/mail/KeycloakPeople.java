package coop.parasol.portal.mail;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.portal.notice.rules.Recipient;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.people.KeycloakAdministration;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People with their addresses, asked of Keycloak at the moment when they are needed. Nothing of them is kept. */
@ApplicationScoped
class KeycloakPeople {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_PEOPLE = 100;

    private final KeycloakAdministration administration;

    KeycloakPeople(KeycloakAdministration administration) {
        this.administration = administration;
    }

    /**
     * The subjects of everybody who acts for a member or a partner, at most a hundred.
     *
     * @throws KeycloakAdministration.UnavailableException if Keycloak is away
     */
    List<String> actingFor(Recipient recipient) {
        String attribute = switch (recipient) {
            case Recipient.Member member -> "member_id:" + member.memberId();
            case Recipient.Partner partner -> "partner_id:" + partner.partnerId();
            case Recipient.Role _, Recipient.Voters _ -> throw new IllegalArgumentException(recipient.toString());
        };
        List<String> subjects = new ArrayList<>();
        get("/users?briefRepresentation=true&max=" + MAX_PEOPLE + "&q="
                        + URLEncoder.encode(attribute, StandardCharsets.UTF_8))
                .ifPresent(people -> people.forEach(person -> {
                    // the account of a partner's own system reads no mail
                    if (!person.path("username").asText().startsWith("service-account-")) {
                        subjects.add(person.path("id").asText());
                    }
                }));
        return subjects;
    }

    /**
     * A person; empty if there is none any more.
     *
     * @throws KeycloakAdministration.UnavailableException if Keycloak is away
     */
    Optional<Reader> find(String subject) {
        return get("/users/" + subject)
                .map(person -> new Reader(
                        subject,
                        person.path("enabled").asBoolean(),
                        person.path("email").asText(),
                        id(person, "member_id"),
                        id(person, "partner_id"),
                        Language.of(attribute(person, "locale"))));
    }

    /**
     * Whether a person has a role of the realm.
     *
     * @throws KeycloakAdministration.UnavailableException if Keycloak is away
     */
    boolean hasRole(String subject, String role) {
        return get("/users/" + subject + "/role-mappings/realm/composite")
                .map(roles -> {
                    for (JsonNode each : roles) {
                        if (each.path("name").asText().equals(role)) {
                            return true;
                        }
                    }
                    return false;
                })
                .orElse(false);
    }

    private static @Nullable String attribute(JsonNode person, String name) {
        JsonNode value = person.path("attributes").path(name).path(0);
        return value.isMissingNode() ? null : value.asText();
    }

    private static @Nullable UUID id(JsonNode person, String name) {
        String value = attribute(person, name);
        return value == null ? null : UUID.fromString(value);
    }

    private Optional<JsonNode> get(String path) {
        return administration.get(path, PATIENCE);
    }
}
