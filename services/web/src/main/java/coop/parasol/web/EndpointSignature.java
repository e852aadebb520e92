package coop.parasol.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a resource method declares that it takes and answers; a request is compared with it before anything is done.
 *
 * @param queryParameters by name
 * @param pathParameters by name
 * @param produces media types that it answers with, the preferred first
 * @param consumes media types of its body
 * @param body what its body is read as; null if it takes none
 * @param streamsBody whether it reads the body as it comes, so that it may be longer than what is kept in memory
 * @param changesVersion whether it changes what has a version: it then declares {@code If-Match}
 * @param makesNew whether it can be told to make what there is not yet: it then declares {@code If-None-Match}
 */
record EndpointSignature(
        Map<String, Input> queryParameters,
        Map<String, Input> pathParameters,
        List<MediaType> produces,
        List<MediaType> consumes,
        @Nullable Type body,
        boolean streamsBody,
        boolean changesVersion,
        boolean makesNew) {

    private static final Map<Method, EndpointSignature> KNOWN = new ConcurrentHashMap<>();
    private static final String JAX_RS = "jakarta.ws.rs";

    /** A query parameter or path segment: its type, and whether it may stand several times. */
    record Input(Class<?> type, boolean repeatable) {}

    static EndpointSignature of(Method method) {
        return KNOWN.computeIfAbsent(method, EndpointSignature::read);
    }

    private static EndpointSignature read(Method method) {
        Map<String, Input> query = new HashMap<>();
        Map<String, Input> path = new HashMap<>();
        @Nullable Type body = null;
        boolean stream = false;
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                fieldsOf(parameter.getType()).forEach(field -> add(field, field.getType(), query, path));
            } else {
                add(parameter, parameter.getType(), query, path);
                if (isBody(parameter)) {
                    body = parameter.getParameterizedType();
                    stream = parameter.getType() == InputStream.class;
                }
            }
        }
        Set<String> headers = Arrays.stream(method.getParameters())
                .flatMap(parameter -> named(parameter, HeaderParam.class).stream())
                .map(HeaderParam::value)
                .collect(Collectors.toSet());
        List<MediaType> produces = declared(method, Produces.class, Produces::value);
        List<MediaType> consumes = declared(method, Consumes.class, Consumes::value);
        return new EndpointSignature(
                Map.copyOf(query),
                Map.copyOf(path),
                produces,
                consumes,
                body,
                stream,
                headers.contains(HttpHeaders.IF_MATCH),
                headers.contains(HttpHeaders.IF_NONE_MATCH));
    }

    /** Whether a call has to say which version it changes, and does not. */
    boolean lacksVersion(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return changesVersion && ifMatch == null && !(makesNew && "*".equals(ifNoneMatch));
    }

    private static Stream<Field> fieldsOf(Class<?> bean) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            fields.addAll(List.of(type.getDeclaredFields()));
        }
        return fields.stream();
    }

    private static void add(
            AnnotatedElement element, Class<?> type, Map<String, Input> query, Map<String, Input> path) {
        Input input = new Input(type, Collection.class.isAssignableFrom(type));
        named(element, QueryParam.class).ifPresent(name -> query.put(name.value(), input));
        named(element, PathParam.class).ifPresent(name -> path.put(name.value(), input));
    }

    private static <A extends Annotation> Optional<A> named(AnnotatedElement element, Class<A> annotation) {
        return Optional.ofNullable(element.getAnnotation(annotation));
    }

    /** JAX-RS: the one parameter without an annotation of its own is the body. */
    private static boolean isBody(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .noneMatch(annotation -> annotation.annotationType().getName().startsWith(JAX_RS));
    }

    private static <A extends Annotation> List<MediaType> declared(
            Method method, Class<A> annotation, Function<A, String[]> types) {
        @Nullable A own = method.getAnnotation(annotation);
        @Nullable A found = own == null ? method.getDeclaringClass().getAnnotation(annotation) : own;
        return found == null
                ? List.of(MediaType.APPLICATION_JSON_TYPE)
                : Arrays.stream(types.apply(found)).map(MediaTypes::parse).toList();
    }
}
