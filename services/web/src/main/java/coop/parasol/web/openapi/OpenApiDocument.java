package coop.parasol.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;

/**
 * Completes the description of a service when it is built: names of operations, what they answer, problem codes, headers,
 * security and examples, all derived from the resources' code. Fails the build where two operations have one name or an answer
 * cannot be told.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiDocument implements OASFilter {

    private final IndexView index;
    private final ClassLoader classes = Thread.currentThread().getContextClassLoader();

    /** @param index of the service's classes, given by the build */
    public OpenApiDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        ReachableCode code = new ReachableCode(index, classes);
        List<ResourceOperation> operations = new ArrayList<>();
        List<DescribedOperation> described = new ArrayList<>();
        document.getPaths().getPathItems().forEach((path, item) -> {
            List<Parameter> inherited = item.getParameters() == null ? List.of() : item.getParameters();
            item.getOperations().forEach((method, scanned) -> {
                ResourceOperation operation = ResourceOperation.of(index, path, method.name(), scanned);
                operations.add(operation);
                described.add(new DescribedOperation(operation, operation.follow(code), index, inherited));
            });
            item.setParameters(null);
        });
        DocComments comments = new DocComments(sourceFolders(service));
        ModelSchemas schemas = new ModelSchemas(index, comments);
        schemas.announce(described.stream()
                .flatMap(operation -> operation.types().stream())
                .toList());
        OperationNames.assign(operations);
        described.forEach(operation -> operation.describe(schemas));
        document.setTags(tags(operations, comments));
        complete(document, service, schemas);
        Examples examples = new Examples(document.getComponents().getSchemas());
        described.forEach(operation -> examples.addTo(operation.operation()));
    }

    private static void complete(OpenAPI document, String service, ModelSchemas schemas) {
        document.setComponents(OASFactory.createComponents());
        Map<String, Schema> components = new TreeMap<>(schemas.components());
        components.put("Problem", Problems.schema());
        components.put("FieldError", Problems.fieldErrorSchema());
        document.getComponents().setSchemas(components);
        List<APIResponse> answers = document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .toList();
        Map<String, APIResponse> shared = Problems.sharedResponses(answers);
        document.getComponents().setResponses(shared);
        document.getComponents()
                .setHeaders(Headers.components(Stream.concat(answers.stream(), shared.values().stream())));
        document.getComponents().addSecurityScheme(Roles.SCHEME, Roles.scheme());
        document.setServers(Servers.of(service));
    }

    private static List<Tag> tags(List<ResourceOperation> operations, DocComments comments) {
        Map<String, String> descriptions = new TreeMap<>();
        for (ResourceOperation operation : operations) {
            String text = comments.ofType(operation.resource().name())
                    .map(comment -> comment.replaceFirst("^REST: ", ""))
                    .map(comment -> comment.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + comment.substring(1))
                    .orElse("");
            for (String tag : operation.tags()) {
                descriptions.merge(tag, text, (one, other) -> one.contains(other) ? one : (one + " " + other).strip());
            }
        }
        return descriptions.entrySet().stream()
                .map(entry -> OASFactory.createTag().name(entry.getKey()).description(entry.getValue()))
                .toList();
    }

    /**
     * Where the sources of the service and of the libraries in the same clone are, seen from the root, where Maven builds, and
     * from the folder of the module, where its tests and the development mode run.
     */
    private static List<Path> sourceFolders(String service) {
        String root = System.getProperty("maven.multiModuleProjectDirectory");
        Path module = root == null ? Path.of("").toAbsolutePath() : Path.of(root, "services", service);
        return Stream.of("", "../messaging/", "../web/", "../../contracts/")
                .map(source -> module.resolve(source + "src/main/java").normalize())
                .toList();
    }
}
