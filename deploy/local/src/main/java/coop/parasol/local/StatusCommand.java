package coop.parasol.local;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.MessagingTables;
import coop.parasol.local.servers.OperatorException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints which components run. */
@Command(name = "status", description = "Show which components run, on which port, and where their logs are.")
final class StatusCommand implements Callable<Integer> {

    private static final int SOME_STOPPED = 3;

    @Override
    public Integer call() {
        if (printComponents(Parasol.installation())) {
            return 0;
        }
        System.out.println("./parasol up starts the components that are stopped.");
        return SOME_STOPPED;
    }

    /** @return whether all components run */
    static boolean printComponents(Installation installation) {
        boolean all = true;
        for (Component component : Component.values()) {
            if (!component.isProcess()) {
                continue; // it is a port of another
            }
            Optional<ProcessHandle> process = installation.processes().running(component);
            if (component == Component.MAIL && process.isEmpty()) {
                continue; // a firm has its own
            }
            all &= process.isPresent();
            System.out.printf(
                    "%-13s %-22s port %-6d %s%n",
                    component.id(),
                    process.map(handle -> "running, process " + handle.pid()).orElse("stopped"),
                    installation.ports().of(component),
                    installation.processes().log(component));
            if (component.isApplication() && process.isPresent()) {
                printMessaging(installation, component);
            }
        }
        return all;
    }

    private static void printMessaging(Installation installation, Component service) {
        try {
            MessagingTables tables = new MessagingTables(installation, service);
            long restored = tables.restoredEvents();
            if (restored > 0) {
                System.out.printf(
                        "              its database was restored: its topics have %d events that it does not know"
                                + " (table restored_event)%n",
                        restored);
            }
            long parked = tables.parkedEvents();
            if (parked > 0) {
                System.out.printf(
                        "              %d parked events, see ./parasol dead-letters list %s%n", parked, service.id());
            }
        } catch (OperatorException e) {
            System.out.println("              its database does not answer");
        }
    }
}
