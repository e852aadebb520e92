package coop.parasol.local.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept open, and nothing more: the load driver shares the processors with what it measures, so
 * that it has to cost little.
 */
public final class HttpConnection implements AutoCloseable {

    public static final String JSON = "application/json";

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int HEXADECIMAL = 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        host = "127.0.0.1:" + port;
    }

    /** What a service has answered. */
    public record Answer(int status, String body) {}

    /** Posts JSON. */
    public Answer post(String path, String token, String key, String json) throws IOException {
        return send(new Request("POST", path, token, key, JSON, json));
    }

    /**
     * A request.
     *
     * @param token null for a caller without an account
     * @param key its idempotency key; null where there is none
     * @param contentType of the body and of the answer
     * @param body null for a request without one
     */
    public record Request(
            String method,
            String path,
            @Nullable String token,
            @Nullable String key,
            String contentType,
            @Nullable String body) {

        private byte[] head(String host, int length) {
            StringBuilder head = new StringBuilder(method)
                    .append(' ')
                    .append(path)
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(host)
                    .append("\r\nAccept: ")
                    .append(contentType);
            if (token != null) {
                head.append("\r\nAuthorization: Bearer ").append(token);
            }
            if (key != null) {
                head.append("\r\nIdempotency-Key: ").append(key);
            }
            if (!method.equals("GET")) {
                // the load changes what it has just made itself
                head.append("\r\nIf-Match: *");
            }
            if (body != null) {
                head.append("\r\nContent-Type: ")
                        .append(contentType)
                        .append("\r\nContent-Length: ")
                        .append(length);
            }
            return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Sends the request and waits for its answer. */
    public Answer send(Request request) throws IOException {
        byte[] body = request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
        byte[] head = request.head(host, body.length);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        out.write(whole);
        out.flush();
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        return new Answer(status, new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length = Integer.parseInt(line(), HEXADECIMAL);
        while (length > 0) {
            body.write(in.readNBytes(length));
            line();
            length = Integer.parseInt(line(), HEXADECIMAL);
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character != '\n'; character = in.read()) {
            if (character < 0) {
                throw new EOFException("the service has closed the connection");
            }
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
