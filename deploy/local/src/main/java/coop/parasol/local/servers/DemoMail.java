package coop.parasol.local.servers;

import coop.parasol.local.mail.DemoMailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The mail server of a demo: a process of its own, which takes every mail and hands on none; the portal shows what it has taken. A firm
 * names its own server by {@code PARASOL_SMTP_*}.
 */
public final class DemoMail {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int TIMEOUT_MS = 1_000;

    private final Installation installation;

    DemoMail(Installation installation) {
        this.installation = installation;
    }

    /** Where it keeps what it has taken. */
    public static Path folder(Installation installation) {
        return installation.home().resolve("data/mail").toAbsolutePath();
    }

    /** The settings of an installation whose mail it takes. */
    public static Map<String, String> settings(Installation installation) {
        return Map.of(
                "PARASOL_SMTP_HOST", "127.0.0.1",
                "PARASOL_SMTP_PORT", Integer.toString(installation.ports().of(Component.MAIL)),
                "PARASOL_SMTP_FROM", "notices@parasol.example",
                "PARASOL_SMTP_SECURITY", "none");
    }

    /** Whether mail goes to it by these settings. */
    static boolean isUsed(Installation installation, Map<String, String> settings) {
        return installation.firstStart().isDemo()
                && settings(installation).entrySet().stream()
                        .allMatch(own -> own.getValue().equals(settings.get(own.getKey())));
    }

    /** How many mails it has taken. */
    public static long mails(Installation installation) {
        Path folder = folder(installation);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void launch() {
        List<String> command = List.of(
                Installation.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                DemoMailServer.class.getName(),
                Integer.toString(installation.ports().of(Component.MAIL)),
                folder(installation).toString());
        installation.launch(Component.MAIL, installation.home(), command, Map.of());
    }

    void await() {
        ReadinessProbe.await(installation.processes(), Component.MAIL, START, this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), installation.ports().of(Component.MAIL))) {
            socket.setSoTimeout(TIMEOUT_MS);
            return socket.getInputStream().read() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
