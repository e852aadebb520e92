package coop.parasol.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources say beside their types: doc comments, who consumes what, which channels are configured. */
final class Sources {

    static final Path CONTRACTS = Path.of("").toAbsolutePath();
    static final Path SERVICES = CONTRACTS.resolveSibling("services");
    private static final Pattern SUBSCRIPTION =
            Pattern.compile("mp\\.messaging\\.incoming\\.[^=]+\\.topic=\\$\\{parasol\\.topic-prefix:?}(.+)");

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

    /** The services that have a handler {@code On<Event>}. */
    static List<String> consumers(Class<? extends Event> type) {
        try (Stream<Path> files = Files.walk(SERVICES)) {
            return files.filter(file -> file.endsWith("On" + type.getSimpleName() + ".java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .map(file -> SERVICES.relativize(file).getName(0).toString())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topics a service is configured to read. */
    static Set<String> subscriptions(String service) {
        Path file = SERVICES.resolve(service).resolve("src/main/resources/application.properties");
        Set<String> topics = new TreeSet<>();
        for (String line : read(file).lines().toList()) {
            Matcher subscription = SUBSCRIPTION.matcher(line.strip());
            if (subscription.matches()) {
                topics.add(subscription.group(1).strip());
            }
        }
        return topics;
    }

    /** The services that decide events. */
    static List<String> services() {
        return EventTypes.all().stream().map(EventTypes::service).distinct().toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
