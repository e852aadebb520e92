package coop.parasol.web;

import coop.parasol.web.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a body or parameter that violates its Bean Validation constraints with 422 and all offending fields. */
public class ValidationMapper {

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return ProblemMappers.answer(problem(e.getConstraintViolations()));
    }

    /** The problem of what violates its constraints, with all offending fields. */
    static Problem problem(Set<? extends ConstraintViolation<?>> violations) {
        return Problem.invalid(errors(violations));
    }

    /** What violates its constraints, by fields. */
    static List<FieldError> errors(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(v -> new FieldError(field(v), code(v), field(v) + " " + v.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
    }

    /** The path without the method, and without its parameter where a field of that follows. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        int skipped = nodes.getFirst().getKind() == ElementKind.METHOD ? 1 : 0;
        if (nodes.size() > skipped + 1 && nodes.get(skipped).getKind() == ElementKind.PARAMETER) {
            skipped++;
        }
        StringBuilder field = new StringBuilder();
        nodes.subList(skipped, nodes.size()).forEach(node -> append(field, node));
        return field.toString();
    }

    private static void append(StringBuilder field, Path.Node node) {
        if (node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        } else if (node.getKey() != null) {
            field.append('[').append(node.getKey()).append(']');
        }
        if (node.getName() != null && !node.getName().startsWith("<")) {
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    /** {@code NotBlank} becomes {@code not-blank}. */
    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
