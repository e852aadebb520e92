package coop.parasol.local.servers;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * Lets a service read every topic again from the first event. Kafka forgets its place, so it begins at the earliest offset;
 * its inbox swallows whatever had its effect already.
 */
public final class Rewind {

    private final Installation installation;

    public Rewind(Installation installation) {
        this.installation = installation;
    }

    /**
     * Forgets the place of a service that does not run.
     *
     * @return whether it had one
     * @throws Trouble if it runs, here or elsewhere, or if Kafka does not
     */
    public boolean rewind(Part service) {
        if (!service.isService()) {
            throw new Trouble(service.id() + " reads no events. Those that do: "
                    + String.join(", ", Part.services().stream().map(Part::id).toList()) + ".");
        }
        Processes processes = installation.processes();
        processes.requireCertainty(service);
        if (processes.running(service).isPresent()) {
            throw new Trouble(service.id() + " runs, and would go on from where it is.\nWhat to do: ./parasol stop "
                    + service.id() + ", then again.");
        }
        if (processes.running(Part.KAFKA).isEmpty()) {
            throw new Trouble(
                    "Kafka does not run; it keeps the places.\nWhat to do: ./parasol up --servers-only, then again.");
        }
        return forget(service.id());
    }

    /** @return whether there was such a group */
    boolean forget(String group) {
        try (Admin admin = new Kafka(installation).admin()) {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case GroupIdNotFoundException none -> false;
                case GroupNotEmptyException read ->
                    throw new Trouble(
                            group + " still reads: it runs somewhere else, or was ended by force a moment ago."
                                    + "\nWhat to do: stop it where it runs, or wait for 10 s; then again.",
                            e);
                case null, default ->
                    throw new Trouble(
                            "Kafka did not forget where " + group + " is: " + e.getCause()
                                    + "\nWhat to do: ./parasol logs kafka shows what Kafka knows about it.",
                            e);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }
}
