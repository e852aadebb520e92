package coop.parasol.web.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** The parameters of an operation: those of its method and its {@code @BeanParam}s, and the idempotency key. */
final class Parameters {

    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final String BEAN = JAX_RS + "BeanParam";
    static final String IF_MATCH = "If-Match";
    private static final int MAX_KEY_CHARACTERS = 200;

    private final IndexView index;
    private final ModelSchemas schemas;
    private final List<Parameter> described;
    private final List<Parameter> parameters = new ArrayList<>();

    private Parameters(IndexView index, ModelSchemas schemas, List<Parameter> described) {
        this.index = index;
        this.schemas = schemas;
        this.described = described;
    }

    /** @param inherited what the scanner found for the path */
    static List<Parameter> of(
            ResourceOperation operation, List<Parameter> inherited, IndexView index, ModelSchemas schemas) {
        List<Parameter> described = new ArrayList<>(inherited);
        if (operation.operation().getParameters() != null) {
            described.addAll(operation.operation().getParameters());
        }
        Parameters found = new Parameters(index, schemas, described);
        operation.method().parameters().forEach(found::add);
        if (operation.has(ProblemRules.IDEMPOTENT)) {
            found.parameters.add(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(In.HEADER)
                    .description(
                            "A key of the caller's own for this call. A repeated call with the same key gets the first"
                                    + " answer again and changes nothing.")
                    .schema(WireTypes.of(Schema.SchemaType.STRING).minLength(1).maxLength(MAX_KEY_CHARACTERS))
                    .example("2d1c7f0e-order-4711"));
        }
        return found.parameters;
    }

    /** The names of the parameters with an annotation of JAX-RS such as {@code QueryParam}. */
    static Stream<String> names(ResourceOperation operation, IndexView index, String annotation) {
        DotName kind = DotName.createSimple(JAX_RS + annotation);
        return operation.method().parameters().stream()
                .flatMap(parameter -> parameter.hasDeclaredAnnotation(DotName.createSimple(BEAN))
                        ? beanFields(index, parameter).stream().map(field -> field.declaredAnnotation(kind))
                        : Stream.of(parameter.declaredAnnotation(kind)))
                .filter(Objects::nonNull)
                .map(found -> found.value().asString());
    }

    private static List<FieldInfo> beanFields(IndexView index, MethodParameterInfo parameter) {
        ClassInfo bean = index.getClassByName(parameter.type().name());
        return bean == null ? List.of() : bean.fields();
    }

    /** The parameter that is the body, if there is one. */
    static Optional<MethodParameterInfo> body(ResourceOperation operation) {
        return operation.method().parameters().stream()
                .filter(parameter -> parameter.declaredAnnotations().stream()
                        .noneMatch(annotation -> annotation.name().toString().startsWith(JAX_RS)
                                || annotation.name().packagePrefix().startsWith("org.jboss.resteasy")))
                .findFirst();
    }

    private void add(MethodParameterInfo parameter) {
        if (parameter.hasDeclaredAnnotation(DotName.createSimple(BEAN))) {
            beanFields(index, parameter).forEach(field -> add(field.type(), field.declaredAnnotations()));
            return;
        }
        add(parameter.type(), parameter.declaredAnnotations());
    }

    private void add(Type type, Collection<AnnotationInstance> annotations) {
        for (AnnotationInstance annotation : annotations) {
            In in = switch (annotation.name().toString()) {
                case JAX_RS + "PathParam" -> In.PATH;
                case JAX_RS + "QueryParam" -> In.QUERY;
                case JAX_RS + "HeaderParam" -> In.HEADER;
                default -> null;
            };
            if (in != null) {
                parameters.add(parameter(annotation.value().asString(), in, type, annotations));
            }
        }
    }

    private Parameter parameter(String name, In in, Type type, Collection<AnnotationInstance> annotations) {
        Schema schema = schemas.of(type);
        Constraints.apply(annotations, schema);
        Constraints.apply(type.annotations(), schema);
        annotation(annotations, JAX_RS + "DefaultValue").ifPresent(given -> {
            String value = given.value().asString();
            schema.setDefaultValue(value.matches("-?[0-9]+") ? (Object) Long.valueOf(value) : value);
        });
        Parameter known = described.stream()
                .filter(each -> name.equals(each.getName()) && in == each.getIn())
                .findFirst()
                .orElseGet(() -> OASFactory.createParameter().name(name).in(in));
        if (known.getDescription() == null) {
            known.setDescription(standardDescription(name, in));
        }
        boolean isRequired = in == In.PATH
                || name.equals(IF_MATCH)
                || annotations.stream()
                        .anyMatch(each -> each.name().withoutPackagePrefix().equals("NotNull"));
        known.setRequired(isRequired ? Boolean.TRUE : null);
        known.setSchema(schema);
        return known;
    }

    private static @Nullable String standardDescription(String name, In in) {
        if (in == In.HEADER && name.equals(IF_MATCH)) {
            return "The ETag that the caller has read, so that it changes nothing that it has not seen; * takes any";
        }
        return switch (name) {
            case "limit" -> "How many items a page has at most";
            default -> null;
        };
    }

    private static Optional<AnnotationInstance> annotation(Collection<AnnotationInstance> all, String name) {
        return all.stream().filter(each -> each.name().toString().equals(name)).findFirst();
    }
}
