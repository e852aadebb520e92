package coop.parasol.local.bench;

import coop.parasol.local.maven.Maven;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import coop.parasol.local.servers.ServiceLauncher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A REST application of Quarkus with one resource and nothing else, built as the services are built and started with their
 * options, so that what Parasol adds can be told from what the framework costs.
 */
final class BareApplication {

    private static final int REQUESTS = 500;
    private static final long PAUSE_MILLIS = 10;
    private static final int OK = 200;

    private static final String RESOURCE = """
        package bare;

        @jakarta.ws.rs.Path("/")
        public class Greeting {
            @jakarta.ws.rs.GET
            public String greet() {
                return "hello";
            }
        }
        """;

    private final Path folder;

    private BareApplication(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes and builds the application.
     *
     * @param root the checkout
     * @param folder which is created
     */
    static BareApplication build(Path root, Path folder) throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve("src/main/java/bare"));
        Files.writeString(
                folder.resolve("pom.xml"),
                pom(version(root), folder.toAbsolutePath().relativize(root.toAbsolutePath())));
        Files.writeString(sources.resolve("Greeting.java"), RESOURCE);
        int exitCode = Maven.process(root, List.of("-q", "-f", folder.toString(), "-Dunchecked", "package"))
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new OperatorException(
                    "The bare application could not be built.\nWhat to do: fix what Maven reports.");
        }
        return new BareApplication(folder.resolve("target/unchecked/quarkus-app"));
    }

    private static String version(Path root) throws IOException {
        String pom = Files.readString(root.resolve("pom.xml"));
        int begin = pom.indexOf("<version>") + "<version>".length();
        return pom.substring(begin, pom.indexOf("</version>", begin));
    }

    /**
     * What one start has cost.
     *
     * @param firstRequest seconds from the start to the answer of the first request
     * @param mebibytes resident after some hundred requests
     */
    record Cost(double firstRequest, double mebibytes) {}

    /** Starts it, calls it, and ends it. */
    Cost run() throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(ServiceLauncher.javaOptions());
        command.addAll(
                List.of("-Dquarkus.http.port=" + port, "-Dquarkus.http.host=127.0.0.1", "-jar", "quarkus-run.jar"));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            while (!answers(client, request)) {
                if (!process.isAlive()) {
                    throw new OperatorException("The bare application ended with code " + process.exitValue() + ".");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            double firstRequest = (System.nanoTime() - begun) / 1e9;
            for (int i = 0; i < REQUESTS; i++) {
                answers(client, request);
            }
            return new Cost(firstRequest, ResidentMemory.mebibytes(process.toHandle()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String pom(String version, Path parent) {
        return """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>coop.parasol</groupId>
                <artifactId>parasol</artifactId>
                <version>%s</version>
                <relativePath>%s/pom.xml</relativePath>
              </parent>
              <artifactId>bare</artifactId>
              <dependencies>
                <dependency>
                  <groupId>io.quarkus</groupId>
                  <artifactId>quarkus-rest</artifactId>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.quarkus.platform</groupId>
                    <artifactId>quarkus-maven-plugin</artifactId>
                  </plugin>
                </plugins>
              </build>
            </project>
            """.formatted(version, parent);
    }
}
