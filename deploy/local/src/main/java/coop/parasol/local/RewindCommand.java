package coop.parasol.local;

import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Rewind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a service hear everything again, after its database was restored. */
@Command(
        name = "rewind",
        description = "Let a stopped service read all events again; what had its effect has none again.")
final class RewindCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Override
    public Integer call() {
        boolean forgotten = new Rewind(Parasol.installation()).rewind(Part.byId(service));
        System.out.println(
                forgotten
                        ? service + " will read every topic again from the first event."
                        : service + " has no place in any topic: it reads from the first event anyway.");
        System.out.println("What to do next: ./parasol start " + service + ", then look at ./parasol dead-letters list "
                + service + ".");
        return 0;
    }
}
