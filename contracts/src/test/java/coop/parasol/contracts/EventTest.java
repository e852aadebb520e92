package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every event, whatever it says. */
class EventTest {

    static List<Class<? extends Event>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void comes_back_from_JSON_as_it_was(Class<? extends Event> type) throws IOException {
        Event event = Examples.of(type);

        assertThat(Examples.JSON.readValue(Examples.JSON.writeValueAsBytes(event), type))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("types")
    void fits_its_published_schema(Class<? extends Event> type) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Sources.read(Sources.CONTRACTS.resolve("schemas/" + EventTypes.name(type) + ".json")));

        List<Error> errors = schema.validate(Examples.JSON.writeValueAsString(Examples.of(type)), InputFormat.JSON);
        List<Error> errorsOfNothing = schema.validate("{}", InputFormat.JSON);

        assertThat(errors).isEmpty();
        assertThat(errorsOfNothing).as("an empty object is no event").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void travels_on_a_topic_of_its_own_service(Class<? extends Event> type) {
        assertThat(EventTypes.topic(type)).matches(EventTypes.service(type) + "\\.[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @MethodSource("types")
    void is_found_by_its_name_on_the_wire(Class<? extends Event> type) {
        assertThat(EventTypes.byName(EventTypes.name(type))).contains(type);
    }

    static List<Class<? extends Event>> superseded() {
        return EventTypes.all().stream()
                .filter(Superseded.class::isAssignableFrom)
                .toList();
    }

    /** The next version is of the same noun, topic and key, and its number is one higher. */
    @ParameterizedTest
    @MethodSource("superseded")
    void an_earlier_version_leads_to_the_next_one(Class<? extends Event> type) {
        Event earlier = Examples.of(type);
        Event next = ((Superseded<?>) earlier).upgraded();

        assertThat(EventTypes.noun(next.getClass())).isEqualTo(EventTypes.noun(type));
        assertThat(EventTypes.version(next.getClass())).isEqualTo(EventTypes.version(type) + 1);
        assertThat(EventTypes.topic(next.getClass())).isEqualTo(EventTypes.topic(type));
        assertThat(next.subject()).isEqualTo(earlier.subject());
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_later_version_has_all_versions_before_it(Class<? extends Event> type) {
        String name = EventTypes.name(type);

        for (int version = 1; version < EventTypes.version(type); version++) {
            assertThat(EventTypes.byName(name.replaceFirst("\\.v\\d+$", ".v" + version)))
                    .hasValueSatisfying(earlier -> assertThat(earlier).isAssignableTo(Superseded.class));
        }
    }
}
