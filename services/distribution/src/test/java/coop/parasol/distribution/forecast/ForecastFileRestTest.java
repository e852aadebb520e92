package coop.parasol.distribution.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.Period;
import coop.parasol.distribution.UseCases;
import coop.parasol.firm.FirmClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's forecasts from a file: each line answered by its number, however long the file. */
@QuarkusTest
@TestSecurity(user = "buyer", roles = "partner")
@OidcSecurity(claims = @Claim(key = "partner_id", value = ForecastFileRestTest.OWN))
class ForecastFileRestTest {

    static final String OWN = "0198c000-0000-7000-8000-0000000f0cb5";

    private static final int MANY = 50_000;
    private static final int WEEKS = 50;
    /** Some 10 s on a small computer: the portal shows the answers while a person waits. */
    private static final Duration BOUND = Duration.ofMinutes(2);

    @Inject
    UseCases useCases;

    @Inject
    FirmClock firm;

    @Inject
    Jdbi jdbi;

    @TestHTTPResource("/forecasts/file")
    URI address;

    private String product;

    @BeforeEach
    void the_partner_is_registered_and_a_product_made() {
        product = useCases.product();
        execute("insert into partner (partner_id, name, country, tier, credit_limit, exposure, version) values ('" + OWN
                + "', 'File Shops', 'IN', 'RETAIL', 0, 0, 0) on conflict do nothing");
        execute("delete from forecast where partner_id = '" + OWN + "'");
    }

    @Test
    void each_line_is_answered_by_its_number_with_field_and_code_and_a_wrong_one_costs_no_other() {
        List<JsonNode> answers = send("\uFEFFproduct;week;quantity;remark\r\n" + product + ";" + week(3)
                + ";\"1,200\";spring\r\n\r\nNO-SUCH-THING;" + week(3) + ";5;\r\n" + product + ";" + week(0)
                + ";5;\r\n" + product + ";someday;5;\r\n" + product + ";" + week(4) + ";many;\r\n;" + week(4)
                + ";5;\r\n" + product + ";" + week(4) + ";7;\r\n");

        assertThat(answers.stream().map(ForecastFileRestTest::brief))
                .containsExactly(
                        "2 200",
                        "4 422 unknown-product product",
                        "5 409 forecast-closed -",
                        "6 400 malformed-field period",
                        "7 400 malformed-field quantity",
                        "8 422 not-blank product",
                        "9 200");
        assertThat(stored()).containsExactlyInAnyOrder(week(3) + " 1200 C62", week(4) + " 7 C62");
    }

    @Test
    void of_lines_about_the_same_the_first_is_taken_and_the_others_are_refused_however_far_apart_they_stand() {
        String others = IntStream.range(0, 1_500)
                .mapToObj(each -> "NO-SUCH-THING;" + week(3) + ";5")
                .collect(Collectors.joining("\n"));

        List<JsonNode> answers = send("product;grade;week;quantity\n" + product + ";A;" + week(3) + ";100\n" + product
                + ";;" + week(3) + ";50\n" + others.replace(";20", ";A;20") + "\n" + product + ";A;" + week(3)
                + ";100\n" + product + ";A;" + week(4) + ";-1\n" + product + ";A;" + week(4) + ";9\n");

        assertThat(answers.stream().map(ForecastFileRestTest::brief).filter(brief -> !brief.contains("unknown")))
                .containsExactly(
                        "2 200",
                        "3 422 twice product",
                        "1504 422 twice product",
                        "1505 422 negative quantity.value",
                        "1506 200");
        assertThat(stored()).containsExactlyInAnyOrder(week(3) + " 100 C62", week(4) + " 9 C62");
    }

    @Test
    void a_line_that_says_it_is_another_partners_is_refused() {
        List<JsonNode> answers = send("product;week;quantity;Partner ID\n" + product + ";" + week(3) + ";5;"
                + UUID.randomUUID() + "\n" + product + ";" + week(4) + ";6;\n");

        assertThat(answers.stream().map(ForecastFileRestTest::brief))
                .containsExactly("2 400 unknown-field Partner ID", "3 200");
    }

    @Test
    void a_file_with_decimal_commas_in_windows_1252_is_read_in_the_unit_of_the_product() {
        execute("update product set unit = 'KGM' where code = '" + product + "'");
        byte[] file = ("Product;Name;Week;Quantity\n" + product + ";Gewürz;" + week(5) + ";2,5\n")
                .getBytes(Charset.forName("windows-1252"));

        assertThat(sendBytes(file).stream().map(ForecastFileRestTest::brief)).containsExactly("2 200");
        assertThat(stored()).containsExactly(week(5) + " 2.5 KGM");
    }

    @Test
    void a_file_of_fifty_thousand_lines_is_answered_line_by_line_and_the_same_when_it_is_sent_again() {
        List<String> products = IntStream.range(0, MANY / WEEKS)
                .mapToObj(each -> product + "-" + each)
                .toList();
        execute("insert into product (code, name, unit, grades, standard_version) select '" + product
                + "-' || n, 'Lamp', 'C62', array['A'], 1 from generate_series(0, " + (products.size() - 1) + ") n");
        String file = IntStream.range(0, MANY)
                .mapToObj(each -> products.get(each / WEEKS) + ";" + week(2 + each % WEEKS) + ";"
                        + (each % 1000 == 999 ? "none" : each + 1))
                .collect(Collectors.joining("\n", "product;week;quantity\n", "\n"));

        for (String time : List.of("first", "again")) {
            Instant begin = Instant.now();
            List<JsonNode> answers = send(file);
            Duration taken = Duration.between(begin, Instant.now());
            System.out.printf("%d lines of forecasts (%s): %d ms%n", MANY, time, taken.toMillis());

            assertThat(answers.stream().map(answer -> answer.get("position").asInt()))
                    .isEqualTo(IntStream.rangeClosed(2, MANY + 1).boxed().toList());
            assertThat(answers.stream().filter(answer -> answer.get("status").asInt() == 400))
                    .hasSize(MANY / 1000);
            assertThat(stored()).hasSize(MANY - MANY / 1000);
            assertThat(taken).isLessThan(BOUND);
        }
    }

    private static String brief(JsonNode answer) {
        String status =
                answer.get("position").asText() + " " + answer.get("status").asText();
        return answer.hasNonNull("problem")
                ? status + " " + answer.at("/problem/code").asText() + " "
                        + answer.at("/problem/field").asText("-")
                : status;
    }

    private String week(int ahead) {
        return Period.of(firm.today().plusWeeks(ahead)).toString();
    }

    private List<JsonNode> send(String file) {
        return sendBytes(file.getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> sendBytes(byte[] file) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        ObjectMapper json = new ObjectMapper();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body().lines().map(line -> read(json, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> stored() {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(
                                "select period || ' ' || trim_scale(quantity) || ' ' || unit from forecast"
                                        + " where partner_id = :own")
                        .bind("own", UUID.fromString(OWN))
                        .mapTo(String.class)
                        .list()));
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }
}
