package coop.parasol.local;

import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As whom a command calls the services: as a user of the demo, or as the person who signs in with a browser. */
final class SignInOptions {

    @Option(
            names = "--user",
            description = "A demo's user, who signs in with a password; in a firm you sign in with a browser.")
    private @Nullable String user;

    @Option(
            names = "--password",
            defaultValue = "${env:PARASOL_PASSWORD:-}",
            description = "The user's password (default: the name and \"-demo\"); PARASOL_PASSWORD keeps it out of the"
                    + " process list.")
    private @Nullable String password;

    /**
     * The caller; signs in at the first request.
     *
     * @param demoUser who it is in a demo without {@code --user}
     */
    ApiUser caller(Installation installation, ParasolApi api, String demoUser) {
        boolean demo = installation.firstStart().isDemo();
        if (!demo && user != null) {
            throw new OperatorException("Passwords are taken by a demo only."
                    + "\nWhat to do: leave out --user, and sign in with the browser at the address that is printed.");
        }
        if (!demo) {
            return api.personWithABrowser(System.err::println);
        }
        String name = user == null ? demoUser : user;
        return api.user(name, password == null || password.isEmpty() ? name + "-demo" : password);
    }
}
