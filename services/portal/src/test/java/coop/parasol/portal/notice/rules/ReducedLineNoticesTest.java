package coop.parasol.portal.notice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.portal.live.RandomEvents;
import org.junit.jupiter.api.Test;

/** A partner hears of what others have decided of its order, and of what it owes by that. */
class ReducedLineNoticesTest {

    @Test
    void a_partner_is_told_what_the_firm_does_not_deliver_and_what_the_line_costs_now() {
        OrderLineReduced reduced = ReducedLines.reduced(ReductionCause.FIRM, false);

        assertThat(NoticesOfEvents.of(reduced)).singleElement().satisfies(draft -> {
            assertThat(draft.recipient()).isEqualTo(new Recipient.Partner(reduced.partnerId()));
            assertThat(draft.subject()).isEqualTo(NoticeSubject.ORDER_FALLEN_SHORT);
            assertThat(draft.subject().path(draft.about())).isEqualTo("/orders/" + reduced.orderId());
            assertThat(draft.facts().text("reference")).isEqualTo("PO-7");
            assertThat(draft.facts().quantity("before")).isEqualTo(reduced.wantedBefore());
            assertThat(draft.facts().quantity("quantity")).isEqualTo(reduced.wanted());
            assertThat(draft.facts().money("amount")).isEqualTo(reduced.amount());
            assertThat(draft.facts().text("reason")).isEqualTo("the kiln is broken");
        });
    }

    @Test
    void a_partner_is_told_what_a_desk_has_entered_in_its_name() {
        OrderLineReduced reduced = ReducedLines.reduced(ReductionCause.PARTNER, true);

        assertThat(NoticesOfEvents.of(reduced)).singleElement().satisfies(draft -> {
            assertThat(draft.recipient()).isEqualTo(new Recipient.Partner(reduced.partnerId()));
            assertThat(draft.subject()).isEqualTo(NoticeSubject.ORDER_REDUCED_FOR_YOU);
        });
    }

    @Test
    void a_partner_is_not_told_what_it_has_entered_itself() {
        assertThat(NoticesOfEvents.of(ReducedLines.reduced(ReductionCause.PARTNER, false)))
                .isEmpty();
    }

    @Test
    void a_debit_note_is_told_whoever_wanted_less() {
        DebitNoteIssued issued = RandomEvents.of(DebitNoteIssued.class);

        assertThat(NoticesOfEvents.of(issued)).singleElement().satisfies(draft -> {
            assertThat(draft.recipient()).isEqualTo(new Recipient.Partner(issued.partnerId()));
            assertThat(draft.subject().path(draft.about())).isEqualTo("/invoices/" + issued.debitNoteId());
            assertThat(draft.facts().money("amount")).isEqualTo(issued.total());
            assertThat(draft.facts().text("number")).isEqualTo(issued.number());
        });
    }
}
