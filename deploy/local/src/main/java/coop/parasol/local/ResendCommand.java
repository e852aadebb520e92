package coop.parasol.local;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.MessagingTables;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a service send again the events that it has sent, by hand; what a broker has lost it notices by itself. */
@Command(
        name = "resend",
        description = "Let a service send the events of the last days again; consumers skip those that they know.")
final class ResendCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Option(
            names = "--days",
            defaultValue = "7",
            description = "How many days back; sent events are kept for parasol.relay.sent-retention (default: 7).")
    private int days;

    @Override
    public Integer call() {
        new MessagingTables(Parasol.installation(), Component.byId(service)).requestResend(Duration.ofDays(days));
        System.out.println(service + " will send the events of the last " + days
                + " days again, within a second if it runs.\nWhat to do next: ./parasol logs " + service
                + " says how many.");
        return 0;
    }
}
