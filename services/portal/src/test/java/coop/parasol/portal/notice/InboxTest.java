package coop.parasol.portal.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.contracts.EquityEvent.ExitValued;
import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.contracts.GovernanceEvent.ProposalOpened;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.portal.live.Listener;
import coop.parasol.portal.notice.rules.NoticeKind;
import coop.parasol.portal.notice.rules.NoticeSubject;
import coop.parasol.portal.page.Language;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** People read their own notices, each once unread, and nobody another's. */
@QuarkusTest
class InboxTest {

    private static final String OWN = "11111111-1111-7111-8111-111111111111";
    private static final String PERSON = "reader";

    @Inject
    Events events;

    @Inject
    Inbox inbox;

    @Inject
    UnreadCounts counts;

    @Inject
    TellDelayedOrders tellDelayedOrders;

    @Test
    void a_refused_order_is_told_to_its_partner_alone() {
        UUID partner = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        events.publish(new OrderRefused(order, partner, "PO-1", "no-price", "no price"));

        Notice notice = await("partner:" + partner, 1).getFirst().notice();

        assertThat(notice.subject()).isEqualTo(NoticeSubject.ORDER_REFUSED);
        assertThat(Language.ENGLISH.write(notice::title)).isEqualTo("Order refused: PO-1");
        assertThat(inbox.find(notice.noticeId(), List.of("partner:" + UUID.randomUUID(), "role:partner"), PERSON))
                .isEmpty();
    }

    @Test
    void notices_are_counted_until_they_are_read_and_found_by_kind_and_page() {
        String partner = "partner:" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            events.publish(new OrderRefused(
                    UUID.randomUUID(), UUID.fromString(partner.substring(8)), "PO-" + i, "no-price", "no price"));
        }
        List<String> mine = List.of(partner);
        List<Inbox.Entry> all = await(partner, 5);
        assertThat(counts.of(mine, PERSON)).isEqualTo(5);

