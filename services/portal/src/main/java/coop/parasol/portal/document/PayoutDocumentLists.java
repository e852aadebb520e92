package coop.parasol.portal.document;

import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Payout documents as a table. */
@ApplicationScoped
final class PayoutDocumentLists implements CsvLists {

    private final PayoutDocumentClient documents;

    PayoutDocumentLists(@RestClient PayoutDocumentClient documents) {
        this.documents = documents;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(new CsvList<>(
                "payout-documents",
                PayoutDocumentClient.PayoutDocument.class,
                (filter, after) -> documents.documents(filter.text("kind"), after, CsvList.PAGE)));
    }
}
