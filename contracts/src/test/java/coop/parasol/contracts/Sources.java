package coop.parasol.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sources say beside their types: doc comments and who consumes what. */
final class Sources {

    static final Path CONTRACTS = Path.of("").toAbsolutePath();
    static final Path SERVICES = CONTRACTS.resolveSibling("services");
    private static final Pattern HANDLER =
            Pattern.compile("\\bclass (\\w+)[^{]*?\\b(?:Set)?Handler<(?:\\w+\\.)*(\\w+)>");

    /** What was read of each service: there are hundreds of files, and each event asks. */
    private static final Map<String, Map<String, String>> HANDLERS = new ConcurrentHashMap<>();

    private Sources() {}

    /** First sentence of the record's doc comment, in one line. */
    static String meaning(Class<? extends Event> type) {
        String family =
                type.getEnclosingClass() == null ? type.getSimpleName() : type.getInterfaces()[0].getSimpleName();
        String source = read(CONTRACTS.resolve("src/main/java/coop/parasol/contracts/" + family + ".java"));
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@Topic\\(\"[^\"]+\"\\)\\s*record " + type.getSimpleName()
                                + "\\(",
                        Pattern.DOTALL)
                .matcher(source);
        if (!comment.find()) {
            throw new IllegalStateException(type + " has no doc comment");
        }
        String text = comment.group(1)
                .replaceAll("\\s*\\n\\s*\\*", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@\\w+ ([^}]+)}", "`$1`")
                .strip();
        int end = text.indexOf(" @param");
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    /** What decides nothing, and has handlers all the same. */
    static final String PORTAL = "portal";

    /** Who has a handler of the event or of a later version, and so subscribes to its topic: services, and the portal. */
    static List<String> consumers(Class<? extends Event> type) {
        return readers().stream()
                .filter(service -> handlers(service).values().stream().anyMatch(readBy(type)::contains))
                .sorted()
                .toList();
    }

    /** Names of the records that a handler may be for to be handed the event: its own and those of later versions. */
    private static Set<String> readBy(Class<? extends Event> type) {
        return EventTypes.all().stream()
                .filter(other -> EventTypes.noun(other).equals(EventTypes.noun(type))
                        && EventTypes.service(other).equals(EventTypes.service(type))
                        && EventTypes.version(other) >= EventTypes.version(type))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    /** What a service's sources declare as handlers: name of the class to name of the event, {@code OnX} to {@code X}. */
    static Map<String, String> handlers(String service) {
        return HANDLERS.computeIfAbsent(service, Sources::readHandlers);
    }

    private static Map<String, String> readHandlers(String service) {
        try (Stream<Path> files = Files.walk(SERVICES.resolve(service).resolve("src/main/java"))) {
            Map<String, String> handlers = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher handler = HANDLER.matcher(read(file));
                while (handler.find()) {
                    handlers.put(handler.group(1), handler.group(2));
                }
            }
            return Map.copyOf(handlers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The services that decide events. */
    static List<String> services() {
        return EventTypes.all().stream().map(EventTypes::service).distinct().toList();
    }

    /** Those and the portal. */
    static List<String> readers() {
        return Stream.concat(services().stream(), Stream.of(PORTAL)).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
