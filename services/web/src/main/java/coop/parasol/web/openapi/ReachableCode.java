package coop.parasol.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Follows the calls of a resource's method through the service's own classes and collects what it can answer with: statuses,
 * entities, problem codes. It reads class files when a service is built, so that a new endpoint is described by being written.
 */
final class ReachableCode {

    private static final String OWN = "coop/parasol/";
    private static final String REFUSAL = "coop/parasol/web/Refusal";
    /** Libraries that answer nothing: what happens to an event is no answer to the caller. */
    private static final Set<String> NOT_FOLLOWED = Set.of(
            "coop/parasol/contracts/",
            "coop/parasol/messaging/Outbox",
            "coop/parasol/messaging/Cause",
            "coop/parasol/firm/",
            "coop/parasol/web/Problem");

    private final IndexView index;
    private final ClassLoader classes;
    private final Map<String, Optional<ClassModel>> models = new HashMap<>();

    ReachableCode(IndexView index, ClassLoader classes) {
        this.index = index;
        this.classes = classes;
    }

    private record Method(String owner, String name, String descriptor) {}

    /** @param descriptor of the method in a class file, such as {@code (Ljava/util/UUID;)Ljakarta/ws/rs/core/Response;} */
    Findings follow(DotName resource, String name, String descriptor) {
        Findings findings = new Findings();
        String border = internal(resource);
        Deque<Method> open = new ArrayDeque<>();
        open.add(new Method(border, name, descriptor));
        Set<Method> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Method next = open.removeFirst();
            if (seen.add(next)) {
                body(next).ifPresent(code -> {
                    boolean isAnswer =
                            next.owner().equals(border) || next.descriptor().contains(")Ljakarta/ws/rs/core/Response");
                    new MethodReader(this, findings, isAnswer).read(code);
                    calls(code, open);
                });
            }
        }
        findings.complete();
        return findings;
    }

    private void calls(CodeModel code, Deque<Method> open) {
        code.forEach(element -> {
            switch (element) {
                case InvokeInstruction call ->
                    called(
                            open,
                            call.owner().asInternalName(),
                            call.name().stringValue(),
                            call.type().stringValue());
                case InvokeDynamicInstruction lambda -> {
                    for (ConstantDesc argument : lambda.bootstrapArgs()) {
                        if (argument instanceof DirectMethodHandleDesc target) {
                            String owner = target.owner().descriptorString();
                            called(
                                    open,
                                    owner.substring(1, owner.length() - 1),
                                    target.methodName(),
                                    target.lookupDescriptor());
                        }
                    }
                }
                // a refusal that is a constant is made when its class is initialized
                case FieldInstruction field
                when field.type().stringValue().startsWith("L" + REFUSAL) ->
                    called(open, field.owner().asInternalName(), "<clinit>", "()V");
                default -> {
                    // nothing is called
                }
            }
        });
    }

    private void called(Deque<Method> open, String owner, String name, String descriptor) {
        if (!owner.startsWith(OWN) || NOT_FOLLOWED.stream().anyMatch(owner::startsWith)) {
            return;
        }
        open.add(new Method(owner, name, descriptor));
        ClassInfo info = index.getClassByName(DotName.createSimple(owner.replace('/', '.')));
        if (info != null && info.isInterface()) {
            index.getAllKnownImplementations(info.name())
                    .forEach(kind -> open.add(new Method(internal(kind.name()), name, descriptor)));
        }
    }

    private Optional<CodeModel> body(Method method) {
        return declared(method.owner(), method.name(), method.descriptor()).flatMap(MethodModel::code);
    }

    /** The method as declared in the class or in one above it. */
    private Optional<MethodModel> declared(String owner, String name, String descriptor) {
        Optional<ClassModel> model = model(owner);
        while (model.isPresent()) {
            Optional<MethodModel> found = model.get().methods().stream()
                    .filter(method -> method.methodName().equalsString(name)
                            && method.methodType().equalsString(descriptor))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            model = model.get().superclass().flatMap(above -> model(above.asInternalName()));
        }
        return Optional.empty();
    }

    /** The signature of what a call returns, with type arguments where the service's own code declares it. */
    String returned(InvokeInstruction call) {
        String descriptor = call.type().stringValue();
        String signature = declared(call.owner().asInternalName(), call.name().stringValue(), descriptor)
                .flatMap(method -> method.findAttribute(Attributes.signature()))
                .map(attribute -> attribute.signature().stringValue())
                .orElse(descriptor);
        String result = signature.substring(signature.lastIndexOf(')') + 1);
        boolean isOpen = result.startsWith("T") || result.contains("<T") || result.contains(";T");
        return isOpen ? descriptor.substring(descriptor.lastIndexOf(')') + 1) : result.replaceAll("\\^.*", "");
    }

    /** Which component of a record of the service's own is the problem code that a resource passes on; none if none is. */
    OptionalInt codeComponent(String owner) {
        ClassInfo info = index.getClassByName(DotName.createSimple(owner.replace('/', '.')));
        return info == null || !info.isRecord()
                ? OptionalInt.empty()
                : position(info.recordComponentsInDeclarationOrder().stream()
                        .map(RecordComponentInfo::name)
                        .toList());
    }

    /** Which parameter of a method of the service's own is a problem code; none if none is. */
    OptionalInt codeParameter(InvokeInstruction call) {
        return position(declared(
                        call.owner().asInternalName(),
                        call.name().stringValue(),
                        call.type().stringValue())
                .flatMap(method -> method.findAttribute(Attributes.methodParameters()))
                .map(attribute -> attribute.parameters().stream()
                        .map(parameter ->
                                parameter.name().map(Utf8Entry::stringValue).orElse(""))
                        .toList())
                .orElse(List.of()));
    }

    private static OptionalInt position(List<String> names) {
        int position = names.indexOf("code");
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    private Optional<ClassModel> model(String owner) {
        if (!owner.startsWith(OWN)) {
            return Optional.empty();
        }
        return models.computeIfAbsent(owner, name -> {
            try (InputStream file = classes.getResourceAsStream(name + ".class")) {
                return file == null
                        ? Optional.empty()
                        : Optional.of(ClassFile.of().parse(file.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String internal(DotName name) {
        return name.toString().replace('.', '/');
    }
}
