package coop.parasol.local;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.ConsumerGroupReset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a service read all events again, after its database was restored. */
@Command(
        name = "rewind",
        description = "Let a stopped service read all events from the first one; those it has handled are skipped.")
final class RewindCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Override
    public Integer call() {
        boolean hadOffsets = new ConsumerGroupReset(Parasol.installation()).reset(Component.byId(service));
        System.out.println(
                hadOffsets
                        ? service + " will read every topic from the first event."
                        : service + " has no offsets: it reads every topic from the first event anyway.");
        System.out.println("What to do next: ./parasol start " + service + ", then look at ./parasol dead-letters list "
                + service + ".");
        return 0;
    }
}
