package coop.parasol.portal.notice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.OrderRefused;
import coop.parasol.contracts.EquityEvent.PaymentReturned;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.GovernanceEvent.ProposalOpened;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.QualityEvent.SampleDrawn;
import coop.parasol.contracts.RecallEvent.RecallNoticeIssued;
import coop.parasol.contracts.RejectedClass;
import coop.parasol.portal.live.RandomEvents;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody is told of what concerns it, and nobody of another's things. */
class NoticesOfEventsTest {

    static List<Class<? extends Event>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_member_or_a_partner_is_told_of_its_own_things_alone(Class<? extends Event> type) {
        Event event = RandomEvents.of(type);
        for (NoticeDraft draft : NoticesOfEvents.of(event)) {
            switch (draft.recipient()) {
                case Recipient.Member(var memberId) ->
                    assertThat(memberId).isEqualTo(RandomEvents.component(event, "memberId"));
                case Recipient.Partner(var partnerId) ->
                    assertThat(partnerId).isEqualTo(RandomEvents.component(event, "partnerId"));
                case Recipient.Role(String role) -> assertThat(role).isNotIn("producer", "partner", "administrator");
                case Recipient.Voters() -> assertThat(event).isInstanceOf(ProposalOpened.class);
            }
        }
    }

    @Test
    void each_subject_is_told_by_some_event_but_a_delay() {
        Set<NoticeSubject> told = new TreeSet<>();
        EventTypes.all()
                .forEach(type -> NoticesOfEvents.of(RandomEvents.of(type)).forEach(draft -> told.add(draft.subject())));
        NoticesOfEvents.of(ReducedLines.reduced(ReductionCause.FIRM, false))
                .forEach(draft -> told.add(draft.subject()));
        Set<NoticeSubject> all = new TreeSet<>(Set.of(NoticeSubject.values()));
        all.remove(NoticeSubject.ORDER_DELAYED);
        assertThat(told).isEqualTo(all);
    }

    @Test
    void a_recall_is_told_to_the_producer_and_to_a_partner_that_was_sent_units() {
        BatchRecalled recalled = RandomEvents.of(BatchRecalled.class);
        RecallNoticeIssued issued = RandomEvents.of(RecallNoticeIssued.class);

        assertThat(NoticesOfEvents.of(recalled))
                .extracting(NoticeDraft::recipient)
                .containsExactly(new Recipient.Member(recalled.memberId()), new Recipient.Role("logistics-desk"));
        assertThat(NoticesOfEvents.of(issued))
                .extracting(NoticeDraft::recipient)
                .containsExactly(new Recipient.Partner(issued.partnerId()));
    }

    @Test
    void an_auditor_is_told_which_lot_waits_and_not_whose() {
        SampleDrawn drawn = RandomEvents.of(SampleDrawn.class);

        assertThat(NoticesOfEvents.of(drawn))
                .filteredOn(draft -> draft.recipient().equals(new Recipient.Role("auditor")))
                .singleElement()
                .satisfies(draft -> assertThat(draft.facts())
                        .isEqualTo(NoticeFacts.none()
                                .with("product", drawn.product())
                                .with("lot", drawn.lot())));
    }

    @Test
    void a_rejected_lot_says_by_numbers_why() {
        BatchRejected rejected = new BatchRejected(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "LAMP",
                "L-1",
                "MAJOR: 3 defective in 80 units, at most 2 accepted",
                List.of(
                        new RejectedClass(DefectClass.MAJOR, 3, 80, 2, false),
                        new RejectedClass(DefectClass.MINOR, 40, 80, 21, true)));

        assertThat(NoticesOfEvents.of(rejected))
                .singleElement()
                .satisfies(draft -> assertThat(draft.facts().text("rejectedBy"))
                        .isEqualTo("MAJOR:3:80:2:false,MINOR:40:80:21:true"));
    }

    @Test
    void a_payment_that_came_back_is_told_to_the_member_and_to_the_treasurers() {
        PaymentReturned returned = RandomEvents.of(PaymentReturned.class);

        assertThat(NoticesOfEvents.of(returned))
                .extracting(draft -> draft.recipient().key())
                .containsExactly("member:" + returned.memberId(), "role:treasurer");
    }

    @Test
    void a_refused_order_says_why() {
        OrderRefused refused = RandomEvents.of(OrderRefused.class);

        assertThat(NoticesOfEvents.of(refused)).singleElement().satisfies(draft -> {
            assertThat(draft.facts().text("code")).isEqualTo(refused.code());
            assertThat(draft.facts().text("reference")).isEqualTo(refused.reference());
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_is_out_of_date_is_a_notice_of_the_same_thing(Class<? extends Event> type) {
        Event event = RandomEvents.of(type);
        OutdatedNotices.by(event)
                .ifPresent(outdated -> assertThat(outdated.about().toString())
                        .isIn(
                                event.subject(),
                                String.valueOf(RandomEvents.component(event, "exitId")),
                                String.valueOf(RandomEvents.component(event, "batchId"))));
    }
}
