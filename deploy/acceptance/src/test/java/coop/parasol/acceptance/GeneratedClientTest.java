package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Clients that the usual generator makes of {@code contracts/openapi} compile as they are, and do with the running services
 * what partners and producers do in a season.
 */
@Tag("full")
class GeneratedClientTest {

    private static final String GENERATOR = "org.openapitools:openapi-generator-cli:7.17.0";
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target/generated-client").toAbsolutePath();
    private static final Path PROGRAM = Path.of("src/test/resources/generated-client/LotFromOrderToPayment.java")
            .toAbsolutePath();

    @Test
    void generated_clients_compile_and_bring_a_lot_from_the_order_to_its_payment() throws Exception {
        Path generator = generator();
        List<Path> sources = new ArrayList<>(List.of(PROGRAM));
        for (String service : ArchitectureRules.SERVICES) {
            sources.addAll(generate(generator, service));
        }
        Path classes = compile(sources);

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            RunningSystem system = RunningSystem.afterASeason();
            UnaryOperator<String> url = system::url;
            UnaryOperator<String> token = system::token;
            loader.loadClass("coop.parasol.client.LotFromOrderToPayment")
                    .getMethod(
                            "play", UnaryOperator.class, UnaryOperator.class, String.class, String.class, String.class)
                    .invoke(
                            null,
                            url,
                            token,
                            Period.of(LocalDate.now(ZoneOffset.UTC).plusWeeks(1))
                                    .toString(),
                            Long.toString(Instant.now().getEpochSecond(), 36),
                            system.ownId("producer"));
        }
    }

    /** The generator's program, fetched by Maven. */
    private static Path generator() throws IOException, InterruptedException {
        String maven = Objects.requireNonNullElse(
                System.getenv("PARASOL_MAVEN"), ROOT.resolve("mvnw").toString());
        run(List.of(
                maven,
                "-B",
                "-q",
                "-N",
                "-f",
                ROOT.resolve("pom.xml").toString(),
                "dependency:copy",
                "-Dartifact=" + GENERATOR,
                "-DoutputDirectory=" + TARGET));
        return TARGET.resolve("openapi-generator-cli-" + GENERATOR.substring(GENERATOR.lastIndexOf(':') + 1) + ".jar");
    }

    private static List<Path> generate(Path generator, String service) throws IOException, InterruptedException {
        Path out = TARGET.resolve(service);
        String name = "coop.parasol.client." + service;
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                generator.toString(),
                "generate",
                "-i",
                ROOT.resolve("contracts/openapi/" + service + ".yaml").toString(),
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                out.toString(),
                "--invoker-package=" + name,
                "--api-package=" + name + ".api",
                "--model-package=" + name + ".model",
                "--additional-properties=openApiNullable=false,useJakartaEe=true",
                "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false"));
        try (Stream<Path> files = Files.walk(out.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Path compile(List<Path> sources) throws IOException {
        Path classes = Files.createDirectories(TARGET.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        sources.forEach(source -> arguments.add(source.toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertThat(result).as(() -> said.toString(StandardCharsets.UTF_8)).isZero();
        return classes;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createDirectories(TARGET).resolve("log.txt");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
