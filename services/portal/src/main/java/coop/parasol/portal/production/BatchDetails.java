package coop.parasol.portal.production;

import coop.parasol.csv.TypedDigits;
import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a producer types of a batch beside its quantity: how it was made, what went into it, and what was measured, one thing a line. */
final class BatchDetails {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,6})]");

    private BatchDetails() {}

    /** Steps in their order: the name, and behind a semicolon the machine. */
    static List<ProductionClient.Step> steps(String text) {
        return lines(text)
                .map(BatchDetails::parts)
                .map(parts ->
                        new ProductionClient.Step(parts[0], parts.length < 2 || parts[1].isEmpty() ? null : parts[1]))
                .toList();
    }

    /** The same steps as lines. */
    static String lines(List<ProductionClient.Step> steps) {
        return steps.stream()
                .map(step -> step.machine() == null ? step.name() : step.name() + "; " + step.machine())
                .collect(Collectors.joining("\n"));
    }

    /** Own lots, then what was bought in, then other members' lots. */
    static List<ProductionClient.NewInput> inputs(FormFields form) {
        return inputs(form.text("ownLots"), form.text("boughtIn"), form.text("certificates"));
    }

    /** The same, each as lines of text. */
    static List<ProductionClient.NewInput> inputs(String ownLots, String boughtIn, String certificates) {
        List<ProductionClient.NewInput> inputs = new ArrayList<>();
        lines(ownLots).forEach(line -> {
            String[] parts = parts(line);
            inputs.add(new ProductionClient.NewInput("OWN", TypedDigits.latin(parts[0]), null, null, quantity(parts)));
        });
        lines(boughtIn).forEach(line -> {
            String[] parts = parts(line);
            String lot = parts.length < 2 || parts[1].isEmpty() ? null : TypedDigits.latin(parts[1]);
            inputs.add(new ProductionClient.NewInput("BOUGHT", lot, parts[0], null, null));
        });
        lines(certificates).forEach(line -> {
            String[] parts = parts(line);
            inputs.add(new ProductionClient.NewInput("MEMBER", null, null, parts[0], quantity(parts)));
        });
        return inputs;
    }

    /** What stands before and behind the first semicolon. */
    private static String[] parts(String line) {
        return Stream.of(line.split("[;；]", 2)).map(String::strip).toArray(String[]::new);
    }

    /** Behind a lot how much of it went into another; null where that is no number, of which the service says what is missing. */
    private static @Nullable BigDecimal quantity(String[] parts) {
        return parts.length < 2 ? null : TypedNumber.of(parts[1]);
    }

    /** The measured values; a line that is none is refused at the form. */
    static List<ProductionClient.NewMeasurement> measurements(FormFields form) {
        List<ProductionClient.NewMeasurement> measured = new ArrayList<>();
        for (ProductionClient.NewMeasurement each : measurements(form.text("measurements"))) {
            if (each.value() == null) {
                form.refuse("measurements", Words.of(BatchDetailMessages.class).noMeasurement(each.characteristic()));
            } else {
                measured.add(each);
            }
        }
        return measured;
    }

    /** Lines of text as measured values; a line that is none has itself as the characteristic, and no value. */
    static List<ProductionClient.NewMeasurement> measurements(String text) {
        return lines(text).map(BatchDetails::measurement).toList();
    }

    private static ProductionClient.NewMeasurement measurement(String line) {
        int colon = colon(line);
        BigDecimal value = colon <= 0 ? null : TypedNumber.of(line.substring(colon + 1));
        return new ProductionClient.NewMeasurement(
                value == null ? line : line.substring(0, colon).strip(), value);
    }

    /** The last colon, of any width; else a visarga, which looks like one and is on the keyboards of Hindi and Gujarati. */
    private static int colon(String line) {
        int colon = Math.max(line.lastIndexOf(':'), line.lastIndexOf('：'));
        return colon >= 0 ? colon : Math.max(line.lastIndexOf('ઃ'), line.lastIndexOf('ः'));
    }

    /** The same problem at the fields of the form. */
    static ServiceProblem atFields(ServiceProblem refused, FormFields form) {
        List<ProductionClient.NewInput> inputs = inputs(form);
        return FieldPaths.renamed(FieldPaths.ofWhole(refused, "quantity"), name -> fieldOf(name, inputs));
    }

    private static String fieldOf(String name, List<ProductionClient.NewInput> inputs) {
        if (name.startsWith("inputs")) {
            return fieldOfInput(name, inputs);
        }
        return Stream.of("steps", "measurements")
                .filter(name::startsWith)
                .findFirst()
                .orElse(name);
    }

    private static String fieldOfInput(String name, List<ProductionClient.NewInput> inputs) {
        Matcher index = INDEX.matcher(name);
        int at = index.find() ? Integer.parseInt(index.group(1)) : inputs.size();
        return switch (at < inputs.size() ? inputs.get(at).kind() : "OWN") {
            case "BOUGHT" -> "boughtIn";
            case "MEMBER" -> "certificates";
            default -> "ownLots";
        };
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }
}
