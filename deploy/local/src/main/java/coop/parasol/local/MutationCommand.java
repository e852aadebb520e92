package coop.parasol.local;

import coop.parasol.local.maven.Maven;
import coop.parasol.local.maven.MutationReport;
import coop.parasol.local.servers.Component;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs mutation tests of the rules and prints how many mutants the tests kill. Rules need no servers. */
@Command(name = "mutation", description = "Run mutation tests of all rules packages and print the killed share (PIT).")
final class MutationCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "MODULE", description = "Only these modules, such as services/quality.")
    private List<String> modules = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        MutationReport.deleteAll(Parasol.root());
        List<String> selected = modules.isEmpty()
                ? Component.services().stream()
                        .map(service -> "services/" + service.id())
                        .toList()
                : modules;
        List<String> arguments =
                List.of("-Pmutation", "-pl", String.join(",", selected), "-am", "process-test-classes");
        int exitCode =
                Maven.process(Parasol.root(), arguments).inheritIO().start().waitFor();
        MutationReport.read(Parasol.root()).print(System.out);
        return exitCode;
    }
}
