package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue's column "consumed by", and the arrows that README.md draws, are the events that the services have handlers for. */
class CatalogueTest {

    private static final Pattern ARROW = Pattern.compile("  (\\w+) -- ([\\w, ]+) --> ([\\w& ]+)");

    static List<String> services() {
        return Sources.readers();
    }

    /**
     * A service subscribes to the topics of the events that it has handlers for, so the handlers are who hears what. One
     * for {@code MemberActivatedV2} is called {@code OnMemberActivated}.
     */
    @ParameterizedTest
    @MethodSource("services")
    void a_handler_has_the_name_of_its_event(String service) {
        Map<String, String> handlers = Sources.handlers(service);
        Map<String, String> nouns =
                EventTypes.all().stream().collect(Collectors.toMap(Class::getSimpleName, EventTypes::noun));

        assertThat(handlers)
                .isNotEmpty()
                .allSatisfy((handler, event) -> assertThat(nouns).containsEntry(event, handler.substring(2)));
    }

    /** The diagram leaves events out, never a service that hears one that it names; the portal, which hears most, is not drawn. */
    @Test
    void the_readme_draws_no_arrow_to_one_who_does_not_hear() {
        Map<String, Set<String>> drawn = new TreeMap<>();
        for (String line : Sources.read(Sources.CONTRACTS.resolveSibling("README.md"))
                .lines()
                .toList()) {
            Matcher arrow = ARROW.matcher(line);
            if (arrow.matches()) {
                for (String event : arrow.group(2).split(", ")) {
                    drawn.computeIfAbsent(arrow.group(1) + " " + event, any -> new TreeSet<>())
                            .addAll(List.of(arrow.group(3).split(" & ")));
                }
            }
        }
        Map<String, Set<String>> heard = new TreeMap<>();
        for (Class<? extends Event> type : EventTypes.all()) {
            String topic = EventTypes.topic(type);
            heard.put(
                    topic.substring(0, topic.indexOf('.')) + " " + EventTypes.noun(type),
                    Sources.consumers(type).stream()
                            .filter(reader -> !reader.equals(Sources.PORTAL))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        assertThat(drawn).isNotEmpty();
        assertThat(heard).containsAllEntriesOf(drawn);
    }
}
