package coop.parasol.portal.administration;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.messaging.AdministrativeAct;
import coop.parasol.messaging.AdministrativeActKind;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The acts of all services are one list, the latest first, whose pages leave none out and show none twice. */
class AdministrativeActLogTest {

    private static final Instant BEGIN = Instant.parse("2026-11-30T00:00:00Z");

    private static AdministrativeAct act(long minute) {
        return new AdministrativeAct(
                minute, BEGIN.plusSeconds(60 * minute), "adam", AdministrativeActKind.REPLAY, "subject " + minute);
    }

    /** What a service answers that has acts of these minutes, asked for at most so many before a moment. */
    private static Part<Listed<AdministrativeAct>> service(@Nullable Instant until, int limit, long... minutes) {
        List<AdministrativeAct> all = Arrays.stream(minutes)
                .mapToObj(AdministrativeActLogTest::act)
                .filter(each -> until == null || each.time().isBefore(until))
                .sorted((one, other) -> other.time().compareTo(one.time()))
                .toList();
        return new Part<>(
                new Listed<>(all.subList(0, Math.min(limit, all.size())), all.size() > limit ? "more" : null), null);
    }

    private static Map<String, Part<Listed<AdministrativeAct>>> answers(@Nullable Instant until, int limit) {
        Map<String, Part<Listed<AdministrativeAct>>> answers = new LinkedHashMap<>();
        answers.put("portal", service(until, limit, 4));
        answers.put("membership", service(until, limit, 1, 2, 3, 4));
        answers.put("quality", service(until, limit, 2, 5));
        return answers;
    }

    @Test
    void pages_have_every_act_once_the_latest_first_and_those_of_one_moment_together() {
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Instant until = null;
        do {
            AdministrativeActLog.Page page = AdministrativeActLog.merged(answers(until, 2), 2);
            page.acts()
                    .forEach(each ->
                            seen.add(each.service() + " " + each.subject().replace("subject ", "")));
            sizes.add(page.acts().size());
            until = page.next();
        } while (until != null);

        assertThat(seen)
                .containsExactly(
                        "quality 5",
                        "portal 4",
                        "membership 4",
                        "membership 3",
                        "membership 2",
                        "quality 2",
                        "membership 1");
        assertThat(sizes).containsExactly(3, 3, 1);
    }

    @Test
    void a_service_that_is_away_is_named_and_costs_its_own_acts_alone() {
        Map<String, Part<Listed<AdministrativeAct>>> answers = answers(null, 50);
        answers.put("quality", new Part<>(null, ServiceProblem.unavailable().document()));

        AdministrativeActLog.Page page = AdministrativeActLog.merged(answers, 50);

        assertThat(page.missing().keySet()).containsExactly("quality");
        assertThat(page.acts()).hasSize(5).noneMatch(each -> each.service().equals("quality"));
        assertThat(page.next()).isNull();
    }
}
