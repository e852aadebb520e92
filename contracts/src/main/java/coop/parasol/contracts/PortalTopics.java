package coop.parasol.contracts;

import java.util.List;

/**
 * The topics that the portal may read, and no other: those whose events change a page that somebody may be looking at, or are told to
 * people. It decides nothing, and writes none of them.
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
            "distribution.recalls",
            "distribution.clearances");

    private PortalTopics() {}
}
