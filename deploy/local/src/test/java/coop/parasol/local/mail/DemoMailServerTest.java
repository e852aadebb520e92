package coop.parasol.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo's mail server keeps every mail, to whomever it is, as a file. */
class DemoMailServerTest {

    @TempDir
    private Path folder;

    @Test
    void a_mail_to_anybody_is_kept_as_a_file_and_stays_when_memory_is_cleared() throws Exception {
        try (DemoMailServer server = new DemoMailServer(0, folder)) {
            send(server.port(), "asha@works.example", "First");
            server.forget();
            send(server.port(), "asha@works.example", "Second");
        }

        List<String> mails = mails();
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst()).contains("To: asha@works.example").contains("Subject: First");
        assertThat(mails.getLast()).contains("Subject: Second");
    }

    private List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(DemoMailServerTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void send(int port, String to, String subject) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(in.readLine()).startsWith("220");
            for (String line : List.of(
                    "HELO demo",
                    "MAIL FROM:<notices@parasol.example>",
                    "RCPT TO:<" + to + ">",
                    "DATA",
                    "To: " + to + "\r\nSubject: " + subject + "\r\n\r\nHello\r\n.",
                    "QUIT")) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(in.readLine()).matches("[23]\\d\\d.*");
            }
        }
    }
}
