package coop.parasol.portal.client;

import java.util.List;
import java.util.function.UnaryOperator;

/** Where a form's fields are named otherwise than in what the service takes. */
public final class FieldPaths {

    private FieldPaths() {}

    /** The same problem, where the service names a part of what the form has as one field, such as a quantity's value. */
    public static ServiceProblem ofWhole(ServiceProblem problem, String field) {
        return renamed(problem, name -> name.startsWith(field + ".") ? field : name);
    }

    /** The same problem at the fields of the form. */
    public static ServiceProblem renamed(ServiceProblem problem, UnaryOperator<String> name) {
        ServiceProblem.Document document = problem.document();
        List<ServiceProblem.FieldError> fields = document.fields().stream()
                .map(error -> error.at(name.apply(error.field())))
                .toList();
        return new ServiceProblem(
                new ServiceProblem.Document(document.status(), document.code(), document.detail(), null, fields));
    }
}
