package coop.parasol.local;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Starter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, and tells one season on an empty system. */
@Command(name = "up", description = "Start PostgreSQL, Kafka, Keycloak and the five services.")
final class UpCommand implements Callable<Integer> {

    /** A season with an exit is told in a minute; a real firm sets its own. */
    static final Map<String, String> DEMO_BYLAWS = Map.of(
            "PARASOL_BYLAWS_NOTICE_PERIOD", "P0D",
            "PARASOL_BYLAWS_VOTING_PERIOD", "PT1M");

    @Option(names = "--no-season", description = "Do not run a season on an empty system.")
    private boolean noSeason;

    @Option(names = "--servers-only", description = "Start no service: for running one from an editor.")
    private boolean serversOnly;

    @Override
    public Integer call() {
        Installation installation = Parasol.installation();
        Progress progress = new Progress();
        System.out.println("Starting Parasol in " + installation.home());
        Starter starter = new Starter(installation, bylaws(), progress::say);
        starter.startServers(false);
        if (serversOnly) {
            System.out.println("The servers are ready; ./parasol start <service> starts a service.");
            return 0;
        }
        starter.startServices();
        System.out.printf("Everything is ready after %.0f s.%n%n", progress.seconds());
        Path told = installation.home().resolve("season-told");
        if (!noSeason && !Files.exists(told)) {
            int season = Parasol.line().execute("season");
            if (season != 0) {
                return season;
            }
            remember(told);
        }
        sayWhatIsThere(installation);
        return 0;
    }

    /** What the environment says about the bylaws and the firm goes to the services; what it does not say is the demo's. */
    static Map<String, String> bylaws() {
        Map<String, String> bylaws = new java.util.HashMap<>(DEMO_BYLAWS);
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("PARASOL_BYLAWS_") || name.startsWith("PARASOL_FIRM_")) {
                bylaws.put(name, value);
            }
        });
        return bylaws;
    }

    private static void remember(Path told) {
        try {
            Files.createFile(told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sayWhatIsThere(Installation installation) {
        System.out.println("Parasol runs:");
        for (Part service : Part.services()) {
            System.out.printf(
                    "  %-13s %s  (%s/q/openapi)%n", service.id(), installation.url(service), installation.url(service));
        }
        System.out.printf("  %-13s %s/realms/parasol%n", "keycloak", installation.url(Part.KEYCLOAK));
        System.out.println("""

                Demo users (password: the name and "-demo", such as rekha-demo):
                  registrar rekha, treasurers tara and tomas, quality desk qadir and qasim, pricing desk priya and pavan,
                  logistics desk leela, auditors arun and anita, partners bazaar and emporium, administrator adam

                What to try next:
                  ./parasol season                  tell one more season
                  ./parasol import-orders FILE      take a wholesaler's order file
                  ./parasol status                  what runs, and where its logs are
                  ./parasol down                    stop; the data stays (down --wipe forgets it)
                  curl -s %1$s/standards -H "Authorization: Bearer $(curl -s %2$s/realms/parasol/protocol/openid-connect/token -d client_id=parasol-cli -d grant_type=password -d username=bazaar -d password=bazaar-demo | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"
                """.formatted(installation.url(Part.QUALITY), installation.url(Part.KEYCLOAK)));
    }
}
