package coop.parasol.local;

import coop.parasol.local.servers.AotCreation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the caches with which the next start is faster; {@code up} and {@code start} start it. */
@Command(
        name = "aot-caches",
        hidden = true,
        description = "Make the AOT caches of what running components have recorded.")
final class AotCachesCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        new AotCreation(Parasol.installation()).run();
        return 0;
    }
}
