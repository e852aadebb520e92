package coop.parasol.local;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.KeycloakSetup;
import coop.parasol.local.servers.MachineClients;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a partner's own system sign in. */
@Command(
        name = "partner-client",
        description = {
            "Let a partner's own system sign in with a secret (client credentials); called again, it replaces the secret.",
            "For a Keycloak that ./parasol up does not start: PARASOL_KEYCLOAK and PARASOL_KEYCLOAK_ADMIN_PASSWORD."
        })
final class PartnerClientCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PARTNER",
            description = "The partner's id, under which the logistics desk has entered it.")
    private UUID partnerId = new UUID(0, 0);

    @Override
    public Integer call() {
        MachineClients.Credentials credentials = new KeycloakSetup(environment()).partnerClient(partnerId);
        System.out.println("client_id=" + credentials.clientId() + "\nclient_secret=" + credentials.secret());
        System.err.println(
                "The secret is shown this once; hand it to the partner by a way of its own."
                        + " The system fetches tokens with grant_type=client_credentials (docs/operations.md, Partners' systems).");
        return 0;
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (!environment.containsKey("PARASOL_KEYCLOAK")) {
            Installation installation = Parasol.installation();
            environment.put("PARASOL_KEYCLOAK", installation.url(Component.KEYCLOAK));
            environment.put(
                    "PARASOL_KEYCLOAK_ADMIN_PASSWORD", installation.secrets().get("keycloak.admin"));
        }
        return environment;
    }
}
