package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeysTest {

    private static final int DAYS = 3;
    private static final int MICROSECOND = 1_000;

    private static final SortKeys<Bill> KEYS = SortKeys.<Bill>oldestFirst("id", Bill::id)
            .byTime("createdAt")
            .byDay("dueOn", "due_on", Bill::dueOn)
            .byInstant("seenAt", "seen_at", Bill::seenAt)
            .byNumber("amount", "amount", Bill::amount)
            .byText("name", "name", Bill::name);

    private static final List<Bill> BILLS = bills();

    private record Bill(UUID id, LocalDate dueOn, long amount, String name) {

        Instant seenAt() {
            return dueOn.atTime(9, 30, 0, MICROSECOND).toInstant(ZoneOffset.UTC);
        }
    }

    private static List<Bill> bills() {
        List<Bill> bills = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            bills.add(new Bill(
                    new UUID(i, 0), LocalDate.of(2026, 12, 1).plusDays(i % DAYS), i * 7L % 5, "~ of a & b " + i % 4));
        }
        return bills;
    }

    /** Does what a database does with the place's query. */
    private static List<Bill> rows(SortPlace place, int maxRows) {
        Comparator<Bill> byId = Comparator.comparing(bill -> bill.id().toString());
        Comparator<Bill> order = switch (place.column()) {
            case "id" -> byId;
            case "due_on" -> Comparator.comparing(Bill::dueOn).thenComparing(byId);
            case "seen_at" -> Comparator.comparing(Bill::seenAt).thenComparing(byId);
            case "amount" -> Comparator.comparingLong(Bill::amount).thenComparing(byId);
            case "name" -> Comparator.comparing(Bill::name).thenComparing(byId);
            default -> throw new AssertionError(place.column());
        };
        Comparator<Bill> directed = place.descending() ? order.reversed() : order;
        return BILLS.stream()
                .sorted(directed)
                .filter(bill -> place.value() == null
                        ? !place.column().equals("id") || byId(bill, place)
                        : isBeyond(bill, place))
                .limit(maxRows)
                .toList();
    }

    private static boolean byId(Bill bill, SortPlace place) {
        int than = bill.id().toString().compareTo(place.id().toString());
        return place.descending() ? than < 0 : than > 0;
    }

    private static boolean isBeyond(Bill bill, SortPlace place) {
        int than = switch (place.column()) {
            case "due_on" -> bill.dueOn().compareTo((LocalDate) Objects.requireNonNull(place.value()));
            case "seen_at" -> bill.seenAt().compareTo((Instant) Objects.requireNonNull(place.value()));
            case "amount" -> Long.compare(bill.amount(), (Long) Objects.requireNonNull(place.value()));
            default -> bill.name().compareTo((String) Objects.requireNonNull(place.value()));
        };
        return than == 0 ? byId(bill, place) : place.descending() ? than < 0 : than > 0;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "createdAt",
                "-createdAt",
                "dueOn",
                "-dueOn",
                "seenAt",
                "-seenAt",
                "amount",
                "-amount",
                "name",
                "-name"
            })
    void page_after_page_every_row_is_shown_once_in_the_order_that_was_asked_for(String sort) {
        List<Bill> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Bill> page = KEYS.page(query(after), sorted(sort), SortKeysTest::rows);
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(seen).hasSize(BILLS.size()).doesNotHaveDuplicates();
        SortQuery chosen = sorted(sort);
        PageQuery all = query(null);
        all.limit = BILLS.size();
        assertThat(seen).isEqualTo(KEYS.page(all, chosen, SortKeysTest::rows).items());
    }

    @Test
    void a_list_is_not_ordered_by_what_its_program_does_not_name() {
        for (String sort : List.of("due_on", "id; drop table bill", "-", "", "--dueOn")) {
            SortQuery query = new SortQuery();
            query.sort = sort;
            assertThatThrownBy(() -> KEYS.page(query(null), query, SortKeysTest::rows))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("dueOn");
        }
    }

    @Test
    void a_cursor_of_another_order_or_of_nothing_is_refused() {
        String cursor =
                KEYS.page(query(null), sorted("dueOn"), SortKeysTest::rows).next();
        assertThat(cursor).isNotNull();
        for (String wrong : List.of(cursor, "x", "7", new UUID(3, 0).toString(), "")) {
            assertThatThrownBy(() -> KEYS.page(query(wrong), sorted("-amount"), SortKeysTest::rows))
                    .as(wrong)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void the_query_of_a_place_compares_value_and_id() {
        SortPlace place = new SortPlace("due_on", "id", true, LocalDate.of(2026, 12, 1), new UUID(1, 0));
        assertThat(place.condition()).isEqualTo("due_on <= :afterValue and (due_on < :afterValue or id < :after)");
        assertThat(place.order()).isEqualTo("due_on desc, id desc");
        assertThat(place.values()).containsOnlyKeys("after", "afterValue");
        assertThat(new SortPlace("id", "id", false, null, new UUID(1, 0)).condition())
                .isEqualTo("id > :after");
    }

    private static PageQuery query(@Nullable String after) {
        PageQuery query = new PageQuery();
        query.after = after;
        query.limit = 2;
        return query;
    }

    private static SortQuery sorted(String sort) {
        SortQuery query = new SortQuery();
        query.sort = sort.isEmpty() ? null : sort;
        return query;
    }
}
