package coop.parasol.acceptance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes the declaration of a read model whole. Its methods that return nothing write; only handlers of events call them, each for
 * an event that the read model declares, and there is one for each that it declares. No other source writes its tables.
 */
record ReadModelRules(String root, JavaClasses code) {

    private static final String EVENT = "coop.parasol.contracts.Event";
    private static final Pattern COPY =
            Pattern.compile("Copy\\.of\\(\"(\\w+)\"\\)|new Copy\\(\"(\\w+)\", Set\\.of\\(([^)]*)\\)");

    /** The classes that declare read models. */
    List<JavaClass> readModels() {
        return code.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(root + ".messaging.ReadModel"))
                .toList();
    }

    /** Calls of writing methods by others than handlers, and events that only one side knows; a line each. */
    List<String> undeclared() {
        List<String> found = new ArrayList<>();
        for (JavaClass readModel : readModels()) {
            Set<String> declared = projected(readModel);
            Set<String> handled = new TreeSet<>();
            for (JavaClass caller : writers(readModel)) {
                if (!caller.isAssignableTo(root + ".messaging.Handler")) {
                    found.add(
                            caller.getSimpleName() + " writes to " + readModel.getSimpleName() + " and is no handler");
                } else {
                    handled.add(event(caller));
                }
            }
            Stream.concat(declared.stream(), handled.stream())
                    .distinct()
                    .filter(event -> !(declared.contains(event) && handled.contains(event)))
                    .forEach(event -> found.add(
                            readModel.getSimpleName() + " and the handlers of its service differ in " + event));
        }
        return found;
    }

    /** The events that are named where the projections are declared. */
    private static Set<String> projected(JavaClass readModel) {
        return readModel.getMethod("projections").getReferencedClassObjects().stream()
                .map(reference -> reference.getRawType())
                .filter(type -> type.isAssignableTo(EVENT))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<JavaClass> writers(JavaClass readModel) {
        return readModel.getMethods().stream()
                .filter(method -> method.getRawReturnType().isEquivalentTo(void.class))
                .flatMap(method -> Stream.concat(
                        method.getCallsOfSelf().stream().map(call -> call.getOrigin()),
                        method.getReferencesToSelf().stream().map(reference -> reference.getOrigin())))
                .map(JavaCodeUnit::getOwner)
                .filter(owner -> !owner.equals(readModel) && !owner.getName().endsWith("_ClientProxy"))
                .collect(Collectors.toSet());
    }

    private String event(JavaClass handler) {
        for (JavaType implemented : handler.getInterfaces()) {
            if (implemented instanceof JavaParameterizedType handlerOf
                    && implemented.toErasure().isAssignableTo(root + ".messaging.Handler")) {
                return handlerOf.getActualTypeArguments().getFirst().toErasure().getSimpleName();
            }
        }
        return handler.getSimpleName();
    }

    /** The tables of the copies that a source declares, each with the columns that are a copy; none for all columns. */
    static Map<String, Set<String>> copies(String source) {
        Map<String, Set<String>> copies = new TreeMap<>();
        Matcher copy = COPY.matcher(source);
        while (copy.find()) {
            copies.put(
                    copy.group(1) == null ? copy.group(2) : copy.group(1),
                    copy.group(3) == null
                            ? Set.of()
                            : Set.of(copy.group(3).replace("\"", "").split(",\\s*")));
        }
        return copies;
    }

    /** Statements of a source that write a table, or any of the columns, if there are some. */
    static List<String> writes(String source, String table, Set<String> columns) {
        String name = "\\b(?:insert into|update|delete from(?: only)?|truncate|merge into) " + table + "\\b[^\"]*";
        return Pattern.compile(name, Pattern.CASE_INSENSITIVE)
                .matcher(source)
                .results()
                .map(statement -> statement.group().lines().limit(4).collect(Collectors.joining(" ")))
                .filter(statement -> columns.isEmpty()
                        || columns.stream()
                                .anyMatch(column -> Pattern.compile("\\b" + column + "\\b")
                                        .matcher(statement)
                                        .find()))
                .toList();
    }
}
