package coop.parasol.web.openapi;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * An operation with the method of the resource that serves it.
 *
 * @param isNamed whether the method's annotation gives the operationId
 */
record ResourceOperation(
        String path, String httpMethod, Operation operation, ClassInfo resource, MethodInfo method, boolean isNamed) {

    private static final String OPERATION = "org.eclipse.microprofile.openapi.annotations.Operation";
    private static final String METHOD_REFERENCE = "x-quarkus-openapi-method-ref";

    /** Finds the method by the operationId that the scanner gives: class, underscore, method. */
    static ResourceOperation of(IndexView index, String path, String httpMethod, Operation operation) {
        operation.removeExtension(METHOD_REFERENCE);
        String id = operation.getOperationId();
        MethodInfo method = id.contains("_") ? scanned(index, id, httpMethod) : named(index, id);
        String explicit = explicitId(method);
        return new ResourceOperation(path, httpMethod, operation, method.declaringClass(), method, explicit != null);
    }

    private static MethodInfo scanned(IndexView index, String id, String httpMethod) {
        int underscore = id.lastIndexOf('_');
        ClassInfo resource = index.getClassByName(DotName.createSimple(id.substring(0, underscore)));
        if (resource == null) {
            throw new IllegalStateException("OpenAPI names an operation " + id + ", whose class is not indexed.");
        }
        return resource.methods().stream()
                .filter(method -> method.name().equals(id.substring(underscore + 1)))
                .filter(method -> method.hasDeclaredAnnotation(DotName.createSimple("jakarta.ws.rs." + httpMethod)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No method serves " + id + "."));
    }

    private static MethodInfo named(IndexView index, String id) {
        List<MethodInfo> methods = index.getAnnotations(DotName.createSimple(OPERATION)).stream()
                .filter(annotation -> annotation.value("operationId") != null
                        && annotation.value("operationId").asString().equals(id))
                .map(annotation -> annotation.target().asMethod())
                .toList();
        // The build's index is made of several, and lists what stands in two of them twice.
        if (methods.stream().map(MethodInfo::toString).distinct().count() != 1
                || methods.stream()
                                .map(method -> method.declaringClass().name())
                                .distinct()
                                .count()
                        != 1) {
            throw new IllegalStateException(methods.size() + " methods have the operationId " + id + ".");
        }
        return methods.getFirst();
    }

    private static @Nullable String explicitId(MethodInfo method) {
        AnnotationInstance annotation = method.declaredAnnotation(DotName.createSimple(OPERATION));
        AnnotationValue id = annotation == null ? null : annotation.value("operationId");
        return id == null ? null : id.asString();
    }

    Findings follow(ReachableCode code) {
        return code.follow(resource.name(), method.name(), method.descriptor());
    }

    List<String> tags() {
        List<String> tags = operation.getTags();
        return tags == null ? List.of() : tags;
    }

    boolean has(String annotation) {
        return annotation(annotation) != null;
    }

    /** An annotation of the method, or of its class. */
    @Nullable AnnotationInstance annotation(String name) {
        AnnotationInstance own = method.declaredAnnotation(DotName.createSimple(name));
        return own != null ? own : resource.declaredAnnotation(DotName.createSimple(name));
    }

    /** The media types of {@code @Produces} or {@code @Consumes} without their quality, JSON if there are none. */
    List<String> mediaTypes(String annotation) {
        AnnotationInstance found = annotation("jakarta.ws.rs." + annotation);
        return found == null || found.value() == null
                ? List.of("application/json")
                : Arrays.stream(found.value().asStringArray())
                        .flatMap(types -> Arrays.stream(types.split(",")))
                        .map(type -> type.replaceAll(";\\s*qs?=.*", "").strip())
                        .distinct()
                        .toList();
    }

    @Override
    public String toString() {
        return httpMethod + " " + path + " (" + resource.simpleName() + "." + method.name() + ")";
    }
}
