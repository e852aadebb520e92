package coop.parasol.acceptance.seeded.membership.exit;

/** A resource with the record of a request. */
public final class LeaveResource {

    private LeaveResource() {}

    /** What a caller sends. */
    public record Request(String reason) {}
}
