package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.DemoMail;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Lots that were sold in a season are recalled: exactly the partners that were sent units of them are told, each once for each lot,
 * in the portal and by mail, though the portal is killed while it tells them.
 */
class RecallNoticesTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final Installation INSTALLATION = SYSTEM.installation();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <([0-9a-f-]+)@");
    private static final int KILLS = 2;

    @Test
    void the_partners_that_were_sent_units_are_told_once_and_no_others_though_the_portal_is_killed()
            throws SQLException, InterruptedException {
        ServiceLauncher portal = new ServiceLauncher(INSTALLATION, RunningSystem.settings(INSTALLATION));
        List<String> lots = rows("distribution", """
                select b.lot from batch b where b.certificate_state = 'CERTIFIED'
                   and exists (select from shipped_goods g where g.batch_id = b.batch_id)
                 order by b.lot limit 6
                """);
        assertThat(lots).as("lots that were sold").hasSizeGreaterThan(1);

        String inLots = "('" + String.join("','", lots) + "')";
        String told = """
                select facts ->> 'lot' || ' ' || substr(recipient, 9) from notice
                 where subject = 'RECALL_TO_ANSWER' and facts ->> 'lot' in %s order by 1
                """.formatted(inLots);
        String concerned = """
                select cast(n.notice_id as text) from recall_notice n join batch b using (batch_id) where b.lot in %s
                """.formatted(inLots);

        recall(lots);
        // once while partners are told of the first lots, and once more with what it had heard of by then
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> !rows("distribution", concerned).isEmpty());
        for (int kill = 0; kill < KILLS; kill++) {
            INSTALLATION.processes().kill(Component.PORTAL);
            portal.launch(Component.PORTAL);
            portal.await(Component.PORTAL);
        }

        List<String> sent = rows("distribution", """
                select distinct b.lot || ' ' || s.partner_id from shipped_goods g join shipment s using (shipment_id)
                  join batch b on b.batch_id = g.batch_id where b.lot in %s order by 1
                """.formatted(inLots));
        assertThat(sent).isNotEmpty();
        Awaitility.await().atMost(PATIENCE).until(() -> rows("portal", told).size() >= sent.size());
        assertThat(rows("portal", told)).as("told").isEqualTo(sent);

        List<String> partnersWithAccount =
                List.of("0198c000-0000-7000-8000-00000000b001", "0198c000-0000-7000-8000-00000000b002");
        long expected = sent.stream()
                .filter(each -> partnersWithAccount.stream().anyMatch(each::endsWith))
                .count();
        String mailed = """
                select cast(m.mail_id as text) from notice_mail m join notice n using (notice_id)
                 where n.subject = 'RECALL_TO_ANSWER' and n.facts ->> 'lot' in %s and m.state = 'SENT'
                """.formatted(inLots);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> rows("portal", mailed).size() >= expected);
        assertThat(rows("portal", mailed)).hasSize((int) expected);
        assertThat(new TreeSet<>(messageIds()).containsAll(rows("portal", mailed)))
                .as("each mail is in the outbox")
                .isTrue();
    }

    private static void recall(List<String> lots) {
        String id = SYSTEM.as("quality-desk")
                .contentType("application/json")
                .body("{\"action\": \"RECALL\", \"recallClass\": \"I\", \"reason\": \"glass\","
                        + " \"scope\": {\"lots\": [\"" + String.join("\",\"", lots) + "\"]}}")
                .post(SYSTEM.url("quality") + "/recalls")
                .then()
                .statusCode(201)
                .extract()
                .path("recallId");
        SYSTEM.as("second quality-desk")
                .contentType("application/json")
                .post(SYSTEM.url("quality") + "/recalls/" + id + "/approval")
                .then()
                .statusCode(200);
    }

    private static List<String> messageIds() {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(DemoMail.folder(INSTALLATION))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                Matcher id = MESSAGE_ID.matcher(Files.readString(file));
                if (id.find()) {
                    ids.add(id.group(1));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return ids;
    }

    private static List<String> rows(String database, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = INSTALLATION.connectAsAdministrator(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
