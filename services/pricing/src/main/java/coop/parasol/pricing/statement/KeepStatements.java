package coop.parasol.pricing.statement;

import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.messaging.Ids;
import coop.parasol.persistence.Columns;
import coop.parasol.web.JsonColumnFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Stores what a settlement states to all its producers, by one statement however many they are. */
@ApplicationScoped
public class KeepStatements {

    private final Jdbi jdbi;

    KeepStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the order given, which is that of their ids. */
    public void keep(List<PayoutStatedV2> stated) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into payout_statement (id, settlement_id, pool_id, member_id, content)
                        select id, settlement_id, pool_id, member_id, cast(content as jsonb)
                          from unnest(:ids, :settlements, :pools, :members, :contents)
                               as stated (id, settlement_id, pool_id, member_id, content)
                        """)
                .bindArray("ids", UUID.class, Columns.of(stated, each -> Ids.next()))
                .bindArray("settlements", UUID.class, Columns.of(stated, PayoutStatedV2::settlementId))
                .bindArray("pools", UUID.class, Columns.of(stated, PayoutStatedV2::poolId))
                .bindArray("members", UUID.class, Columns.of(stated, PayoutStatedV2::memberId))
                .bindArray("contents", String.class, Columns.of(stated, JsonColumnFormat::text))
                .execute());
    }
}
