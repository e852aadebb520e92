package coop.parasol.web;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** Versions of a resource, so that nobody overwrites what they have not seen. */
public final class ETags {

    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** 412 {@code changed-meanwhile} if the caller's {@code If-Match} names another version; absent means any. */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals("\"" + version + "\"")) {
            throw Problem.changedMeanwhile(version);
        }
    }
}
