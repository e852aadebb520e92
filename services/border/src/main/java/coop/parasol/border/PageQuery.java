package coop.parasol.border;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** {@code ?after=<cursor>&limit=50}: where a page begins and how long it is. Use as {@code @BeanParam @Valid}. */
public class PageQuery {

    @QueryParam("after")
    @Parameter(description = "the cursor `next` of the page before")
    public @Nullable String after;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1) @Max(200) public int limit;

    /** How many rows to ask the database for: one more tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** The cursor as text, empty string for the first page. */
    public String afterText() {
        return after == null ? "" : after;
    }

    /** The cursor where it is an id; 422 {@code malformed-cursor} if it is none. */
    public Optional<UUID> afterId() {
        try {
            return Optional.ofNullable(after).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** The cursor where it is a number; 422 {@code malformed-cursor} if it is none. */
    public Optional<Long> afterNumber() {
        try {
            return Optional.ofNullable(after).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.invalid("after", "malformed-cursor", "Take the cursor `next` of the page before.");
    }
}