        inbox.markRead(PERSON, all.getFirst().notice().noticeId());
        inbox.markRead(PERSON, all.getFirst().notice().noticeId());
        assertThat(counts.of(mine, PERSON)).isEqualTo(4);
        assertThat(counts.of(mine, "a colleague")).isEqualTo(5);
        assertThat(inbox.list(mine, PERSON, null, true, null, 10)).hasSize(4);
        assertThat(inbox.list(mine, PERSON, NoticeKind.RECALL, false, null, 10)).isEmpty();
        List<Inbox.Entry> first = inbox.list(mine, PERSON, NoticeKind.ORDER, false, null, 3);
        List<Inbox.Entry> second = inbox.list(
                mine, PERSON, NoticeKind.ORDER, false, first.getLast().notice().noticeId(), 3);
        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);

        inbox.markAllRead(mine, PERSON);
        assertThat(counts.of(mine, PERSON)).isZero();
    }

    @Test
    void what_may_change_a_number_names_whom_it_concerns_and_numbers_are_counted_for_many_at_once() {
        UUID partner = UUID.randomUUID();
        String key = "partner:" + partner;
        Listener first = listener("first " + partner, partner);
        Listener second = listener("second " + partner, partner);
        Listener stranger = listener("stranger " + partner, UUID.randomUUID());
        events.publish(new OrderRefused(UUID.randomUUID(), partner, "PO-1", "no-price", "no price"));
        events.publish(new OrderRefused(UUID.randomUUID(), partner, "PO-2", "no-price", "no price"));
        UUID notice = await(key, 2).getFirst().notice().noticeId();
        assertThat(concerned(key)).as("two notices were made").hasSize(2);
        List<Listener> all = List.of(first, second, stranger);
        assertThat(counts.of(all)).containsOnly(entry(first, "2"), entry(second, "2"), entry(stranger, ""));

        inbox.markRead(first.subject(), notice);
        List<String> read = concerned(UnreadCounts.person(first.subject()));
        assertThat(read).hasSize(1);
        assertThat(concerned(UnreadCounts.person(second.subject()))).isEmpty();
        assertThat(counts.of(all)).contains(entry(first, "1"), entry(second, "2"));

        inbox.markRead(first.subject(), notice);
        assertThat(concerned(UnreadCounts.person(first.subject())))
                .as("read already: no change")
                .isEqualTo(read);
        inbox.markUnread(first.subject(), notice);
        assertThat(concerned(UnreadCounts.person(first.subject())))
                .as("another change")
                .hasSize(1)
                .isNotEqualTo(read);
        assertThat(counts.of(all)).contains(entry(first, "2"), entry(second, "2"));
    }

    private List<String> concerned(String whom) {
        return counts.changes(Instant.now(), Duration.ofMinutes(5)).stream()
                .filter(change -> change.concerns().equals(whom))
                .map(UnreadCounts.Change::changeId)
                .toList();
    }

    private static Listener listener(String subject, UUID partner) {
        return new Listener(subject, "session", Instant.MAX, Set.of("partner"), null, partner);
    }

    @Test
    void a_vote_is_told_to_each_member_that_has_one_and_to_no_other() {
        UUID voter = UUID.randomUUID();
        UUID leaving = UUID.randomUUID();
        events.publish(new MemberActivatedV2(voter, "Lotus", FirmKind.PRODUCT, 1));
        events.publish(new MemberActivatedV2(leaving, "Reed", FirmKind.PRODUCT, 2));
        Money one = Money.of("1.00", "INR");
        events.publish(
                new ExitValued(leaving, UUID.randomUUID(), LocalDate.EPOCH, one, one, one, one, null, null, null));
        await("member:" + leaving, 1);
        Awaitility.await().atMost(Events.PATIENCE).until(() -> voters.withVote().contains(voter));
        events.publish(new ProposalOpened(
                UUID.randomUUID(),
                ProposalKind.FREE_TEXT,
                null,
                Instant.now(),
                Instant.now().plusSeconds(60),
                false,
                1,
                1));

        assertThat(await("member:" + voter, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.notice().subject()).isEqualTo(NoticeSubject.VOTE_OPENED));
        assertThat(await("member:" + leaving, 1))
                .extracting(entry -> entry.notice().subject())
                .containsExactly(NoticeSubject.EXIT_VALUED);
    }

    @Inject
    Voters voters;

    @Test
    void an_order_that_is_late_is_told_once_and_not_so_any_more_when_it_is_allocated() {
        UUID partner = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        UUID inTime = UUID.randomUUID();
        accept(late, partner, "PO-LATE", LocalDate.now(ZoneOffset.UTC).minusWeeks(2));
        accept(inTime, partner, "PO-IN-TIME", LocalDate.now(ZoneOffset.UTC).plusWeeks(1));
        String key = "partner:" + partner;
        Awaitility.await().atMost(Events.PATIENCE).until(() -> {
            tellDelayedOrders.run();
            return !list(key).isEmpty();
        });
        tellDelayedOrders.run();
        assertThat(list(key)).singleElement().satisfies(entry -> {
            assertThat(entry.notice().about()).isEqualTo(late);
            assertThat(entry.notice().isOpen()).isTrue();
        });

        events.publish(new OrderAllocated(late, partner, List.of(), true));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> !list(key).getFirst().notice().isOpen());
    }

    @Test
    void what_a_member_was_told_is_forgotten_when_it_is_erased() {
        UUID member = UUID.randomUUID();
        Money one = Money.of("1.00", "INR");
        events.publish(
                new ExitValued(member, UUID.randomUUID(), LocalDate.EPOCH, one, one, one, one, null, null, null));
        await("member:" + member, 1);

        events.publish(new PersonErased(member, Instant.now()));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> list("member:" + member).isEmpty());
    }

    @Test
    @TestSecurity(user = PERSON, roles = "partner")
    @OidcSecurity(claims = {@Claim(key = "sub", value = PERSON), @Claim(key = "partner_id", value = OWN)})
    void a_person_sees_its_own_notices_and_gets_no_page_of_anothers() {
        UUID other = UUID.randomUUID();
        events.publish(new OrderRefused(UUID.randomUUID(), UUID.fromString(OWN), "PO-OWN", "no-price", "no price"));
        events.publish(new OrderRefused(UUID.randomUUID(), other, "PO-OTHERS", "no-price", "no price"));
        UUID own = await("partner:" + OWN, 1).getFirst().notice().noticeId();
        UUID others = await("partner:" + other, 1).getFirst().notice().noticeId();

        given().get("/notices")
                .then()
                .statusCode(200)
                .body(containsString("PO-OWN"))
                .body(not(containsString("PO-OTHERS")))
                .body(containsString("aria-atomic=\"true\">1</strong>"));
        given().get("/notices/" + own).then().statusCode(200).body(containsString("PO-OWN"));
        given().get("/notices/" + others).then().statusCode(404).body(not(containsString("PO-OTHERS")));
        assertThat(inbox.hasRead(PERSON, own)).isTrue();
        assertThat(inbox.hasRead(PERSON, others)).isFalse();
    }

    private void accept(UUID order, UUID partner, String reference, LocalDate day) {
        events.publish(new OrderAccepted(
                order, partner, reference, Period.of(day), List.of(), Money.of("1.00", "INR"), Instant.now()));
    }

    private List<Inbox.Entry> list(String recipient) {
        return inbox.list(List.of(recipient), PERSON, null, false, null, 100);
    }

    private List<Inbox.Entry> await(String recipient, int notices) {
        return Awaitility.await("notices of " + recipient)
                .atMost(Events.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> list(recipient), found -> found.size() >= notices);
    }
}
