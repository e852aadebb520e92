package coop.parasol.contracts;

import java.util.List;

/**
 * The topics that the portal may read, and no other: those whose events change a page that somebody may be looking at. It writes
 * none.
 */
public final class PortalTopics {

    /** Without the installation's prefix. */
    public static final List<String> ALL = List.of(
            "membership.members",
            "membership.equity",
            "membership.governance",
            "quality.standards",
            "quality.certificates",
            "quality.clearances",
            "quality.support-cases",
            "pricing.settlements",
            "pricing.statements",
            "production.batches",
            "production.commitments",
            "production.clearances",
            "production.counts",
            "distribution.orders",
            "distribution.shipments",
            "distribution.invoices",
            "distribution.clearances");

    private PortalTopics() {}
}
