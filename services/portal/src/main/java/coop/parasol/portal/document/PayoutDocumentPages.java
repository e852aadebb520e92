package coop.parasol.portal.document;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.ListAddress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The documents that payouts were drawn up as: a member's own, or those of all for the desks. */
@Path("payout-documents")
@Blocking
final class PayoutDocumentPages {

    private static final List<String> KINDS =
            List.of("BILL_OF_SUPPLY", "PURCHASE_STATEMENT", "CO_OPERATIVE_EXCEPTION", "SELF_BILLING_INVOICE");
    private static final int PAGE = 50;

    private final PayoutDocumentClient documents;

    PayoutDocumentPages(@RestClient PayoutDocumentClient documents) {
        this.documents = documents;
    }

    @CheckedTemplate(basePath = "document")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance documents(
                Listed<PayoutDocumentClient.PayoutDocument> documents, List<String> kinds, String kind, String more);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("kind") @Nullable String kind, @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(kind);
        return Templates.documents(
                documents.documents(chosen, after, PAGE),
                KINDS,
                chosen == null ? "" : chosen,
                ListAddress.of("/payout-documents").with("kind", chosen).more());
    }

    @GET
    @Path("{documentId}/pdf")
    public Response pdf(@PathParam("documentId") UUID documentId) {
        return Response.ok(documents.pdf(documentId, Language.ofReader().code()))
                .type("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"payout-document-" + documentId + ".pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
