package coop.parasol.web.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.jandex.DotName;

/**
 * Doc comments of the sources that a service is built from, so that OpenAPI says what the code says. They are not in class
 * files; a build finds the sources beside its {@code target} folders.
 */
final class DocComments {

    private static final Pattern COMPONENT = Pattern.compile("@param (\\w+) ((?:(?!@\\w+ ).)*)", Pattern.DOTALL);

    private final List<Path> sourceFolders;
    private final Map<String, String> commentsByClass = new HashMap<>();

    /** @param sourceFolders where packages begin; those that do not exist are skipped */
    DocComments(List<Path> sourceFolders) {
        this.sourceFolders = sourceFolders;
    }

    /** What a class is, without its {@code @param} lines. */
    Optional<String> ofType(DotName type) {
        String text = comment(type)
                .replaceAll("(?s)@(param|throws|return|see) .*", "")
                .strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** What a component of a record is: the {@code @param} line of the record's comment. */
    Optional<String> ofComponent(DotName type, String component) {
        Matcher parameters = COMPONENT.matcher(comment(type));
        while (parameters.find()) {
            if (parameters.group(1).equals(component)) {
                return Optional.of(parameters.group(2).strip());
            }
        }
        return Optional.empty();
    }

    private String comment(DotName type) {
        return commentsByClass.computeIfAbsent(type.toString(), name -> {
            String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
            Matcher declared = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/(?:(?!/\\*\\*|;|\\)\\s*\\{).)*?\\b(?:record|class|enum|interface) "
                                    + simple + "\\b",
                            Pattern.DOTALL)
                    .matcher(source(name.replaceAll("\\$.*", "")));
            return declared.find() ? plain(declared.group(1)) : "";
        });
    }

    private String source(String outerClass) {
        String file = outerClass.replace('.', '/') + ".java";
        return sourceFolders.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .map(DocComments::read)
                .orElse("");
    }

    private static String plain(String comment) {
        return comment.replaceAll("\\s*\\n\\s*\\*", " ")
                .replaceAll("\\{@\\w+ #?([^}]+)}", "`$1`")
                .replaceAll("</?[a-z]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
