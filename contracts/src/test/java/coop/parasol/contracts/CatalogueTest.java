package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue's column "heard by" is what the services are really configured to hear. */
class CatalogueTest {

    static List<String> services() {
        return Sources.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_reads_exactly_the_topics_it_has_handlers_for(String service) {
        Set<String> handled = new TreeSet<>();
        for (Class<? extends Event> type : EventTypes.all()) {
            if (Sources.consumers(type).contains(service)) {
                handled.add(EventTypes.topic(type));
            }
        }

        assertThat(Sources.subscriptions(service)).isEqualTo(handled).isNotEmpty();
    }
}
