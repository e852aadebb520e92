package coop.parasol.portal.treasury;

import coop.parasol.portal.page.ListAddress;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Between which days entries are booked that a page shows. */
public final class BookedDays {

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    /** As it was typed; empty for no first day. */
    public String from() {
        return from == null ? "" : from;
    }

    /** As it was typed; empty for no last day. */
    public String to() {
        return to == null ? "" : to;
    }

    @Nullable String first() {
        return ListAddress.given(from);
    }

    @Nullable String last() {
        return ListAddress.given(to);
    }

    /** The address of the list with these days, to which the cursor of the next page is added. */
    String more(String path) {
        return ListAddress.of(path).with("from", first()).with("to", last()).more();
    }
}
