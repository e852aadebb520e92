package coop.parasol.portal.live;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a thing has changed, and nothing of what it is now: whoever hears it reads the page again with rights of its own.
 *
 * @param id null where any of that kind may have changed
 */
record Change(Kind kind, @Nullable UUID id) {

    /** All that pages show may have changed: what happened meanwhile is not known here. */
    static final String EVERYTHING = "*";

    /** What pages are about. */
    enum Kind {
        APPLICATION,
        BATCH,
        COMMITMENT,
        COMPLAINT,
        EXIT,
        INSPECTION,
        INVOICE,
        MEMBER,
        ORDER,
        PAYABLE,
        POOL,
        SHIPMENT,
        STANDARD,
        VOTE
    }

    static Change of(Kind kind, UUID id) {
        return new Change(kind, id);
    }

    static Change any(Kind kind) {
        return new Change(kind, null);
    }

    /** The same, of all things of the kind. */
    Change ofAny() {
        return any(kind);
    }

    /** As pages name it in {@code data-live}: {@code order:0198…}, or {@code order} for any. */
    String text() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return id == null ? name : name + ":" + id;
    }
}
