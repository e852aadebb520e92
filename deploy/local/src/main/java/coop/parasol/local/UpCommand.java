package coop.parasol.local;

import coop.parasol.local.servers.AotCreation;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.DemoFirm;
import coop.parasol.local.servers.DemoMail;
import coop.parasol.local.servers.FirmSettings;
import coop.parasol.local.servers.FirstStart;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.MailServer;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.PortalHttps;
import coop.parasol.local.servers.Starter;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts all components; the first start of a demo also plays one season. */
@Command(name = "up", description = "Start PostgreSQL, Kafka, Keycloak, the five services and the portal.")
final class UpCommand implements Callable<Integer> {

    /**
     * The settings of a demo, with which a season including an exit takes a minute, samples are drawn at once, and pools are settled in
     * their week.
     */
    static final Map<String, String> DEMO_BYLAWS = Map.of(
            "PARASOL_BYLAWS_NOTICE_PERIOD", "P0D",
            "PARASOL_BYLAWS_VOTING_PERIOD", "PT1M",
            "PARASOL_BYLAWS_MIN_VOTING_PERIOD", "PT1M",
            "PARASOL_BYLAWS_BATCH_CORRECTION_MINUTES", "0",
            "PARASOL_BYLAWS_MAXIMUM_ADVANCE_RATE", "7000",
            "PARASOL_BYLAWS_ADVANCE_LIMIT", "100000",
            "PARASOL_SETTLE_CURRENT_WEEK", "true");

    @Option(
            names = "--no-season",
            description = "At the first start: create a firm instead of a demo, without season and demo users, with the"
                    + " default bylaws.")
    private boolean noSeason;

    @Option(
            names = "--servers-only",
            description = "Start PostgreSQL, Kafka and Keycloak only, to run services from an IDE.")
    private boolean serversOnly;

    @Option(
            names = "--https",
            paramLabel = "NAME",
            description = "Be reached at https://NAME:8443 by phones and other computers, from now on.")
    private @Nullable String httpsName;

    @Option(
            names = "--beside-build",
            hidden = true,
            description = "Start PostgreSQL, Kafka and Keycloak while the services are built; the next up starts the"
                    + " services.")
    private boolean besideBuild;

    @Override
    public Integer call() {
        Installation installation = Parasol.installation();
        Progress progress = new Progress();
        if (!besideBuild) {
            System.out.println("Starting Parasol in " + installation.home());
        }
        FirstStart firstStart = installation.firstStart();
        firstStart.record(!noSeason, !serversOnly);
        FirmSettings settings = settings(installation);
        settings.save();
        Starter starter = new Starter(installation, serviceSettings(installation, settings), progress::print);
        if (besideBuild) {
            starter.startServers(false);
            return 0;
        }
        if (serversOnly) {
            starter.startServers(false);
            System.out.println(
                    "The servers are ready. Next: ./parasol start SERVICE, or ./parasol dev SERVICE for live reload.");
            return 0;
        }
        starter.startAll();
        new AotCreation(installation).start();
        System.out.printf("All components are ready after %.0f s.%n%n", progress.seconds());
        if (firstStart.isSeasonPending()) {
            int season = Parasol.commandLine().execute("season");
            if (season != 0) {
                return season;
            }
            firstStart.markSeasonDone();
        }
        printAddresses(installation);
        return 0;
    }

