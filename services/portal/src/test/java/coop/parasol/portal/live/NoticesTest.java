package coop.parasol.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.PortalTopics;
import coop.parasol.portal.live.Change.Kind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is told of another's thing, and everybody of an own one. */
class NoticesTest {

    /** Votes are every member's; of standards and of auditors' work it is said only that there is something new. */
    private static final Set<Kind> EVERYBODYS = Set.of(Kind.VOTE, Kind.STANDARD, Kind.INSPECTION);

    static List<Class<? extends Event>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void nobody_is_told_of_a_thing_of_another(Class<? extends Event> type) {
        Event event = RandomEvents.of(type);
        UUID another = UUID.randomUUID();
        for (String role : List.of("producer", "partner", "auditor")) {
            for (Change told : told(event, listener(another, another, role))) {
                assertThat(told.kind()).as(role).isIn(EVERYBODYS);
                assertThat(told.id() == null || told.kind() == Kind.VOTE)
                        .as(role + " hears which " + told.kind())
                        .isTrue();
            }
        }
        assertThat(told(event, listener(another, another))).as("without a role").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_id_counts_only_for_what_it_is_the_id_of(Class<? extends Event> type) {
        Event event = RandomEvents.of(type);
        UUID member = (UUID) RandomEvents.component(event, "memberId");
        UUID partner = (UUID) RandomEvents.component(event, "partnerId");
        Listener confused = listener(partner, member, "producer", "partner");
        assertThat(told(event, confused)).allMatch(change -> EVERYBODYS.contains(change.kind()));
        assertThat(told(event, listener(member, partner))).as("without a role").isEmpty();
        assertThat(told(event, listener(member, partner, "treasurer")))
                .as("who is no producer any more")
                .isEqualTo(told(event, listener(null, null, "treasurer")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_member_and_a_partner_are_told_of_their_own(Class<? extends Event> type) {
        Event event = RandomEvents.of(type);
        UUID partner = (UUID) RandomEvents.component(event, "partnerId");
        boolean tells = !Notices.of(event).isEmpty();
        if (partner != null && tells) {
            assertThat(told(event, listener(null, partner, "partner"))).isNotEmpty();
        }
        UUID member = (UUID) RandomEvents.component(event, "memberId");
        boolean applicant = Set.of("MemberApplied", "ApplicationRefused").contains(type.getSimpleName());
        if (member != null && tells && !applicant) {
            assertThat(told(event, listener(member, null, "producer"))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "pricing-desk", "auditor", "producer", "administrator"})
    void a_role_whose_pages_show_no_orders_is_told_of_none(String role) {
        for (Class<? extends Event> type : types()) {
            assertThat(told(RandomEvents.of(type), listener(null, null, role)))
                    .noneMatch(change -> change.kind() == Kind.ORDER || change.kind() == Kind.SHIPMENT);
        }
    }

    @Test
    void an_allocation_that_does_not_say_whose_order_it_is_is_told_to_the_desk_alone() {
        UUID order = UUID.randomUUID();
        Event early = new OrderAllocated(order, null, List.of(), true);
        assertThat(told(early, listener(null, null, "partner"))).isEmpty();
        assertThat(told(early, listener(null, null, "logistics-desk"))).containsExactly(Change.of(Kind.ORDER, order));
    }

    @Test
    void the_portal_reads_every_topic_that_it_tells_of_and_no_other() {
        Set<String> told = new HashSet<>();
        for (Class<? extends Event> type : types()) {
            if (!Notices.of(RandomEvents.of(type)).isEmpty()) {
                told.add(EventTypes.topic(type));
            }
        }
        assertThat(PortalTopics.ALL).containsExactlyInAnyOrderElementsOf(told);
    }

    private static List<Change> told(Event event, Listener who) {
        return Notices.of(event).stream()
                .filter(notice -> notice.audience().includes(who))
                .map(Notice::change)
                .toList();
    }

    private static Listener listener(@Nullable UUID memberId, @Nullable UUID partnerId, String... roles) {
        return new Listener("subject", "session", Instant.MAX, Set.of(roles), memberId, partnerId);
    }
}
