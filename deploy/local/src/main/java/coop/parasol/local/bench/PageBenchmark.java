package coop.parasol.local.bench;

import coop.parasol.bench.BenchReport;
import coop.parasol.bench.Clients;
import coop.parasol.bench.Quantiles;
import coop.parasol.local.season.Season;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.OperatorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long each kind of page of each role takes in a firm of 16,300 members, and how heavy it is, with all services running. */
public final class PageBenchmark {

    private static final int MEMBERS = 16_300;
    private static final int MANY_CLIENTS = 8;
    private static final int MAX_PAGES = 60;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MAX_SECONDS_TO_WAIT = 120;
    private static final double BYTES_PER_KILOBYTE = 1_000;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z0-9]+-[A-Z0-9-]+|\\b\\d+\\b|\\d{4}-W\\d{2}");
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(sign-out|sign-in|webjars/.*)(\\?.*)?|.*\\.(css|js|pdf|csv|xml|txt|jose|json|svg|png|jpg)(\\?.*)?"
                    + "|.*/(print|labels|qr|download|attachments/[^/]+|photos/[^/]+)(\\?.*)?");

    private final Installation installation;
    private final int requests;

    /**
     * @param installation whose services and portal run, new and without data
     * @param requests of each page by one client, and by all of the many together
     */
    public PageBenchmark(Installation installation, int requests) {
        this.installation = installation;
        this.requests = requests;
    }

    /** Times of one kind of page. */
    private record Measured(String path, double alone, double together, int bytes) {}

    /** Measures, prints the report and writes it into a Markdown file. */
    public void run(String file) throws SQLException, IOException, InterruptedException {
        BenchReport report = new BenchReport();
        SeededMembers.add(installation, MEMBERS);
        new Season(installation, Instant.now().getEpochSecond()).run();
        Map<String, List<Measured>> byRole = new LinkedHashMap<>();
        for (Map.Entry<String, String> person : people().entrySet()) {
            byRole.put(person.getKey(), measure(person.getKey(), person.getValue()));
        }
        write(report, byRole, file);
    }

    private Map<String, String> people() throws SQLException {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("producer", producer());
        people.put("auditor", "arun");
        people.put("partner", "bazaar");
        people.put("registrar", "rekha");
        people.put("treasurer", "tara");
        people.put("quality desk", "qadir");
        people.put("pricing desk", "priya");
        people.put("logistics desk", "leela");
        people.put("administrator", "adam");
        return people;
    }

    /** A producer of the season, which can sign in; those who make up the number cannot. */
    private String producer() throws SQLException {
        String sql = "select email from member where state = 'ACTIVE' and registration_number not like 'SEED-%'"
                + " order by id limit 1";
        try (Connection membership = installation.connectAsAdministrator("membership");
                Statement query = membership.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            if (!rows.next()) {
                throw new OperatorException("The season has no producer.");
            }
            return rows.getString(1);
        }
    }

    private List<Measured> measure(String role, String user) throws IOException, InterruptedException {
        PortalVisitor visitor = new PortalVisitor(installation.publicOrigin()).signIn(user);
        List<String> paths = crawl(visitor);
        // what is loaded once and kept by the portal and the services is not what is measured
        for (int i = 0; i < 3; i++) {
            for (String path : paths) {
                load(visitor, path);
            }
        }
        List<Measured> measured = new ArrayList<>();
        for (String path : paths) {
            List<PortalVisitor.Page> alone = times(visitor, path, 1);
            List<PortalVisitor.Page> together = times(visitor, path, MANY_CLIENTS);
            int bytes = alone.stream().mapToInt(PortalVisitor.Page::bytes).max().orElseThrow();
            measured.add(new Measured(path, p99(alone), p99(together), bytes));
            System.out.printf(
                    "%-14s %-60s p99 %6.1f ms alone, %6.1f ms of %d clients, %5.1f KB%n",
                    role, path, p99(alone), p99(together), MANY_CLIENTS, bytes / BYTES_PER_KILOBYTE);
        }
        return measured;
    }

    private List<PortalVisitor.Page> times(PortalVisitor visitor, String path, int clients) {
        Queue<PortalVisitor.Page> pages = new ConcurrentLinkedQueue<>();
        Clients.run(clients, () -> {
            for (int i = 0; i < Math.ceilDiv(requests, clients); i++) {
                pages.add(load(visitor, path));
            }
        });
        return List.copyOf(pages);
    }

    private static double p99(List<PortalVisitor.Page> pages) {
        return Quantiles.at(
                pages.stream().mapToDouble(PortalVisitor.Page::millis).sorted().toArray(), 0.99);
    }

    /** Loads a page; where one address may not look things up as often as that, it waits, and the time does not count. */
    private static PortalVisitor.Page load(PortalVisitor visitor, String path) {
        try {
            PortalVisitor.Page page = visitor.get(path);
            for (int i = 0; i < MAX_SECONDS_TO_WAIT && page.status() == TOO_MANY_REQUESTS; i++) {
                Thread.sleep(1_000);
                page = visitor.get(path);
            }
            if (page.status() != 200) {
                throw new OperatorException(path + " answers " + page.status());
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("Interrupted while pages were being loaded.", e);
        }
    }

    /** Each kind of page that links lead to, once: ids, lots and numbers do not count. */
    private static List<String> crawl(PortalVisitor visitor) throws IOException, InterruptedException {
        Deque<String> next = new ArrayDeque<>(List.of("/home"));
        Set<String> kinds = new HashSet<>(List.of("/home"));
        List<String> found = new ArrayList<>();
        while (!next.isEmpty() && found.size() < MAX_PAGES) {
            String path = next.removeFirst();
            PortalVisitor.Page page = visitor.get(path);
            if (page.status() == 200 && page.html().startsWith("<!DOCTYPE html>")) {
                found.add(path);
                Matcher link = LINK.matcher(page.html());
                while (link.find()) {
                    String to = link.group(1).replace("&amp;", "&");
                    String kind = ID.matcher(to.split("\\?", 2)[0]).replaceAll("#");
                    if (!NO_PAGE.matcher(to).matches() && kinds.add(kind)) {
                        next.addLast(to);
                    }
                }
            }
        }
        return found;
    }

    private void write(BenchReport report, Map<String, List<Measured>> byRole, String file) throws IOException {
        report.heading(
                "Pages",
                "%d requests of each page by one client, then by %d, in a firm of %,d members after a season, all services running"
                        .formatted(requests, MANY_CLIENTS, MEMBERS),
                "Every kind of page that links lead to from the role's first page. A page's time is from the request to its"
                        + " last byte, its size that of the compressed page without styles and scripts, which browsers keep.");
        report.line(
                        "| role | kinds of pages | slowest p99 alone, ms (<= 200) | that page | slowest p99 of 8 clients, ms"
                                + " | that page | largest, KB (<= 100) |")
                .line("|---|---|---|---|---|---|---|");
        byRole.forEach((role, pages) -> {
            Measured slowest = pages.stream()
                    .max(Comparator.comparingDouble(Measured::alone))
                    .orElseThrow();
            Measured together = pages.stream()
                    .max(Comparator.comparingDouble(Measured::together))
                    .orElseThrow();
            int largest = pages.stream().mapToInt(Measured::bytes).max().orElseThrow();
            report.line("| %s | %d | %.0f | `%s` | %.0f | `%s` | %.1f |"
                    .formatted(
                            role,
                            pages.size(),
                            slowest.alone(),
                            ID.matcher(slowest.path()).replaceAll("…"),
                            together.together(),
                            ID.matcher(together.path()).replaceAll("…"),
                            largest / BYTES_PER_KILOBYTE));
        });
        report.publish(file);
    }
}
