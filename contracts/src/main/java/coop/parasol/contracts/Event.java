package coop.parasol.contracts;

/**
 * A fact that one service has decided and that the others may rely on. The sealed hierarchy below this type is the
 * whole vocabulary: JSON Schemas, the AsyncAPI document and the catalogue are generated from or compared with it.
 */
public sealed interface Event
        permits MembershipEvent,
                TaxRegistrationEvent,
                EquityEvent,
                GovernanceEvent,
                QualityEvent,
                NonconformityEvent,
                PricingEvent,
                AdvanceEvent,
                PayoutDocumentEvent,
                PoolClosingEvent,
                ProductionEvent,
                DistributionEvent,
                RecallEvent,
                ForecastEvent,
                OrderChangeEvent {

    /** Identity of the aggregate the fact is about: the Kafka key and the CloudEvents subject. */
    String subject();
}
