package coop.parasol.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.persistence.Crate.Finish;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What services rely on when they use Jdbi beside Hibernate. */
@QuarkusTest
class JdbiTest {

    private static final Money PRICE = Money.of("1234.50", "INR");
    private static final Period WEEK = new Period(2026, 53);

    @Inject
    Jdbi jdbi;

    @Inject
    EntityManager entities;

    private final UUID id = UUID.randomUUID();

    private void insert(Crate.Row row) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into crate (id, label, price, packed_in, finish, lots, weight)
                        values (:id, :label, :price, :packedIn, :finish, :lots, :weight)""")
                .bind("id", row.id())
                .bind("label", row.label())
                .bindByType("price", row.price(), Money.class)
                .bindByType("packedIn", row.packedIn(), Period.class)
                .bindByType("finish", row.finish(), Finish.class)
                .bindArray("lots", String.class, row.lots() == null ? List.of() : row.lots())
                .bind("weight", row.weight())
                .execute());
    }

    private List<Crate.Row> rows(UUID... ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from crate where id = any(:ids) order by label")
                .bindArray("ids", UUID.class, (Object[]) ids)
                .mapTo(Crate.Row.class)
                .list());
    }

    private long minorUnitsOf(UUID crate) {
        return jdbi.withHandle(handle -> handle.createQuery("select price from crate where id = :id")
                .bind("id", crate)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void money_week_enum_and_arrays_are_bound_and_read_by_column_name() {
        Crate.Row row = new Crate.Row(
                id, "bound", PRICE, WEEK, Finish.COPPER, List.of("L-1", "L,2 \"quoted\""), new BigDecimal("12.500"));

        insert(row);

        assertThat(rows(id)).containsExactly(row);
        assertThat(minorUnitsOf(id)).isEqualTo(123_450);
    }

    @Test
    void null_is_bound_and_read_as_null() {
        insert(new Crate.Row(id, "empty", null, null, null, null, null));

        assertThat(rows(id)).containsExactly(new Crate.Row(id, "empty", null, null, null, List.of(), null));
    }

    @Test
    void a_set_of_ids_is_bound_as_one_array() {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(3).toList();
        ids.forEach(each -> insert(new Crate.Row(each, "set", null, null, null, null, null)));

        assertThat(rows(ids.get(0), ids.get(2), UUID.randomUUID()))
                .extracting(Crate.Row::id)
                .containsExactlyInAnyOrder(ids.get(0), ids.get(2));
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_statement_sees_what_hibernate_has_not_written_yet() {
        QuarkusTransaction.requiringNew().run(() -> {
            Crate crate = new Crate();
            crate.id = id;
            crate.label = "persisted";
            entities.persist(crate);

            assertThat(rows(id)).extracting(Crate.Row::label).containsExactly("persisted");

            crate.label = "changed";
            assertThat(rows(id)).extracting(Crate.Row::label).containsExactly("changed");
        });
    }

    @Test
    void a_statement_runs_in_the_present_transaction() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    insert(new Crate.Row(id, "rolled back", PRICE, null, null, null, null));
                    assertThat(rows(id)).hasSize(1);
                    throw new IllegalStateException("roll back");
                }))
                .hasMessage("roll back");

        assertThat(rows(id)).isEmpty();
    }

    @Test
    void text_with_template_signs_is_bound_and_written_as_it_is() {
        insert(new Crate.Row(id, "<label> :not_a_parameter ${x}", null, null, null, null, null));

        String read = jdbi.withHandle(
                handle -> handle.createQuery("select label from crate where id = :id and 1 < 2 and '<a>' <> '${b}'")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());

        assertThat(read).isEqualTo("<label> :not_a_parameter ${x}");
    }
}
