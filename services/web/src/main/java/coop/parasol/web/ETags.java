package coop.parasol.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A resource's version as its ETag, and {@code If-Match}, so that nobody overwrites a change that they have not seen. */
public final class ETags {

    /** A version that no resource has. */
    public static final long NO_VERSION = -1;

    private static final Pattern QUOTED_VERSION = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");

    private ETags() {}

    /** The ETag of a version. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The ETag of a version as a header has it, in quotation marks. */
    public static String text(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The version that the caller's {@code If-Match} names.
     *
     * @return null if any version will do (absent or {@code *}); {@link #NO_VERSION} if it names none
     */
    public static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher quoted = QUOTED_VERSION.matcher(ifMatch);
        return quoted.matches() ? Long.valueOf(quoted.group(1)) : Long.valueOf(NO_VERSION);
    }

    /**
     * Refuses a change by somebody who has not seen the present version: 428 {@code version-needed} without
     * {@code If-Match} (RFC 6585), 412 {@code changed-meanwhile} if it names another version; {@code *} means any.
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw Problem.versionNeeded();
        }
        Long expected = expectedVersion(ifMatch);
        if (expected != null && expected != version) {
            throw Problem.changedMeanwhile(version);
        }
    }
}
