package coop.parasol.portal.production;

import coop.parasol.csv.TypedDigits;
import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a process plan: one work centre, closed day or step on each line, its parts with semicolons between them. */
final class ProcessForm {

    private static final int PARTS_OF_CENTER = 3;
    private static final int PARTS_OF_STEP = 5;
    private static final int MACHINE = 2;
    private static final int CENTER = 3;
    private static final int HOURS = 4;

    private ProcessForm() {}

    /** What was typed; a line with too few or too many parts is refused at the form. */
    static ProcessClient.NewPlan read(FormFields form) {
        List<ProcessClient.NewWorkCenter> centers = new ArrayList<>();
        for (List<String> part : lines(form, "workCenters", PARTS_OF_CENTER)) {
            BigDecimal hours = TypedNumber.of(part.get(1));
            BigDecimal days = TypedNumber.of(part.get(2));
            if (hours == null || days == null) {
                refuse(form, "workCenters", part);
            } else {
                centers.add(new ProcessClient.NewWorkCenter(part.get(0), hours, days));
            }
        }
        Map<String, List<ProcessClient.NewStep>> routes = new LinkedHashMap<>();
        for (List<String> part : lines(form, "routes", PARTS_OF_STEP)) {
            BigDecimal hours = TypedNumber.of(part.get(HOURS));
            if (hours == null && !part.get(HOURS).isEmpty()) {
                refuse(form, "routes", part);
            }
            routes.computeIfAbsent(part.get(0), product -> new ArrayList<>())
                    .add(new ProcessClient.NewStep(
                            part.get(1), given(part.get(MACHINE)), given(part.get(CENTER)), hours));
        }
        return new ProcessClient.NewPlan(
                centers,
                form.text("closedDays")
                        .lines()
                        .map(String::strip)
                        .filter(day -> !day.isEmpty())
                        .map(TypedDigits::latin)
                        .toList(),
                routes.entrySet().stream()
                        .map(route -> new ProcessClient.NewRoute(route.getKey(), route.getValue()))
                        .toList());
    }

    private static void refuse(FormFields form, String field, List<String> parts) {
        form.refuseAlso(field, Words.of(ProcessMessages.class).notUnderstood(String.join("; ", parts)));
    }

    private static @Nullable String given(String part) {
        return part.isEmpty() ? null : part;
    }

    private static List<List<String>> lines(FormFields form, String field, int parts) {
        List<List<String>> read = new ArrayList<>();
        form.text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    List<String> split = List.of(line.split("[;；\\t]", -1)).stream()
                            .map(part -> TypedDigits.latin(part.strip()))
                            .toList();
                    if (split.size() == parts
                            && !split.get(0).isEmpty()
                            && !split.get(1).isEmpty()) {
                        read.add(split);
                    } else {
                        form.refuseAlso(field, Words.of(ProcessMessages.class).notUnderstood(line));
                    }
                });
        return read;
    }

    /** The form with what the producer has said. */
    static FormFields of(ProcessClient.Plan plan, @Nullable String tag) {
        return FormFields.empty()
                .with("tag", tag)
                .with(
                        "workCenters",
                        plan.workCenters().stream()
                                .map(each -> each.name() + "; "
                                        + each.hoursPerWeek().toPlainString() + "; " + each.daysPerWeek())
                                .collect(Collectors.joining("\n")))
                .with(
                        "closedDays",
                        plan.closedDays().stream().map(String::valueOf).collect(Collectors.joining("\n")))
                .with(
                        "routes",
                        plan.routes().stream()
                                .flatMap(route -> route.steps().stream().map(step -> line(route.product(), step)))
                                .collect(Collectors.joining("\n")));
    }

    private static String line(String product, ProcessClient.Step step) {
        return String.join(
                "; ", product, step.step(), text(step.machine()), text(step.workCenter()), hours(step.hoursPerUnit()));
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static String hours(@Nullable BigDecimal hours) {
        return hours == null ? "" : hours.toPlainString();
    }

    /** The same problem at the fields of the form. */
    static ServiceProblem atFields(ServiceProblem refused) {
        return FieldPaths.renamed(refused, name -> name.split("[.\\[]", 2)[0]);
    }
}
