package coop.parasol.acceptance;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources that a season has produced, by kind and owner. */
final class OwnedResources {

    /**
     * The list of a kind of resource.
     *
     * @param id field of the items with their id
     * @param owner field of the items with their owner's id
     */
    private record Kind(String service, String list, String role, String id, String owner) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("member", new Kind("membership", "/members", "registrar", "memberId", "memberId")),
            Map.entry("exit", new Kind("membership", "/exits", "registrar", "exitId", "memberId")),
            Map.entry("payable", new Kind("membership", "/payables", "treasurer", "payableId", "memberId")),
            Map.entry(
                    "commitment", new Kind("production", "/commitments", "logistics-desk", "commitmentId", "memberId")),
            Map.entry("batch", new Kind("production", "/batches", "logistics-desk", "batchId", "memberId")),
            Map.entry("quality-batch", new Kind("quality", "/batches", "quality-desk", "batchId", "memberId")),
            Map.entry("certificate", new Kind("quality", "/certificates", "quality-desk", "number", "memberId")),
            Map.entry("auditor", new Kind("quality", "/auditors", "quality-desk", "auditorId", "auditorId")),
            Map.entry("partner", new Kind("distribution", "/partners", "logistics-desk", "partnerId", "partnerId")),
            Map.entry("order", new Kind("distribution", "/orders", "logistics-desk", "orderId", "partnerId")),
            Map.entry("shipment", new Kind("distribution", "/shipments", "logistics-desk", "shipmentId", "partnerId")),
            Map.entry("invoice", new Kind("distribution", "/invoices", "logistics-desk", "invoiceId", "partnerId")),
            Map.entry(
                    "payout-document",
                    new Kind("pricing", "/payout-documents", "treasurer", "documentId", "memberId")));

    private final RunningSystem system;

    OwnedResources(RunningSystem system) {
        this.system = system;
    }

    /** Whether resources of this kind have an owner. */
    static boolean areOwned(String kind) {
        return KINDS.containsKey(kind);
    }

    /** The id of a resource of that owner; empty if it has none. */
    Optional<String> of(String kind, String owner) {
        return items(kind).stream()
                .filter(item -> owner.equals(item.get(kind(kind).owner())))
                .map(item -> item.get(kind(kind).id()))
                .findFirst();
    }

    /** The id of a resource of another owner. */
    String notOf(String kind, String owner) {
        return items(kind).stream()
                .filter(item -> !owner.equals(item.get(kind(kind).owner())))
                .map(item -> item.get(kind(kind).id()))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("the season has left no " + kind + " that is not " + owner + "'s"));
    }

    /** The field of a list's items with the id of their owner, for lists that the role may see. */
    static String ownerField(String role) {
        return role.equals("partner") ? "partnerId" : "memberId";
    }

    private List<Map<String, String>> items(String kind) {
        Kind where = kind(kind);
        JsonPath page = system.as(where.role())
                .queryParam("limit", 200)
                .get(system.url(where.service()) + where.list())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return page.getList("items");
    }

    private static Kind kind(String name) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("nobody owns a " + name);
        }
        return kind;
    }
}
