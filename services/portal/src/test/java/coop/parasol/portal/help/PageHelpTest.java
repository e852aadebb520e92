package coop.parasol.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.help.HelpTopics.Topic;
import coop.parasol.portal.page.Language;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageHelpTest {

    static Stream<Topic> topics() {
        return HelpTopics.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_topic_is_a_heading_of_its_guide(Topic topic) {
        GuidePlace place = PageHelp.place(topic, topic.guide().read(Language.ENGLISH));
        assertThat(place.address()).matches("/help/[a-z-]+/\\d+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /home                                    | auditor   | Claim a batch
                    /home                                    | producer  | See what waits for you
                    /batches/report                          | producer  | Report a batch
                    /batches/0198c0de-0000-7000-8000-000000000000 | producer  | Follow your batches, and mend what was rejected
                    /inspections/0198c0de-0000-7000-8000-000000000000/units | auditor | Inspect it
                    /inspections/standards/SOAP              | auditor   | Read a standard
                    /catalogue                               | partner   | See what there is, at your prices
                    /catalogue                               | nobody    | See the catalogue
                    /registrar/members/7/end                 | registrar | Record a death or dissolution
                    /offline                                 | auditor   | Inspect where there is no line
                    """)
    void the_part_that_speaks_of_a_page_is_found_by_its_address(String path, String role, String heading) {
        assertThat(PageHelp.topic(path, Set.of(role)))
                .get()
                .extracting(Topic::heading)
                .isEqualTo(heading);
    }

    @Test
    void of_a_page_that_no_guide_speaks_of_there_is_none() {
        assertThat(PageHelp.topic("/help/producer", Set.of("producer"))).isEmpty();
    }
}
