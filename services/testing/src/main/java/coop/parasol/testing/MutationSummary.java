package coop.parasol.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Adds up the mutation reports of all services (PIT, profile {@code mutation}): lists the mutants that no test has noticed, a
 * row a service, and one figure over all. Needs nothing but a JDK:
 * {@code java MutationSummary.java <folder services> <least per cent>}.
 */
public final class MutationSummary {

    private record Mutant(String place, String description, boolean detected) {}

    private MutationSummary() {}

    /**
     * Ends with status 1 if fewer than the least per cent of the mutants are detected, or if there is no report.
     *
     * @param arguments the folder with the services, and the least per cent of all mutants that the tests must detect
     */
    public static void main(String[] arguments) throws IOException, ParserConfigurationException, SAXException {
        Path services = Path.of(arguments[0]);
        double least = Double.parseDouble(arguments[1]);
        long all = 0;
        long detected = 0;
        for (Path report : reports(services)) {
            List<Mutant> mutants = mutants(report);
            long here = mutants.stream().filter(Mutant::detected).count();
            mutants.stream()
                    .filter(mutant -> !mutant.detected())
                    .forEach(mutant -> System.out.println("survived: " + mutant.place() + " " + mutant.description()));
            print(services.relativize(report).getName(0).toString(), here, mutants.size());
            all += mutants.size();
            detected += here;
        }
        print("all services", detected, all);
        if (all == 0 || 100.0 * detected / all < least) {
            System.out.printf("at least %.0f %% must be detected%n", least);
            System.exit(1);
        }
    }

    private static void print(String of, long detected, long all) {
        System.out.printf("%-14s %4d of %4d mutants detected, %.1f %%%n", of, detected, all, 100.0 * detected / all);
    }

    private static List<Path> reports(Path services) throws IOException {
        try (Stream<Path> modules = Files.list(services)) {
            return modules.map(module -> module.resolve("target/pit-reports/mutations.xml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static List<Mutant> mutants(Path report) throws IOException, ParserConfigurationException, SAXException {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        NodeList elements = document.getElementsByTagName("mutation");
        List<Mutant> mutants = new ArrayList<>();
        for (int n = 0; n < elements.getLength(); n++) {
            Element mutation = (Element) elements.item(n);
            mutants.add(new Mutant(
                    text(mutation, "mutatedClass") + ":" + text(mutation, "lineNumber"),
                    text(mutation, "description"),
                    mutation.getAttribute("detected").equals("true")));
        }
        return mutants;
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }
}
