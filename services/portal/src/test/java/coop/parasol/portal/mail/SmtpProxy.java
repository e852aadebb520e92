package coop.parasol.portal.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server (GreenMail), and before it a proxy by which it is away, slow, or refuses an address. The proxy passes lines, and
 * answers for the server only where it refuses.
 */
final class SmtpProxy implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile @Nullable ServerSocket listening;
    private volatile Duration delay = Duration.ZERO;
    private volatile String refusal = "550 5.1.1 no such mailbox";

    SmtpProxy() throws IOException {
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        ServerSocket first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = first.getLocalPort();
        listen(first);
    }

    int port() {
        return port;
    }

    /** What the server has taken, in the order in which it came. */
    List<MimeMessage> taken() {
        return List.of(server.getReceivedMessages());
    }

    /** Nobody answers on the port. */
    void goAway() throws IOException {
        ServerSocket socket = listening;
        if (socket != null) {
            socket.close();
        }
        for (Socket each : open) {
            each.close();
        }
    }

    void comeBack() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listen(socket);
    }

    /** The server's answer to a whole mail comes so late. */
    void answerAfter(Duration so) {
        delay = so;
    }

    void refuse(String address, String answer) {
        refusal = answer;
        refused.add(address);
    }

    void refuseNobody() {
        refused.clear();
    }

    private void listen(ServerSocket socket) {
        listening = socket;
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Thread.ofVirtual().start(() -> pass(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void pass(Socket client) {
        open.add(client);
        try (client;
                Socket behind = new Socket(
                        InetAddress.getLoopbackAddress(), server.getSmtp().getPort())) {
            BufferedReader fromClient = reader(client);
            BufferedReader fromServer = reader(behind);
            answer(fromServer, client.getOutputStream());
            String line = fromClient.readLine();
            while (line != null) {
                if (isRefused(line)) {
                    say(client.getOutputStream(), refusal);
                } else {
                    say(behind.getOutputStream(), line);
                    String verdict = answer(fromServer, client.getOutputStream());
                    if (verdict.startsWith("354")) {
                        content(fromClient, behind.getOutputStream());
                        Thread.sleep(delay);
                        answer(fromServer, client.getOutputStream());
                    }
                }
                line = fromClient.readLine();
            }
        } catch (IOException ended) {
            // one of the two has closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private boolean isRefused(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.startsWith("rcpt to:") && refused.stream().anyMatch(lower::contains);
    }

    private static void content(BufferedReader from, OutputStream to) throws IOException {
        String line = from.readLine();
        while (line != null && !line.equals(".")) {
            say(to, line);
            line = from.readLine();
        }
        say(to, ".");
    }

    /** An answer of one line or several (RFC 5321, 4.2.1). */
    private static String answer(BufferedReader from, OutputStream to) throws IOException {
        String line = from.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            say(to, line);
            line = from.readLine();
        }
        if (line == null) {
            throw new IOException("closed");
        }
        say(to, line);
        return line;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    @Override
    public void close() {
        try {
            goAway();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.stop();
    }
}