    /**
     * The settings with which the installation starts: those of the environment and the command line, else those kept.
     *
     * @throws OperatorException if components run with another public origin
     */
    private FirmSettings settings(Installation installation) {
        Map<String, String> given = new HashMap<>(System.getenv());
        if (httpsName != null) {
            given.put(FirmSettings.HTTPS_NAME, httpsName);
        }
        FirmSettings settings = installation.firmSettings(given);
        String origin = installation.publicOrigin(settings);
        String before = installation.publicOrigin(installation.firmSettings(Map.of()));
        boolean runs = Stream.concat(Stream.of(Component.KEYCLOAK), Component.applications().stream())
                .anyMatch(one -> installation.processes().running(one).isPresent());
        if (runs && !origin.equals(before)) {
            throw new OperatorException("Parasol runs as " + before + " and cannot become " + origin
                    + " meanwhile.\nWhat to do: run ./parasol down first, then this command again.");
        }
        if (httpsName != null && !httpsName.equalsIgnoreCase(URI.create(origin).getHost())) {
            throw new OperatorException("PARASOL_PUBLIC_ORIGIN or PARASOL_HTTPS_NAME says " + origin + ", and --https "
                    + httpsName
                    + ".\n"
                    + "What to do: give the variable the same name, or give it empty, with which it is no"
                    + " longer kept.");
        }
        return settings;
    }

    /**
     * The firm's settings as environment of the services; a demo's bylaws are completed so that a season can be played.
     */
    static Map<String, String> serviceSettings(Installation installation, FirmSettings settings) {
        Map<String, String> firm = new HashMap<>(installation.firstStart().isDemo() ? DEMO_BYLAWS : Map.of());
        firm.putAll(settings.values());
        if (installation.firstStart().isDemo()) {
            firm.putAll(DemoFirm.settings(firm));
        }
        if (installation.firstStart().isDemo() && MailServer.of(firm).isEmpty()) {
            firm.putAll(DemoMail.settings(installation));
        }
        return firm;
    }

    private static void printAddresses(Installation installation) {
        System.out.printf("Parasol is running: %s%n%n", installation.publicOrigin());
        for (Component service : Component.services()) {
            System.out.printf(
                    "  %-13s %s  (%s/q/openapi)%n",
                    service.id(), installation.url(service), installation.url(service.management()));
        }
        System.out.printf("  %-13s %s/realms/parasol%n", "keycloak", installation.url(Component.KEYCLOAK));
        installation
                .https()
                .flatMap(PortalHttps::ownCertificate)
                .ifPresent(own -> System.out.printf(
                        """

                        Phones and other computers trust this address once they trust the authority of this installation:
                          http://%s:%d/authority.crt or %s  (docs/operations.md, HTTPS)
                          SHA-256 %s
                        """,
                        URI.create(installation.publicOrigin()).getHost(),
                        installation.ports().of(Component.PORTAL),
                        own.authorityFile(),
                        own.authorityFingerprint()));
        System.out.println(
                installation.firstStart().isDemo()
                        ? demoHelp(installation)
                        : """

                        This is a firm without demo users: create its users' accounts in %s/admin,
                        as admin with the password keycloak.admin of .parasol/secrets.properties (docs/operations.md, People).

                        What to try next:
                          ./parasol status                  which components run, and where their logs are
                          ./parasol down                    stop; the data is kept (down --wipe deletes it)
                        """.formatted(installation.url(Component.KEYCLOAK)));
    }

    private static String demoHelp(Installation installation) {
        return """

            Demo users (password: the name and "-demo", such as rekha-demo):
              registrar rekha, treasurers tara and tomas, quality desk qadir and qasim, pricing desk priya and pavan,
              logistics desk leela, auditors arun and anita, partners bazaar and emporium, administrator adam;
              three employees with several roles each: asha, bela, chitra

            What to try next:
              ./parasol season                  play one more season (--small-firm: with three employees)
              ./parasol import-orders FILE      import a wholesaler's order file
              ./parasol status                  which components run, and where their logs are
              ./parasol down                    stop; the data is kept (down --wipe deletes it)
              curl -s %1$s/standards -H "Authorization: Bearer $(curl -s %2$s/realms/parasol/protocol/openid-connect/token -d client_id=parasol-cli -d grant_type=password -d username=bazaar -d password=bazaar-demo | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"
            """.formatted(installation.url(Component.QUALITY), installation.url(Component.KEYCLOAK));
    }
}
