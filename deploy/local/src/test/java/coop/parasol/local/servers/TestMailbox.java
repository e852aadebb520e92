package coop.parasol.local.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes the mail that is sent to anybody: as much of SMTP (RFC 5321) as a sender without encryption needs. */
final class TestMailbox implements AutoCloseable {

    private final ServerSocket server;
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();

    TestMailbox() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next mail, with its headers; null if none comes within half a minute. */
    @Nullable String await() throws InterruptedException {
        return mails.poll(30, TimeUnit.SECONDS);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket sender = server.accept()) {
                take(sender);
            } catch (SocketException e) {
                // closed
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void take(Socket sender) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(sender.getOutputStream(), StandardCharsets.UTF_8);
        say(out, "220 mailbox");
        String line = in.readLine();
        while (line != null) {
            String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "DATA" -> {
                    say(out, "354 go on");
                    mails.add(mail(in));
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 mailbox");
            }
            line = in.readLine();
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            // a dot that begins a line is sent twice (RFC 5321, 4.5.2)
            mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
            line = in.readLine();
        }
        return mail.toString();
    }

    private static void say(Writer out, String answer) throws IOException {
        out.write(answer + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
