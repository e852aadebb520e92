package coop.parasol.local.bench;

import coop.parasol.local.servers.Component;
import java.util.List;

/** An event type that comes in numbers, and a service that handles it: how a backlog is made, and what has to be known before. */
enum EventBacklog {
    ORDERS_IN_PRODUCTION(Component.DISTRIBUTION, Component.PRODUCTION, "orders", "OrderAccepted", """
        json_build_object('orderId', id, 'partnerId', member, 'reference', 'B-' || i, 'period', '2026-W48', 'lines',
            (select json_agg(json_build_object('line', l, 'product', 'BENCH-' || (i * 3 + l) % 1000, 'grade', 'A',
                                               'quantity', quantity, 'unitPrice', money, 'amount', money))
               from generate_series(1, 3) l),
            'total', money, 'acceptedAt', '2026-11-28T10:00:00Z')
        """, List.of()),
    SHIPMENTS_IN_PRODUCTION(
            Component.DISTRIBUTION,
            Component.PRODUCTION,
            "shipments",
            "ShipmentDispatched",
            Payloads.SHIPMENT,
            List.of()),
    CERTIFICATES_IN_PRODUCTION(
            Component.QUALITY,
            Component.PRODUCTION,
            "certificates",
            "BatchCertified",
            Payloads.CERTIFICATE,
            List.of("""
                insert into member (id, owner_id, state, open_commitments, batches_reported)
                select distinct member, member, 'ACTIVE', 0, 0 from backlog on conflict do nothing
                """, """
                insert into product (code, name, unit, standard_version)
                select distinct 'BENCH-' || i % 1000, 'Bench', 'C62', 1 from backlog on conflict do nothing
                """, """
                insert into batch (id, member_id, product, lot, quantity, unit, made_on, route, state, reported_at)
                select id, member, 'BENCH-' || i % 1000, 'L-' || id, 100, 'C62', current_date, 'by hand', 'REPORTED', now()
                  from backlog
                """)),
    BATCHES_IN_QUALITY(Component.PRODUCTION, Component.QUALITY, "batches", "BatchReported", """
        json_build_object('batchId', id, 'memberId', member, 'product', 'BENCH-' || i % 1000, 'lot', 'L-' || id,
                          'quantity', quantity, 'madeOn', '2026-11-20', 'route', 'by hand')
        """, List.of("""
                insert into product (code, version) select distinct 'BENCH-' || i % 1000, 1 from backlog
                on conflict do nothing
                """, """
                insert into standard (id, product, version, name, unit, specification, drafted_by, published_by, published_at)
                select gen_random_uuid(), code, 1, 'Bench', 'C62', cast('{"name": "Bench", "unit": "C62",
                       "characteristics": [], "aql": {"MAJOR": 1.0, "MINOR": 4.0}, "inspectionLevel": "II",
                       "inspectionLevels": {}, "grades": ["A"], "gradeRules": [], "auditors": 1, "destructive": false,
                       "reinspection": "NORMAL"}' as jsonb), 'one', 'another', '2026-01-01'
                  from product on conflict do nothing
                """)),
    CERTIFICATES_IN_DISTRIBUTION(
            Component.QUALITY,
            Component.DISTRIBUTION,
            "certificates",
            "BatchCertified",
            Payloads.CERTIFICATE,
            List.of()),
    COMMITMENTS_IN_DISTRIBUTION(
            Component.PRODUCTION, Component.DISTRIBUTION, "commitments", "QuantityCommitted", """
                json_build_object('commitmentId', id, 'memberId', member, 'product', 'BENCH-' || i % 1000, 'period', '2026-W48',
                                  'quantity', quantity, 'route', 'by hand')
                """, List.of()),
    PAYMENTS_IN_PRICING(
            Component.DISTRIBUTION, Component.PRICING, "invoices", "PaymentReceived", Payloads.PAYMENT, List.of()),
    PAYMENTS_IN_MEMBERSHIP(
            Component.DISTRIBUTION, Component.MEMBERSHIP, "invoices", "PaymentReceived", Payloads.PAYMENT, List.of()),
    SHIPMENTS_IN_MEMBERSHIP(
            Component.DISTRIBUTION,
            Component.MEMBERSHIP,
            "shipments",
            "ShipmentDispatched",
            Payloads.SHIPMENT,
            List.of()),
    CERTIFICATES_IN_MEMBERSHIP(
            Component.QUALITY, Component.MEMBERSHIP, "certificates", "BatchCertified", Payloads.CERTIFICATE, List.of()),
    STATEMENTS_IN_MEMBERSHIP(Component.PRICING, Component.MEMBERSHIP, "statements", "PayoutStated", """
        json_build_object('settlementId', id, 'poolId', id, 'memberId', member, 'product', 'BENCH-' || i % 1000,
                          'period', '2026-W48', 'lines', json_build_array(), 'gross', money,
                          'advances', none, 'payable', money, 'salesValue', money)
        """, List.of("""
                insert into member (id, name, registration_number, kind, email, iban, state, buy_in_due, applied_at, admitted_at,
                                    share_issued_at, bylaws_version, version)
                select distinct member, 'Bench', left(cast(member as text), 8), 'PRODUCT', left(cast(member as text), 8) || '@bench.example',
                       'GB82WEST12345698765432', 'ACTIVE', 100000, now(), now(), now(), 1, 1
                  from backlog on conflict do nothing
                """)),
    POOLS_IN_MEMBERSHIP(Component.PRICING, Component.MEMBERSHIP, "settlements", "PoolSettled", """
        json_build_object('settlementId', id, 'poolId', id, 'product', 'BENCH-' || i % 1000, 'period', '2026-W48',
                          'receipts', money, 'margin', none, 'costs', none, 'carryIn', none, 'payouts', money,
                          'carryOut', none, 'producers', 1)
        """, List.of()),
    /* before the recalls of batches that only others know */
    RECALLS_IN_DISTRIBUTION(
            Component.QUALITY,
            Component.DISTRIBUTION,
            "certificates",
            "BatchRecalled",
            Payloads.RECALL,
            List.of("""
                insert into product (code) select distinct 'BENCH-' || i % 1000 from backlog on conflict do nothing
                """, """
                insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry, certified, on_hand)
                select id, cast(id as text), member, 'BENCH-' || i % 1000, 'L-' || id, 'A', 'C62', 'infinity', 2, 2
                  from backlog
                """)),
    RECALLS_IN_MEMBERSHIP(
            Component.QUALITY, Component.MEMBERSHIP, "certificates", "BatchRecalled", Payloads.RECALL, List.of()),
    RECALLS_IN_PRICING(
            Component.QUALITY, Component.PRICING, "certificates", "BatchRecalled", Payloads.RECALL, List.of()),
    CANCELLATIONS_IN_PRODUCTION(
            Component.DISTRIBUTION, Component.PRODUCTION, "orders", "OrderCancelled", """
                json_build_object('orderId', id, 'partnerId', member, 'reason', 'not wanted')
                """, List.of());

