package coop.parasol.local;

import coop.parasol.local.maven.CoverageReport;
import coop.parasol.local.maven.TestSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs tests with JaCoCo and prints how much of the code they execute. */
@Command(name = "coverage", description = "Run the tests and print their line and branch coverage (JaCoCo).")
final class CoverageCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "MODULE", description = "Only these modules, such as services/quality.")
    private List<String> modules = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        CoverageReport.deleteAll(Parasol.root());
        int exitCode = TestCommand.run(new TestSelection(modules, Map.of(), false, List.of("coverage")), false);
        CoverageReport.read(Parasol.root()).print(System.out);
        return exitCode;
    }
}
