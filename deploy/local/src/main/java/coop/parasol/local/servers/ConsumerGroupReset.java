package coop.parasol.local.servers;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * Resets the consumer group of a service that is stopped: its database forgets its positions and Kafka its offsets, so that
 * the service reads every topic from the first event. Its inbox ignores the events that it has handled already.
 */
public final class ConsumerGroupReset {

    private final Installation installation;

    public ConsumerGroupReset(Installation installation) {
        this.installation = installation;
    }

    /**
     * Deletes the consumer group of a service that is not running.
     *
     * @return whether the group had offsets
     * @throws OperatorException if the service runs, here or elsewhere, or Kafka does not run
     */
    public boolean reset(Component service) {
        if (!service.isApplication()) {
            throw new OperatorException(service.id()
                    + " is not a service and reads no events.\nWhat to do: name one of "
                    + String.join(
                            ", ",
                            Component.applications().stream().map(Component::id).toList())
                    + ".");
        }
        Processes processes = installation.processes();
        processes.requireIdentified(service);
        if (processes.running(service).isPresent()) {
            throw new OperatorException(service.id()
                    + " is running, and its offsets can be reset only while it is stopped.\nWhat to do: ./parasol stop "
                    + service.id()
                    + ", then ./parasol rewind " + service.id() + ".");
        }
        if (processes.running(Component.KAFKA).isEmpty()) {
            throw new OperatorException(
                    "Kafka, which keeps the offsets, is not running.\nWhat to do: ./parasol up --servers-only, then rewind again.");
        }
        MessagingTables tables = new MessagingTables(installation, service);
        boolean existed = deleteGroup(service.id());
        tables.forgetPositions();
        return existed;
    }

    /**
     * Deletes the group.
     *
     * @return whether there was such a group
     * @throws OperatorException if the group has members
     */
    boolean deleteGroup(String group) {
        try (Admin admin = new Kafka(installation).admin()) {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case GroupIdNotFoundException none -> false;
                case GroupNotEmptyException read ->
                    throw new OperatorException(
                            "The consumer group " + group
                                    + " still has members: the service runs somewhere else, or was killed a moment ago."
                                    + "\nWhat to do: stop it where it runs, or wait for 10 s; then rewind again.",
                            e);
                case null, default ->
                    throw new OperatorException(
                            "Kafka could not delete the consumer group " + group + ": " + e.getCause()
                                    + "\nWhat to do: look at ./parasol logs kafka.",
                            e);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while the consumer group was being deleted.", e);
        }
    }
}
