package coop.parasol.quality.standard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import coop.parasol.quality.standard.rules.Specification;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of standards: producers, auditors and partners read what a product must be. */
@Path("/standards")
@Tag(name = "Standards")
public class StandardResource {

    private static final String DESK = "quality-desk";

    private final Caller caller;

    StandardResource(Caller caller) {
        this.caller = caller;
    }

    /**
     * A published version of a standard, or a draft.
     *
     * @param standardId of a draft, by which it is approved or withdrawn; absent of a published version
     * @param version absent before a draft is published
     */
    public record View(
            @Nullable UUID standardId,
            String product,
            StandardDraft.State state,
            @Nullable Integer version,
            @JsonUnwrapped Specification specification,
            @Nullable String draftedBy,
            @Nullable Instant draftedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {

        /** Shows a published version of a standard, which has no draft any more. */
        public static View of(Standard standard) {
            return new View(
                    null,
                    standard.product,
                    StandardDraft.State.PUBLISHED,
                    standard.version,
                    standard.specification,
                    standard.draftedBy,
                    null,
                    standard.publishedBy,
                    standard.publishedAt);
        }

        static View of(StandardDraft draft) {
            return new View(
                    draft.id,
                    draft.product,
                    draft.state,
                    draft.version,
                    draft.specification,
                    draft.draftedBy,
                    draft.draftedAt,
                    null,
                    null);
        }
    }

    @GET
    @Authenticated
    @Transactional
    @Operation(
            summary =
                    "List the standards in force, by product code; q selects those whose code or name contains a text. With"
                            + " state=DRAFT the quality desk sees its open drafts")
    public Page<View> list(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("state") StandardDraft.@Nullable State state,
            @BeanParam @Valid PageQuery query) {
        if (state == StandardDraft.State.DRAFT) {
            requireDesk();
            return query.byId(StandardDraft::open, draft -> draft.id).map(View::of);
        }
        return query.byText(
                        (String after, int maxRows) -> Standard.search(text, after, maxRows),
                        standard -> standard.product)
                .map(View::of);
    }

    @GET
    @Path("/{product}")
    @Authenticated
    @Transactional
    @Operation(
            summary =
                    "Show the standard of a product, which producers read as a checklist: the newest version, or the version"
                            + " asked for. The quality desk sees a draft by its standardId")
    public View get(@PathParam("product") String product, @QueryParam("version") @Nullable Integer version) {
        Optional<Standard> standard = version == null ? Standard.current(product) : Standard.find(product, version);
        return standard.map(View::of)
                .or(() -> caller.has(DESK) ? draft(product).map(View::of) : Optional.empty())
                .orElseThrow(() -> Problem.notFound("standard", product));
    }

    private static Optional<StandardDraft> draft(String standardId) {
        return id(standardId).flatMap(id -> StandardDraft.<StandardDraft>findByIdOptional(id));
    }

    private void requireDesk() {
        if (!caller.has(DESK)) {
            throw Problem.forbidden("forbidden", "Only the quality desk sees drafts.");
        }
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
