package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items of a list are read one by one; one that cannot be read leaves the others to be read. */
class ReadItemDeserializerTest {

    private final ObjectMapper json = new ObjectMapper();

    ReadItemDeserializerTest() {
        new StrictJson().customize(json);
    }

    record Part(String name, Quantity quantity, List<Integer> counts) {}

    record Kit(String name, List<ReadItem<Part>> parts, int version) {}

    @Test
    void an_item_that_repeats_a_field_at_any_depth_is_refused_alone() throws JsonProcessingException {
        Kit kit = json.readValue("""
                {"name": "kit", "parts": [
                  {"name": "a", "quantity": {"value": 0.10, "unit": "KGM"}, "counts": [1, 2]},
                  {"name": "b", "name": "c", "quantity": {"value": "1", "unit": "C62"}, "counts": []},
                  {"name": "d", "quantity": {"value": "1", "unit": "C62", "value": "2"}, "counts": []},
                  [{"name": 1, "name": 2}],
                  null, 7, "x",
                  {"name": "e", "quantity": {"value": "1", "unit": "C62"}, "counts": [99999999999]},
                  {"name": "f", "quantity": {"value": "1", "unit": "C62"}, "counts": [1], "colour": "red"},
                  {"name": "g", "quantity": {"value": "1", "unit": "C62"}, "counts": [3]}
                ], "version": 4}""", Kit.class);

        assertThat(kit.parts().stream().map(ReadItemDeserializerTest::text))
                .containsExactly(
                        "a 0.1 KGM [1, 2]",
                        "malformed-json null",
                        "malformed-json null",
                        "malformed-json null",
                        "malformed-field null",
                        "malformed-field null",
                        "malformed-field null",
                        "malformed-json counts[0]",
                        "unknown-field colour",
                        "g 1 C62 [3]");
        assertThat(kit.version()).isEqualTo(4);
    }

    @Test
    void every_field_of_an_item_that_cannot_be_read_is_named() throws JsonProcessingException {
        Kit kit = json.readValue("""
                {"name": "kit", "parts": [
                  {"name": 7, "quantity": {"value": "one", "unit": "C62"}, "counts": [1, "x", 3, "y"], "colour": "red"},
                  {"name": "b", "quantity": {"value": 0.10, "unit": "KGM"}, "counts": ["z"]}
                ], "version": 4}""", Kit.class);

        assertThat(kit.parts().getFirst())
                .isInstanceOfSatisfying(
                        ReadItem.Invalid.class,
                        item -> assertThat(item.problem().errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("name", "quantity", "counts[1]", "counts[3]", "colour"));
        assertThat(text(kit.parts().getLast())).isEqualTo("malformed-field counts[0]");
    }

    @Test
    void what_stands_around_the_items_repeats_no_field_before_or_behind_them() {
        for (String body : List.of(
                "{\"name\": \"a\", \"parts\": [{}, {\"x\": 1}], \"name\": \"b\", \"version\": 4}",
                "{\"name\": \"a\", \"parts\": [[], [7]], \"version\": 4, \"version\": 4}",
                "{\"name\": \"a\", \"parts\": [], \"parts\": [], \"version\": 4}")) {
            assertThatThrownBy(() -> json.readValue(body, Kit.class)).hasMessageContaining("Duplicate field");
        }
    }

    @Test
    void what_is_no_JSON_refuses_all() {
        for (String parts : List.of("[{\"name\": ", "[{\"name\": NaN}]", "[{\"name\": 1]]", "[{\"name\" 1}]")) {
            assertThatThrownBy(() -> json.readValue("{\"name\": \"a\", \"parts\": " + parts + "}", Kit.class))
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    private static String text(ReadItem<Part> item) {
        return switch (item) {
            case ReadItem.Valid<Part>(Part part) -> part.name() + " " + part.quantity() + " " + part.counts();
            case ReadItem.Invalid<Part>(Problem.Document problem) -> problem.code() + " " + problem.field();
        };
    }
}
