package coop.parasol.acceptance.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The line between a phone and the portal: a proxy of TCP connections that is cut as a real line is, for pages and service
 * workers alike. Connections end, and new ones are closed before anything is answered.
 */
final class Line implements AutoCloseable {

    private static final int BUFFER = 16_384;
    private static final String NOTHING = "";

    private final ServerSocket listening;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;
    private volatile String lostAnswer = NOTHING;

    /** @param behind the portal's port */
    Line(int behind) throws IOException {
        this.behind = behind;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    void cut() {
        isCut = true;
        open.forEach(Line::close);
    }

    void mend() {
        lostAnswer = NOTHING;
        isCut = false;
    }

    boolean isCut() {
        return isCut;
    }

    /**
     * The line is cut when the portal has answered such a call, and before the answer has come through: it has arrived, and the
     * phone does not know.
     *
     * @param call how it begins, such as {@code POST /offline}
     */
    void cutBeforeAnswerTo(String call) {
        lostAnswer = call;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket phone = listening.accept();
                if (isCut) {
                    close(phone);
                } else {
                    Thread.ofVirtual().start(() -> pass(phone));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket phone) {
        open.add(phone);
        try (phone;
                Socket portal = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            open.add(portal);
            AtomicBoolean isLost = new AtomicBoolean();
            Thread answers = Thread.ofVirtual().start(() -> answers(portal, phone, isLost));
            calls(phone, portal, isLost);
            portal.shutdownOutput();
            answers.join();
            open.remove(portal);
        } catch (IOException ended) {
            // one of the two has closed, or the line was cut
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(phone);
        }
    }

    private void calls(Socket phone, Socket portal, AtomicBoolean isLost) throws IOException {
        InputStream from = phone.getInputStream();
        OutputStream to = portal.getOutputStream();
        byte[] bytes = new byte[BUFFER];
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            String wanted = lostAnswer;
            if (!wanted.isEmpty() && new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(wanted)) {
                isLost.set(true);
            }
            to.write(bytes, 0, read);
            to.flush();
        }
    }

    private void answers(Socket portal, Socket phone, AtomicBoolean isLost) {
        try {
            InputStream from = portal.getInputStream();
            OutputStream to = phone.getOutputStream();
            byte[] bytes = new byte[BUFFER];
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                if (isLost.get()) {
                    cut();
                    return;
                }
                to.write(bytes, 0, read);
                to.flush();
            }
            phone.shutdownOutput();
        } catch (IOException ended) {
            close(phone);
        }
    }

    private static void close(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0); // no farewell: what was under way is gone
                socket.close();
            }
        } catch (IOException closed) {
            // by the other end, in this moment
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
