package coop.parasol.distribution.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Producers: their names, and how many certified batches of each have been received. */
@ApplicationScoped
public class ProducerRepository {

    private final Jdbi jdbi;

    ProducerRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void setName(UUID memberId, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into producer (member_id, name) values (:memberId, :name)
                        on conflict (member_id) do update set name = excluded.name
                        """)
                .bind("memberId", memberId)
                .bind("name", name)
                .execute());
    }

    void eraseName(UUID memberId) {
        jdbi.useHandle(handle -> handle.createUpdate("update producer set name = null where member_id = :memberId")
                .bind("memberId", memberId)
                .execute());
    }

    /**
     * Counts certified batches that become stock; the producers' rows stay locked until the transaction ends.
     *
     * @param memberIds the producer of each batch
     */
    void countReceivedBatches(Collection<UUID> memberIds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into producer (member_id, batches_received)
                        select member_id, count(*) from unnest(:memberIds) as received (member_id)
                         group by member_id order by member_id
                        on conflict (member_id) do update
                           set batches_received = producer.batches_received + excluded.batches_received
                        """)
                .bindArray("memberIds", UUID.class, memberIds)
                .execute());
    }

    /** How many certified batches of a member were ever received; none comes in until the transaction ends. */
    public long lockBatchesReceived(UUID memberId) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("insert into producer (member_id) values (:memberId) on conflict do nothing")
                    .bind("memberId", memberId)
                    .execute();
            return handle.createQuery(
                            "select batches_received from producer where member_id = :memberId for no key update")
                    .bind("memberId", memberId)
                    .mapTo(Long.class)
                    .one();
        });
    }

    record NamedProducer(UUID memberId, String name) {}

    /** The names of those members that membership has told. */
    public Map<UUID, String> names(Collection<UUID> memberIds) {
        List<NamedProducer> named = jdbi.withHandle(handle -> handle.createQuery(
                        "select member_id, name from producer where member_id = any(:memberIds) and name is not null")
                .bindArray("memberIds", UUID.class, memberIds)
                .mapTo(NamedProducer.class)
                .list());
        Map<UUID, String> names = new HashMap<>();
        named.forEach(producer -> names.put(producer.memberId(), producer.name()));
        return names;
    }
}
