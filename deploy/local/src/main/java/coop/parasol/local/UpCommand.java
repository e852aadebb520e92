package coop.parasol.local;

import coop.parasol.local.servers.Beginning;
import coop.parasol.local.servers.FirmSettings;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Starter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything; the first time it tells one season, unless a firm is begun. */
@Command(name = "up", description = "Start PostgreSQL, Kafka, Keycloak and the five services.")
final class UpCommand implements Callable<Integer> {

    /** A season with an exit is told in a minute; a firm that is begun without one has membership's own, or its own. */
    static final Map<String, String> DEMO_BYLAWS = Map.of(
            "PARASOL_BYLAWS_NOTICE_PERIOD", "P0D",
            "PARASOL_BYLAWS_VOTING_PERIOD", "PT1M");

    @Option(
            names = "--no-season",
            description = "Begin a firm instead of a demo: no season, no demo people, bylaws as membership has them.")
    private boolean noSeason;

    @Option(names = "--servers-only", description = "Start no service: for running one from an editor.")
    private boolean serversOnly;

    @Override
    public Integer call() {
        Installation installation = Parasol.installation();
        Progress progress = new Progress();
        System.out.println("Starting Parasol in " + installation.home());
        Beginning beginning = installation.beginning();
        beginning.decide(!noSeason, !serversOnly);
        FirmSettings settings = installation.firm(System.getenv());
        settings.keep();
        Starter starter = new Starter(installation, firm(installation, settings), progress::say);
        starter.startServers(false);
        if (serversOnly) {
            System.out.println("The servers are ready; ./parasol start <service> starts a service.");
            return 0;
        }
        starter.startServices();
        System.out.printf("Everything is ready after %.0f s.%n%n", progress.seconds());
        if (beginning.seasonIsDue()) {
            int season = Parasol.line().execute("season");
            if (season != 0) {
                return season;
            }
            beginning.seasonIsTold();
        }
        sayWhatIsThere(installation);
        return 0;
    }

    /** What the firm says of itself and its bylaws; what a demo does not say is made for a season. */
    static Map<String, String> firm(Installation installation, FirmSettings settings) {
        Map<String, String> firm = new HashMap<>(installation.beginning().isDemo() ? DEMO_BYLAWS : Map.of());
        firm.putAll(settings.values());
        return firm;
    }

    private static void sayWhatIsThere(Installation installation) {
        System.out.println("Parasol runs:");
        for (Part service : Part.services()) {
            System.out.printf(
                    "  %-13s %s  (%s/q/openapi)%n", service.id(), installation.url(service), installation.url(service));
        }
        System.out.printf("  %-13s %s/realms/parasol%n", "keycloak", installation.url(Part.KEYCLOAK));
        System.out.println(
                installation.beginning().isDemo()
                        ? demo(installation)
                        : """

                This is a firm without demo users: make people's accounts in %s/admin,
                as admin with the password keycloak.admin of .parasol/secrets.properties (docs/operations.md, People).

                What to try next:
                  ./parasol status                  what runs, and where its logs are
                  ./parasol down                    stop; the data stays (down --wipe forgets it)
                """.formatted(installation.url(Part.KEYCLOAK)));
    }

    private static String demo(Installation installation) {
        return """

                Demo users (password: the name and "-demo", such as rekha-demo):
                  registrar rekha, treasurers tara and tomas, quality desk qadir and qasim, pricing desk priya and pavan,
                  logistics desk leela, auditors arun and anita, partners bazaar and emporium, administrator adam

                What to try next:
                  ./parasol season                  tell one more season
                  ./parasol import-orders FILE      take a wholesaler's order file
                  ./parasol status                  what runs, and where its logs are
                  ./parasol down                    stop; the data stays (down --wipe forgets it)
                  curl -s %1$s/standards -H "Authorization: Bearer $(curl -s %2$s/realms/parasol/protocol/openid-connect/token -d client_id=parasol-cli -d grant_type=password -d username=bazaar -d password=bazaar-demo | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"
                """.formatted(installation.url(Part.QUALITY), installation.url(Part.KEYCLOAK));
    }
}
