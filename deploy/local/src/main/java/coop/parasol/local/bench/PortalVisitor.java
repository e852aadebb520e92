package coop.parasol.local.bench;

import coop.parasol.local.servers.OperatorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A person at the portal: signs in as a browser does, and loads pages without what they consist of besides. */
final class PortalVisitor {

    private static final int MAX_REDIRECTS = 12;
    private static final int REDIRECT = 300;
    private static final int ERROR = 400;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final URI origin;

    PortalVisitor(String origin) {
        this.origin = URI.create(origin);
    }

    /**
     * A page as it came.
     *
     * @param bytes of its content on the wire
     */
    record Page(int status, String html, int bytes, double millis) {}

    /** Signs in with the password of a demo. */
    PortalVisitor signIn(String user) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(get("/sign-in").html());
        if (!form.find()) {
            throw new OperatorException("The portal does not ask who is there.");
        }
        String first = user.contains("-") ? user.substring(0, user.indexOf('-')) : user;
        String fields = "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=" + first + "-demo";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        origin.resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields));
        Page page = follow(request);
        if (page.status() >= ERROR || !cookies.keySet().stream().anyMatch(name -> name.startsWith("q_session"))) {
            throw new OperatorException(user + " could not sign in at the portal: " + page.status());
        }
        return this;
    }

    /** Loads a page, wherever it leads to. */
    Page get(String path) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(origin.resolve(path)));
    }

    private Page follow(HttpRequest.Builder first) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = send(first);
        for (int i = 0; i < MAX_REDIRECTS && isRedirect(answer); i++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(HttpRequest.newBuilder(next));
        }
        double millis = (System.nanoTime() - begun) / 1e6;
        return new Page(answer.statusCode(), text(answer), answer.body().length, millis);
    }

    private static boolean isRedirect(HttpResponse<?> answer) {
        return answer.statusCode() >= REDIRECT && answer.statusCode() < ERROR;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Accept", "text/html").header("Accept-Encoding", "gzip").timeout(Duration.ofSeconds(30));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        if (value.isEmpty() || cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean compressed =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        byte[] body = answer.body();
        if (compressed) {
            try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = content.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
