package coop.parasol.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a list of the service under test from its first page to its last, as the test's user. */
public final class ListWalk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_PAGE = 200;
    private static final int SMALLEST_PAGE = 3;
    /** Other tests leave rows behind: pages are then larger, so that a list is walked in so many. */
    private static final int PAGES = 40;

    private static final int MAX_PAGES = 2_000;

    private ListWalk() {}

    /**
     * Asserts that a list in an order shows, page after page, each row once, all rows, and the other way round the opposite.
     *
     * @param sort as it stands in {@code ?sort=}
     * @param id name of the field that tells rows apart
     */
    public static void assertSorted(String path, String sort, String id) {
        List<String> all = ids(path, null, id, LARGEST_PAGE);
        int rows = Math.clamp(all.size() / PAGES, SMALLEST_PAGE, LARGEST_PAGE);

        List<String> ascending = ids(path, sort, id, rows);
        List<String> descending = ids(path, "-" + sort, id, rows);

        assertThat(ascending).doesNotHaveDuplicates();
        assertThat(descending).isEqualTo(ascending.reversed());
        assertThat(ascending).hasSameElementsAs(all);
    }

    /** The values of a field of text, of all rows in an order. */
    public static List<String> values(String path, String sort, String field) {
        return ids(path, sort, field, LARGEST_PAGE);
    }

    private static List<String> ids(String path, @Nullable String sort, String field, int rows) {
        List<String> ids = new ArrayList<>();
        String after = null;
        for (int i = 0; i < MAX_PAGES; i++) {
            JsonNode page = json(call(path, sort, after, rows));
            page.get("items").forEach(row -> ids.add(row.get(field).asText()));
            after = page.path("next").textValue();
            if (after == null) {
                return ids;
            }
        }
        throw new AssertionError(path + " does not end");
    }

    private static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer.asString(), e);
        }
    }

    /** The page of a list after a cursor, or the first; the service has answered 200. */
    public static JsonPath page(String path, @Nullable String sort, @Nullable String after, int limit) {
        return call(path, sort, after, limit).jsonPath();
    }

    private static Response call(String path, @Nullable String sort, @Nullable String after, int limit) {
        RequestSpecification call = RestAssured.given().queryParam("limit", limit);
        if (sort != null) {
            call.queryParam("sort", sort);
        }
        if (after != null) {
            call.queryParam("after", after);
        }
        return call.get(path).then().statusCode(200).extract().response();
    }
}
