package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Sets up a Keycloak that runs elsewhere: in a container, or one that somebody else operates. */
public final class KeycloakSetup {

    private final Map<String, String> environment;

    /** @param environment what {@code ./parasol help keycloak-setup} lists */
    public KeycloakSetup(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Brings the realm to what the files say; it exists already. It is no demo.
     *
     * @param folder {@code deploy/keycloak}
     * @throws OperatorException if a variable is missing or wrong, or Keycloak refuses
     */
    public void upgradeRealm(Path folder) {
        RealmUpgrade.Values values = new RealmUpgrade.Values(
                required("PARASOL_CLIENT_SECRET"),
                required("PARASOL_PARTNERS_SECRET"),
                required("PARASOL_PORTAL_SECRET"),
                required("PARASOL_NOTICES_SECRET"),
                required("PARASOL_PUBLIC_ORIGIN"),
                false,
                MailServer.of(environment),
                RealmFirm.of(environment));
        try (KeycloakAdmin admin = admin()) {
            new RealmUpgrade(admin, values).apply(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the client of a partner's own system, or gives it a new secret.
     *
     * @return the secret, which is shown this once
     */
    public MachineClients.Credentials partnerClient(UUID partnerId) {
        try (KeycloakAdmin admin = admin()) {
            return new MachineClients(admin).forPartner(partnerId);
        }
    }

    private KeycloakAdmin admin() {
        return new KeycloakAdmin(required("PARASOL_KEYCLOAK"), required("PARASOL_KEYCLOAK_ADMIN_PASSWORD"));
    }

    private String required(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new OperatorException(
                    name + " is not set.\nWhat to do: ./parasol help keycloak-setup lists what is needed.");
        }
        return value;
    }
}
