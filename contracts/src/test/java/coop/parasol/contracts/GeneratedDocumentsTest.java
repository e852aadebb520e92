package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents in this folder are what the records generate; {@code -Dcontracts=write} writes them anew. */
class GeneratedDocumentsTest {

    @Test
    void documents_do_not_drift_from_the_records() throws IOException {
        Map<String, String> expected = Documents.all();
        if ("write".equals(System.getProperty("contracts"))) {
            write(expected);
        }
        for (Map.Entry<String, String> document : expected.entrySet()) {
            assertThat(Sources.CONTRACTS.resolve(document.getKey()))
                    .as("run ./parasol contracts to write " + document.getKey())
                    .content()
                    .isEqualTo(document.getValue());
        }
        assertThat(schemasOnDisk()).isEqualTo(withoutFolder(expected.keySet()));
    }

    private static void write(Map<String, String> documents) throws IOException {
        for (String stale : schemasOnDisk()) {
            Files.delete(Sources.CONTRACTS.resolve("schemas").resolve(stale));
        }
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Path file = Sources.CONTRACTS.resolve(document.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, document.getValue());
        }
    }

    private static Set<String> schemasOnDisk() throws IOException {
        Path folder = Sources.CONTRACTS.resolve("schemas");
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> withoutFolder(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("schemas/"))
                .map(name -> name.substring("schemas/".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
