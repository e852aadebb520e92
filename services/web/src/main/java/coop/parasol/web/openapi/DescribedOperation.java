package coop.parasol.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Describes an operation by its method's types and by what its code reaches. */
final class DescribedOperation {

    private static final String RESPONSE = "jakarta.ws.rs.core.Response";
    private static final String ANNOTATIONS = "org.eclipse.microprofile.openapi.annotations.";
    private static final String JSON = "application/json";
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);
    /** What says nothing beside another type: an erased one, and a stream that writes the same in another media type. */
    private static final Set<String> UNTOLD = Set.of(OBJECT, "Ljakarta/ws/rs/core/StreamingOutput;");

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final ResourceOperation operation;
    private final Findings findings;
    private final IndexView index;
    private final Optional<MethodParameterInfo> body;
    private final List<Parameter> inherited;

    DescribedOperation(ResourceOperation operation, Findings findings, IndexView index, List<Parameter> inherited) {
        this.operation = operation;
        this.findings = findings;
        this.index = index;
        this.body = Parameters.body(operation);
        this.inherited = inherited;
    }

    Operation operation() {
        return operation.operation();
    }

    /** The types of the body and of the answer. */
    List<Type> types() {
        List<Type> types = new ArrayList<>();
        body.ifPresent(parameter -> types.add(parameter.type()));
        entity().ifPresent(types::add);
        contents().forEach(content -> implementation(content).ifPresent(types::add));
        return types;
    }

    void describe(ModelSchemas schemas) {
        Operation described = operation.operation();
        described.setParameters(Parameters.of(operation, inherited, index, schemas));
        described.setRequestBody(null);
        body.ifPresent(parameter -> {
            schemas.close(parameter.type());
            boolean isOptional = parameter.type().annotations().stream().anyMatch(Constraints::isNullable);
            Content content = OASFactory.createContent();
            for (String mediaType : operation.mediaTypes("Consumes")) {
                content.addMediaType(mediaType, media(mediaType, parameter.type(), schemas));
            }
            described.setRequestBody(
                    OASFactory.createRequestBody().required(!isOptional).content(content));
        });
        described.setResponses(responses(schemas));
        described.setSecurity(Roles.requirements(operation.method()));
    }

    private APIResponses responses(ModelSchemas schemas) {
        APIResponses responses = OASFactory.createAPIResponses();
        for (int status : statuses()) {
            responses.addAPIResponse(Integer.toString(status), success(status, schemas));
        }
        boolean hasPage = hasPage();
        ProblemRules.of(operation, findings, body.isPresent(), index)
                .forEach((status, codes) -> responses.addAPIResponse(
                        Integer.toString(status),
                        hasPage ? Problems.withPage(status, codes) : Problems.of(status, codes)));
        return responses;
    }

    /** Whether a browser gets a page, also of a problem. */
    private boolean hasPage() {
        return contents().stream()
                .anyMatch(content -> content.value("mediaType") != null
                        && content.value("mediaType").asString().equals(Problems.PAGE));
    }

    private Set<Integer> statuses() {
        AnnotationInstance fixed = operation.annotation("org.jboss.resteasy.reactive.ResponseStatus");
        if (fixed != null) {
            return Set.of(fixed.value().asInt());
        }
        Type returned = operation.method().returnType();
        if (!returned.name().toString().equals(RESPONSE)) {
            return Set.of(returned.kind() == Type.Kind.VOID ? NO_CONTENT : OK);
        }
        if (findings.statuses.isEmpty()) {
            throw new IllegalStateException("OpenAPI cannot tell with what status " + operation
                    + " answers; let it build" + " the Response itself.");
        }
        return new TreeSet<>(findings.statuses);
    }

    private APIResponse success(int status, ModelSchemas schemas) {
        APIResponse response = OASFactory.createAPIResponse().description(meaning(status));
        Headers.addStandard(response);
        boolean creates = findings.statuses.contains(CREATED);
        findings.headers.stream()
                .filter(header -> status != NO_CONTENT || !header.equals("Content-Disposition"))
                .filter(header -> status == CREATED || !creates || !header.equals("Location"))
                .forEach(header -> Headers.add(response, header));
        if (operation.has(ProblemRules.IDEMPOTENT)) {
            Headers.add(response, "Idempotency-Replayed");
        }
        if (!WITHOUT_BODY.contains(status)) {
            Content content = content(schemas);
            if (content.getMediaTypes() != null && !content.getMediaTypes().isEmpty()) {
                response.setContent(content);
            }
        }
        return response;
    }

    private String meaning(int status) {
        return switch (status) {
            case CREATED -> "Created.";
            case 202 -> "Accepted; it is done afterwards.";
            case NO_CONTENT -> "Done; there is nothing to say.";
            default -> operation.httpMethod().equals("GET") ? "What was asked for." : "Done.";
        };
    }

    private Content content(ModelSchemas schemas) {
        Content content = OASFactory.createContent();
        List<AnnotationInstance> given = contents();
        for (AnnotationInstance each : given) {
            String mediaType = each.value("mediaType") == null
                    ? operation.mediaTypes("Produces").getFirst()
                    : each.value("mediaType").asString();
            Type type = implementation(each).orElse(null);
            content.addMediaType(mediaType, media(mediaType, type, schemas));
        }
        Type entity = entity().orElse(null);
        if (given.isEmpty() && entity != null) {
            for (String mediaType : operation.mediaTypes("Produces")) {
                content.addMediaType(mediaType, media(mediaType, entity, schemas));
            }
        }
        return content;
    }

    private static MediaType media(String mediaType, @Nullable Type type, ModelSchemas schemas) {
        boolean isJson = mediaType.equals(JSON) || mediaType.endsWith("+json");
        boolean isText =
                mediaType.startsWith("text/") || mediaType.endsWith("xml") || mediaType.equals("application/jose");
        Schema schema = isJson && type != null
                ? schemas.of(type)
                : isText ? WireTypes.of(Schema.SchemaType.STRING) : WireTypes.text("binary");
        return OASFactory.createMediaType().schema(schema);
    }

    /** What the method answers with; where it builds a Response, the one type that its code puts into it. */
    private Optional<Type> entity() {
        Optional<Type> given = annotated();
        if (given.isPresent()) {
            return given;
        }
        Type returned = operation.method().returnType();
        if (returned.kind() == Type.Kind.VOID) {
            return Optional.empty();
        }
        if (!returned.name().toString().equals(RESPONSE)) {
            return Optional.of(returned);
        }
        List<String> told = findings.entities.stream()
                .filter(entity -> findings.entities.size() == 1 || !UNTOLD.contains(entity))
                .toList();
        if (told.size() > 1 && contents().isEmpty()) {
            throw new IllegalStateException("OpenAPI cannot tell which of " + told + " " + operation
                    + " answers with; say it by @APIResponseSchema.");
        }
        if (told.contains(OBJECT)
                && contents().isEmpty()
                && operation.mediaTypes("Produces").contains(JSON)) {
            throw new IllegalStateException(
                    "OpenAPI cannot tell what " + operation + " answers with; say it by @APIResponseSchema.");
        }
        return told.stream().findFirst().map(Signatures::parse);
    }

    private Optional<Type> annotated() {
        AnnotationInstance schema = operation.annotation(ANNOTATIONS + "responses.APIResponseSchema");
        return schema == null ? Optional.empty() : Optional.of(schema.value().asClass());
    }

    /** {@code @Content} of {@code @APIResponse}, where media types differ in what they hold. */
    private List<AnnotationInstance> contents() {
        AnnotationInstance response = operation.annotation(ANNOTATIONS + "responses.APIResponse");
        AnnotationValue content = response == null ? null : response.value("content");
        return content == null ? List.of() : List.of(content.asNestedArray());
    }

    private static Optional<Type> implementation(AnnotationInstance content) {
        return Optional.ofNullable(content.value("schema"))
                .map(AnnotationValue::asNested)
                .map(schema -> schema.value("implementation"))
                .map(AnnotationValue::asClass);
    }
}
