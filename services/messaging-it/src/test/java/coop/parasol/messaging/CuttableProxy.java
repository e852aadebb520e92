package coop.parasol.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server and can be cut, as a server that is away, or silenced, as a network that drops all
 * packets: connections stay open and nothing comes through. Kafka tells its clients where it is;
 * that address is replaced by this one's in its answers (same host, so the answer keeps its length).
 */
final class CuttableProxy implements AutoCloseable {

    private static final byte[] LOCAL = "127.0.0.1".getBytes(UTF_8);

    private final int target;
    private final boolean kafka;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean cut;
    private volatile boolean silent;

    private CuttableProxy(int target, boolean kafka) {
        this.target = target;
        this.kafka = kafka;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static CuttableProxy kafka() {
        return new CuttableProxy(port(TestKafka.servers()), true);
    }

    static CuttableProxy postgres() {
        return new CuttableProxy(port(TestDatabase.url("").replaceFirst("/$", "")), false);
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Breaks what is connected and refuses what comes. */
    void cut() {
        cut = true;
        open.forEach(CuttableProxy::closeQuietly);
    }

    void restore() {
        cut = false;
    }

    /** From now on nothing comes through; nobody is told. */
    void silence() {
        silent = true;
    }

    /** How many connections came while it was cut. */
    long refused() {
        return refused.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (cut) {
                    refused.incrementAndGet();
                    closeQuietly(client);
                    continue;
                }
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(upstream);
                Thread.ofVirtual().start(() -> copy(client, upstream, false));
                Thread.ofVirtual().start(() -> copy(upstream, client, kafka));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void copy(Socket from, Socket to, boolean rewrite) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            if (rewrite) {
                copyAnswers(new DataInputStream(in), out);
            } else {
                copyBytes(in, out);
            }
        } catch (IOException e) {
            // the other side ended, or it was cut
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void copyBytes(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (!silent) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }

    private void copyAnswers(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            byte[] size = in.readNBytes(4);
            if (size.length < 4) {
                return;
            }
            byte[] answer = in.readNBytes(ByteBuffer.wrap(size).getInt());
            for (int at = 0; at + LOCAL.length + 4 <= answer.length; at++) {
                if (hostAt(answer, at)
                        && ByteBuffer.wrap(answer, at + LOCAL.length, 4).getInt() == target) {
                    ByteBuffer.wrap(answer).putInt(at + LOCAL.length, server.getLocalPort());
                }
            }
            if (!silent) {
                out.write(size);
                out.write(answer);
                out.flush();
            }
        }
    }

    private static boolean hostAt(byte[] answer, int at) {
        for (int n = 0; n < LOCAL.length; n++) {
            if (answer[at + n] != LOCAL[n]) {
                return false;
            }
        }
        return true;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(CuttableProxy::closeQuietly);
    }
}
