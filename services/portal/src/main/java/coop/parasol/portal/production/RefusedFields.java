package coop.parasol.portal.production;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import java.util.List;

/** Where a service names a part of what a form has as one field, such as the value of a quantity. */
final class RefusedFields {

    private RefusedFields() {}

    /** Says what was refused at the form's field, also where the service names a part of it. */
    static void say(FormFields form, ServiceProblem problem, String field) {
        ServiceProblem.Document document = problem.document();
        List<ServiceProblem.FieldError> errors = document.fields().stream()
                .map(error -> error.field().startsWith(field + ".")
                        ? new ServiceProblem.FieldError(field, error.code(), error.detail())
                        : error)
                .toList();
        form.refuse(new ServiceProblem(
                new ServiceProblem.Document(document.status(), document.code(), document.detail(), null, errors)));
    }
}
