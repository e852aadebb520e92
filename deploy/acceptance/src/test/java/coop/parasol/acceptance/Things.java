package coop.parasol.acceptance;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in the firm's lists after a season: whose is what. */
final class Things {

    /**
     * Where a kind of thing is listed.
     *
     * @param id field of the item that names it
     * @param owner field of the item that names whose it is
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
            Map.entry("invoice", new Kind("distribution", "/invoices", "logistics-desk", "invoiceId", "partnerId")));

    private final TheFirm firm;

    Things(TheFirm firm) {
        this.firm = firm;
    }

    /** Whether things of this kind belong to somebody. */
    static boolean areOwned(String kind) {
        return KINDS.containsKey(kind);
    }

    /** Id of a thing that belongs to {@code owner}. */
    Optional<String> of(String kind, String owner) {
        return items(kind).stream()
                .filter(item -> owner.equals(item.get(kind(kind).owner())))
                .map(item -> item.get(kind(kind).id()))
                .findFirst();
    }

    /** Id of a thing that belongs to somebody else. */
    String notOf(String kind, String owner) {
        return items(kind).stream()
                .filter(item -> !owner.equals(item.get(kind(kind).owner())))
                .map(item -> item.get(kind(kind).id()))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("the season has left no " + kind + " that is not " + owner + "'s"));
    }

    /** The field by which items of a list say whose they are, where somebody of this role has them. */
    static String ownerField(String role) {
        return role.equals("partner") ? "partnerId" : "memberId";
    }

    private List<Map<String, String>> items(String kind) {
        Kind where = kind(kind);
        JsonPath page = firm.as(where.role())
                .queryParam("limit", 200)
                .get(firm.url(where.service()) + where.list())
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
