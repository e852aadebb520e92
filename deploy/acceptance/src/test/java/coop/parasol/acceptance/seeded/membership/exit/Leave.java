package coop.parasol.acceptance.seeded.membership.exit;

/** A use case that knows what a request looks like. */
public final class Leave {

    private Leave() {}

    /** Ends a membership for the reason that the request gives. */
    public static String leave(LeaveResource.Request request) {
        return request.reason();
    }
}