    /** Payloads of types that several services handle. */
    private static final class Payloads {

        static final String CERTIFICATE = """
            json_build_object('batchId', id, 'certificateNumber', id, 'memberId', member, 'product', 'BENCH-' || i % 1000,
                              'lot', 'L-' || id, 'brandLot', left(cast(id as text), 20), 'grade', 'A', 'quantity', quantity,
                              'bestBefore', '2099-12-31', 'standardVersion', 1, 'certifiedAt', '2026-11-28T10:00:00Z')
            """;
        static final String SHIPMENT = """
            json_build_object('shipmentId', id, 'sscc', '1', 'orderId', id, 'partnerId', member, 'goods',
                (select json_agg(json_build_object('line', l, 'product', 'BENCH-' || (i * 3 + l) % 1000, 'grade', 'A',
                                                   'batchId', id, 'memberId', member, 'lot', 'L', 'quantity', quantity,
                                                   'unitPrice', money))
                   from generate_series(1, 3) l),
                'dispatchedAt', '2026-11-28T10:00:00Z')
            """;
        static final String RECALL = """
            json_build_object('batchId', id, 'certificateNumber', id, 'memberId', member, 'product', 'BENCH-' || i % 1000,
                              'lot', 'L-' || id, 'recallId', id, 'recallClass', 'II', 'reason', 'sharp',
                              'at', '2026-11-28T10:00:00Z')
            """;
        static final String PAYMENT = """
            json_build_object('invoiceId', id, 'partnerId', member, 'amount', money, 'goods',
                json_build_array(json_build_object('product', 'BENCH-' || i % 1000, 'grade', 'A', 'batchId', id,
                                                   'memberId', member, 'quantity', quantity, 'amount', money)),
                'period', '2026-W48', 'bankReference', 'B-' || id, 'receivedAt', '2026-11-28T10:00:00Z')
            """;

        private Payloads() {}
    }

    private final Component decider;
    private final Component consumer;
    private final String aggregate;
    private final String type;
    private final String payload;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> preparations;

    /** @param preparations what the consumer has to know of the events' aggregates, which are called {@code backlog} */
    EventBacklog(
            Component decider,
            Component consumer,
            String aggregate,
            String type,
            String payload,
            List<String> preparations) {
        this.decider = decider;
        this.consumer = consumer;
        this.aggregate = aggregate;
        this.type = type;
        this.payload = payload;
        this.preparations = preparations;
    }

    Component decider() {
        return decider;
    }

    Component consumer() {
        return consumer;
    }

    String type() {
        return type;
    }

    String topic() {
        return decider.id() + "." + aggregate;
    }

    /** Statements for the consumer's database, before the events numbered from first to last come. */
    List<String> preparations(int first, int last) {
        return preparations.stream()
                .map(sql -> sql.replace("from backlog", "from " + events(first, last) + " as backlog"))
                .toList();
    }

    /** Puts the events into the decider's outbox, as if it had decided them. */
    String insert(int first, int last) {
        return "insert into outbox (id, aggregatetype, aggregateid, type, payload, topic, actor, correlationid, time)"
                + " select uuidv7(), '" + aggregate + "', id, 'coop.parasol." + decider.id() + "." + type + ".v1', "
                + payload + ", '" + topic() + "', 'bench', 'bench', now()"
                + " from (select pg_current_xact_id() as xid) as writer, "
                + events(first, last) + " as backlog where xid is not null order by i";
    }

    /** The events of a backlog: their aggregates, the same in every database, and what their payloads have in common. */
    private String events(int first, int last) {
        return """
            (select i, cast(md5('%1$s event ' || i) as uuid) as id, cast(md5('producer ' || i %% 8) as uuid) as member,
                    json_build_object('value', '2', 'unit', 'C62') as quantity,
                    json_build_object('amount', '10.00', 'currency', 'INR') as money,
                    json_build_object('amount', '0.00', 'currency', 'INR') as none
               from generate_series(%2$d, %3$d) i)
            """.formatted(name(), first, last);
    }
}
