package coop.parasol.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.live.Change.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams are bounded in number and in what they keep, and end with the session. */
class LiveStreamsTest {

    private static final UUID PARTNER = UUID.randomUUID();

    private final LiveStreams streams = new LiveStreams(3, 2, new SimpleMeterRegistry());

    @Test
    void what_changed_after_a_page_was_asked_for_is_told_at_once() {
        streams.missed();
        long asked = System.currentTimeMillis();
        UUID order = UUID.randomUUID();
        streams.publish(List.of(order(order)));
        AssertSubscriber<LiveMessage> browser = open(partner("one", "s1"), asked);
        streams.flush(System.currentTimeMillis());
        assertThat(browser.getItems()).last().satisfies(told -> {
            assertThat(told.name()).isEqualTo(LiveMessage.CHANGES);
            assertThat(told.data()).isEqualTo("order:" + order);
            assertThat(told.at()).isGreaterThanOrEqualTo(asked);
        });
    }

    @Test
    void a_page_older_than_what_is_known_is_read_again() {
        streams.missed();
        AssertSubscriber<LiveMessage> browser = open(partner("one", "s1"), 0);
        streams.flush(System.currentTimeMillis());
        assertThat(browser.getItems()).last().extracting(LiveMessage::data).isEqualTo(Change.EVERYTHING);
    }

    @Test
    void each_stream_is_told_its_number_when_it_opens_and_then_when_it_may_be_another() {
        streams.missed();
        long now = System.currentTimeMillis();
        AssertSubscriber<LiveMessage> one = open(partner("one", "s1"), now);
        AssertSubscriber<LiveMessage> two = open(partner("two", "s2"), now);
        tellUnread("none", "1");
        assertThat(unread(one)).containsExactly("one has 1");
        assertThat(unread(two)).containsExactly("two has 1");

        tellUnread("none", "2");
        tellUnread("two", "3");
        assertThat(unread(one)).containsExactly("one has 1");
        assertThat(unread(two)).containsExactly("two has 1", "two has 3");
    }

    /** Tells what may be another for one person. */
    private void tellUnread(String person, String number) {
        streams.tellUnread(
                who -> who.subject().equals(person),
                all -> all.stream()
                        .collect(Collectors.toMap(Function.identity(), who -> who.subject() + " has " + number)));
        long now = System.currentTimeMillis();
        streams.flush(now);
        streams.flush(now);
    }

    private static List<String> unread(AssertSubscriber<LiveMessage> browser) {
        return browser.getItems().stream()
                .filter(message -> message.name().equals(LiveMessage.UNREAD))
                .map(LiveMessage::data)
                .toList();
    }

    @Test
    void a_slow_reader_costs_a_bounded_set_and_is_dropped() {
        AssertSubscriber<LiveMessage> slow = open(partner("one", "s1"), 0, 1);
        IntStream.range(0, 10_000).forEach(i -> streams.publish(List.of(order(UUID.randomUUID()))));
        long now = System.currentTimeMillis();
        streams.flush(now);
        assertThat(slow.getItems()).as("the greeting, and nothing more").hasSize(1);
        slow.request(1);
        streams.flush(now);
        assertThat(slow.getItems().getLast().data().split(" "))
                .hasSizeLessThan(60)
                .contains("order");

        streams.flush(now + 44_000);
        slow.assertNotTerminated();
        streams.flush(now + 46_000);
        slow.assertCompleted();
    }

    @Test
    void a_stream_ends_when_the_sign_in_has_to_be_looked_at_and_when_its_browser_signs_out() {
        AssertSubscriber<LiveMessage> first = open(partner("one", "s1"), 0);
        AssertSubscriber<LiveMessage> second = open(partner("one", "s2"), 0);
        streams.endSession("s1");
        first.assertCompleted();
        second.assertNotTerminated();
        streams.flush(partner("one", "s2").until().toEpochMilli());
        second.assertCompleted();
        assertThat(streams.hasRoomFor(partner("one", "s3"))).isTrue();
    }

    @Test
    void a_person_and_the_portal_have_so_many_streams_and_no_more() {
        open(partner("one", "s1"), 0);
        AssertSubscriber<LiveMessage> closed = open(partner("one", "s2"), 0);
        assertThat(streams.hasRoomFor(partner("one", "s3"))).isFalse();
        open(partner("two", "s4"), 0);
        assertThat(streams.hasRoomFor(partner("three", "s5"))).isFalse();
        closed.cancel();
        assertThat(streams.hasRoomFor(partner("one", "s3"))).isTrue();
    }

    private AssertSubscriber<LiveMessage> open(Listener who, long since) {
        return open(who, since, Long.MAX_VALUE);
    }

    private AssertSubscriber<LiveMessage> open(Listener who, long since, long requested) {
        return Multi.createFrom()
                .<LiveMessage>emitter(out -> streams.open(who, since, out), BackPressureStrategy.ERROR)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(requested));
    }

    private static Notice order(UUID id) {
        return new Notice(Change.of(Kind.ORDER, id), Audience.partner(PARTNER));
    }

    private static Listener partner(String subject, String session) {
        return new Listener(subject, session, Instant.parse("2100-01-01T00:00:00Z"), Set.of("partner"), null, PARTNER);
    }
}
