package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** For which product and week producers have committed; a commitment's product and week never change. */
@ApplicationScoped
public class CommitmentWeeks implements ReadModel {

    private final Jdbi jdbi;

    CommitmentWeeks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "weeks of commitments";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("commitment"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new Projection<>(QuantityCommitted.class, this::committed));
    }

    void committed(List<QuantityCommitted> events) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into commitment (commitment_id, member_id, product, period)
                        select commitment_id, member_id, product, period
                          from unnest(:commitments, :members, :products, :periods)
                               as committed (commitment_id, member_id, product, period)
                         order by commitment_id
                        on conflict (commitment_id) do nothing
                        """)
                .bindArray("commitments", UUID.class, Columns.of(events, QuantityCommitted::commitmentId))
                .bindArray("members", UUID.class, Columns.of(events, QuantityCommitted::memberId))
                .bindArray("products", String.class, Columns.of(events, QuantityCommitted::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(events, event -> event.period().toString()))
                .execute());
    }
}
