package coop.parasol.web.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/** The problem codes of the Bean Validation constraints on a method's parameters: {@code NotBlank} is {@code not-blank}. */
final class ValidationCodes {

    private static final DotName CONSTRAINT = DotName.createSimple("jakarta.validation.Constraint");

    private final IndexView index;
    private final Set<String> codes = new TreeSet<>();
    private final Set<DotName> seen = new HashSet<>();

    private ValidationCodes(IndexView index) {
        this.index = index;
    }

    static Set<String> of(IndexView index, Collection<MethodParameterInfo> parameters) {
        ValidationCodes found = new ValidationCodes(index);
        parameters.forEach(parameter -> {
            found.add(parameter.declaredAnnotations());
            found.add(parameter.type());
        });
        return found.codes;
    }

    private void add(Type type) {
        add(type.annotations());
        if (type instanceof ParameterizedType generic) {
            generic.arguments().forEach(this::add);
        }
        ClassInfo info = index.getClassByName(type.name());
        if (info != null && seen.add(type.name()) && type.name().toString().startsWith("coop.parasol.")) {
            info.fields().forEach(field -> {
                add(field.declaredAnnotations());
                add(field.type());
            });
        }
    }

    private void add(Collection<AnnotationInstance> annotations) {
        for (AnnotationInstance annotation : annotations) {
            ClassInfo type = index.getClassByName(annotation.name());
            if (annotation.name().packagePrefix().equals("jakarta.validation.constraints")
                    || (type != null && type.hasDeclaredAnnotation(CONSTRAINT))) {
                codes.add(annotation
                        .name()
                        .withoutPackagePrefix()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT));
            }
        }
    }
}
