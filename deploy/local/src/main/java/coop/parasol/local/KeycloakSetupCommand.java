package coop.parasol.local;

import coop.parasol.local.servers.KeycloakSetup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the realm of a Keycloak that runs elsewhere to what {@code deploy/keycloak} says. */
@Command(
        name = "keycloak-setup",
        description = {
            "Bring the realm of a Keycloak that ./parasol up does not start to what deploy/keycloak says; can be repeated.",
            "Environment: PARASOL_KEYCLOAK and PARASOL_KEYCLOAK_ADMIN_PASSWORD of its administrator admin,"
                    + " PARASOL_CLIENT_SECRET, PARASOL_PARTNERS_SECRET, PARASOL_PORTAL_SECRET, PARASOL_NOTICES_SECRET,"
                    + " PARASOL_PUBLIC_ORIGIN; PARASOL_SMTP_HOST, _PORT (587), _FROM, _USER, _PASSWORD and"
                    + " _SECURITY (starttls, tls or none) of the server that sends mail, without which nobody can reset an own"
                    + " password; PARASOL_FIRM_NAME, by which Keycloak names the firm, and PARASOL_FIRM_LANGUAGE (en, hi, gu,"
                    + " ja or zh) of whoever has chosen none."
        })
final class KeycloakSetupCommand implements Callable<Integer> {

    @Option(names = "--realm", description = "The folder with the realm's files (default: deploy/keycloak).")
    private Path folder = Parasol.root().resolve("deploy/keycloak");

    @Override
    public Integer call() {
        new KeycloakSetup(System.getenv()).upgradeRealm(folder);
        System.out.println("The realm is what its files say.");
        return 0;
    }
}
