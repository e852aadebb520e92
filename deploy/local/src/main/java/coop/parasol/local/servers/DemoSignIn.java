package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page for signing in; in a demo it lists the demo's people, with a button each. */
public final class DemoSignIn {

    private static final String THEMES = "data/keycloak/themes";
    private static final String WORDS = "parasol-demo/login/messages/messages_en.properties";
    private static final String PRODUCERS = "demoProducers=";

    private DemoSignIn() {}

    /** The folder from which an installation's Keycloak reads its themes. */
    static Path themes(Installation installation) {
        return installation.home().resolve(THEMES).toAbsolutePath();
    }

    /** Copies the themes for an installation; the producers that a demo's page has are kept. */
    static void copyThemes(Installation installation) throws IOException {
        Path source = installation.root().resolve("deploy/keycloak/themes");
        Path target = themes(installation);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (!copy.endsWith(WORDS) || !Files.exists(copy)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /**
     * Lists the producers of a season on the demo's page, in the place of those of the season before.
     *
     * @param producers user names by what stands on the button; the password is the first part of the name and "-demo"
     */
    public static void list(Installation installation, Map<String, String> producers) {
        Path words = themes(installation).resolve(WORDS);
        if (!installation.firstStart().isDemo() || !Files.exists(words)) {
            return;
        }
        String listed = producers.entrySet().stream()
                .map(producer -> producer.getKey() + "|" + producer.getValue() + "|" + password(producer.getValue()))
                .collect(Collectors.joining(";"));
        try {
            List<String> others = Files.readAllLines(words, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith(PRODUCERS))
                    .toList();
            PrivateFile.write(words, String.join("\n", others) + "\n" + PRODUCERS + listed + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password(String user) {
        return user.substring(0, user.indexOf('-')) + "-demo";
    }
}
