package coop.parasol.local;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.MessagingTables;
import coop.parasol.local.servers.MessagingTables.Rebuild;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a running service make its copies of others' facts anew from the topics, and shows how far it is. */
@Command(
        name = "rebuild",
        description = {
            "Make the tables of a service that are copies of others' facts anew from the topics, while it runs.",
            "Ended before it is done, this command leaves the service at it; asked again, it shows the same rebuild."
        })
final class RebuildCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final long PAUSE_MILLISECONDS = 1_000;
    private static final int PAUSES_BEFORE_HINT = 10;

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Option(names = "--compare", description = "Only say how many rows differ, and change nothing.")
    private boolean comparesOnly;

    @Override
    public Integer call() throws InterruptedException {
        MessagingTables tables = new MessagingTables(Parasol.installation(), Component.byId(service));
        long id = tables.requestRebuild(comparesOnly);
        Progress progress = new Progress();
        String printed = "";
        Rebuild rebuild = tables.rebuild(id);
        for (int pauses = 0; rebuild.result() == null; pauses++) {
            String line = line(rebuild, pauses);
            if (!line.isEmpty() && !line.equals(printed)) {
                progress.print(line);
                printed = line;
            }
            Thread.sleep(PAUSE_MILLISECONDS);
            rebuild = tables.rebuild(id);
        }
        System.out.println(outcome(rebuild));
        return rebuild.succeeded() ? 0 : FAILED;
    }

    private String line(Rebuild rebuild, int pauses) {
        if (rebuild.hasBegun()) {
            return "%,d of %,d records read, %,d events rebuilt (%,.0f/s)"
                    .formatted(rebuild.records(), rebuild.total(), rebuild.events(), rate(rebuild));
        }
        return pauses < PAUSES_BEFORE_HINT
                ? ""
                : service + " has not begun. If it does not run: ./parasol start " + service + ".";
    }

    private static double rate(Rebuild rebuild) {
        return rebuild.seconds() > 0 ? rebuild.events() / rebuild.seconds() : 0;
    }

    private String outcome(Rebuild rebuild) {
        if (!rebuild.succeeded()) {
            return service + " has given the rebuild up: " + rebuild.result()
                    + ".\nIts tables are as they were.\nWhat to do: look at ./parasol logs " + service + ".";
        }
        return "%s: %s (%,d events in %.1f s, %,.0f/s).%s"
                .formatted(
                        service,
                        rebuild.result(),
                        rebuild.events(),
                        rebuild.seconds(),
                        rate(rebuild),
                        comparesOnly ? " Nothing was changed." : "");
    }
}
