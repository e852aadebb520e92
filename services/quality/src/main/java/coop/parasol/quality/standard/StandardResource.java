package coop.parasol.quality.standard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.standard.rules.Definition;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Standards at the border. */
@Path("/standards")
@Tag(name = "Standards")
public class StandardResource {

    private static final String DESK = "quality-desk";
    private static final UUID FIRST = new UUID(0, 0);

    private final PublishStandard publishStandard;
    private final Caller caller;

    StandardResource(PublishStandard publishStandard, Caller caller) {
        this.publishStandard = publishStandard;
        this.caller = caller;
    }

    /**
     * A version of a standard, or a draft of one.
     *
     * @param standardId of a draft, to approve or withdraw it
     * @param version once it is published
     */
    public record View(
            @Nullable UUID standardId,
            String product,
            StandardDraft.State state,
            @Nullable Integer version,
            @JsonUnwrapped Definition definition,
            @Nullable String draftedBy,
            @Nullable Instant draftedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {

        static View of(Standard standard) {
            return new View(
                    null,
                    standard.product,
                    StandardDraft.State.PUBLISHED,
                    standard.version,
                    standard.content,
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
                    draft.content,
                    draft.draftedBy,
                    draft.draftedAt,
                    null,
                    null);
        }
    }

    @POST
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Draft a standard, or its next version; a second person publishes it. What is in force word for word"
                            + " is answered with 200 and drafts nothing")
    public Response draft(@Valid @NotNull WantedStandard wanted) {
        Definition definition = wanted.definition();
        Optional<Standard> current = Standard.current(wanted.product());
        if (current.isPresent() && current.get().content.equals(definition)) {
            return Response.ok(View.of(current.get())).build();
        }
        StandardDraft draft = publishStandard.draft(wanted.product(), definition, caller.actor());
        return Response.created(URI.create("/standards/" + draft.id))
                .entity(View.of(draft))
                .build();
    }

    @POST
    @Path("/{product}/approval")
    @RolesAllowed("quality-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Publish somebody else's draft, named by its standardId: its version is in force from now on")
    public Response approve(@PathParam("product") String standardId) {
        StandardDraft draft = openDraft(standardId);
        caller.requireSecondPerson(draft.draftedBy);
        Standard standard = publishStandard.approve(draft, Cause.of(caller.actor()));
        return Response.ok(View.of(standard)).build();
    }

    @DELETE
    @Path("/{product}")
    @RolesAllowed("quality-desk")
    @Transactional
    @Operation(summary = "Withdraw a draft, named by its standardId; what is published stays")
    public View withdraw(@PathParam("product") String standardId) {
        StandardDraft draft = openDraft(standardId);
        publishStandard.withdraw(draft, caller.actor());
        return View.of(draft);
    }

    @GET
    @Authenticated
    @Transactional
    @Operation(summary = "Standards in force; q looks for words in code and name. state=DRAFT: the desk's open drafts")
    public Page<View> list(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("state") StandardDraft.@Nullable State state,
            @BeanParam @Valid PageQuery query) {
        if (state == StandardDraft.State.DRAFT) {
            requireDesk();
            return Page.of(
                            StandardDraft.open(query.afterId().orElse(FIRST), query.fetch()),
                            query.limit,
                            draft -> draft.id.toString())
                    .map(View::of);
        }
        return Page.of(
                        Standard.page(words, query.afterText(), query.fetch()),
                        query.limit,
                        standard -> standard.product)
                .map(View::of);
    }

    @GET
    @Path("/{product}")
    @Authenticated
    @Transactional
    @Operation(
            summary =
                    "The standard of a product, which producers read as a checklist: the newest version, or the one asked"
                            + " for. The desk sees a draft by its standardId")
    public View get(@PathParam("product") String product, @QueryParam("version") @Nullable Integer version) {
        Optional<Standard> standard = version == null ? Standard.current(product) : Standard.of(product, version);
        return standard.map(View::of)
                .or(() -> caller.has(DESK)
                        ? id(product)
                                .flatMap(draft -> StandardDraft.<StandardDraft>findByIdOptional(draft))
                                .map(View::of)
                        : Optional.empty())
                .orElseThrow(() -> Problem.notFound("standard", product));
    }

    private void requireDesk() {
        if (!caller.has(DESK)) {
            throw Problem.forbidden("forbidden", "Drafts are the quality desk's.");
        }
    }

    private static StandardDraft openDraft(String standardId) {
        StandardDraft draft = id(standardId)
                .flatMap(StandardDraft::lock)
                .orElseThrow(() -> Problem.notFound("draft of a standard", standardId));
        if (draft.state != StandardDraft.State.DRAFT) {
            throw Problem.refused("not-a-draft", "It is " + draft.state + ".");
        }
        return draft;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
