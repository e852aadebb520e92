package coop.parasol.pricing.pricelist;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Price lists that one person of the desk has drafted, and another is to publish. */
@Singleton
class PriceListsToPublish extends WaitingKind {

    PriceListsToPublish(WaitingRows rows) {
        super(rows, "PRICE_LIST_TO_PUBLISH", "pricing-desk", """
                select id, drafted_at as since from price_list where state = 'DRAFT' and drafted_by <> :person
                """);
    }
}
