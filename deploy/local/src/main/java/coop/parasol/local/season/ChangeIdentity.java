package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.util.List;
import java.util.Map;

/** Still step 1: the member that has joined last goes by another name, and signs in by another address with the password it has. */
final class ChangeIdentity {

    private final SeasonContext context;

    ChangeIdentity(SeasonContext context) {
        this.context = context;
    }

    void run() {
        DemoProducer before = context.producers.getLast();
        String path = "/members/" + before.memberId();
        String name = before.name() + " and Daughters";
        String email = before.email().replace("@", "-office@");
        before.owner().put(Component.MEMBERSHIP, path + "/name", Map.of("name", name));
        before.owner().put(Component.MEMBERSHIP, path + "/email", Map.of("email", email));
        context.log.awaitUntil(
                "the account to go by " + email,
                () -> context.api.keycloak().accountExists(email)
                        && !context.api.keycloak().accountExists(before.email()));
        ApiUser owner = context.api.user(
                email, before.email().substring(0, before.email().indexOf('-')) + "-demo");
        List<JsonNode> changes = owner.getAllPages(Component.MEMBERSHIP, path + "/identity-changes");
        if (changes.size() != 2) {
            throw new OperatorException(
                    "Name and address were changed, and " + changes.size() + " changes are on record.");
        }
        context.producers.set(
                context.producers.size() - 1,
                new DemoProducer(before.memberId(), name, email, before.product(), owner));
        context.log.line(
                "%s is %s from now on and signs in as %s, with the password it had; who has changed what is kept"
                        .formatted(before.name(), name, email));
    }
}
