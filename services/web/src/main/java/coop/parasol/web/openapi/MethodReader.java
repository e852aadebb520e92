package coop.parasol.web.openapi;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the instructions of one method in their order. A constant belongs to the next call that takes it, and the value that
 * was pushed last is the last argument of a call: true of code as the compiler writes it for the calls that matter here.
 */
final class MethodReader {

    private static final String RESPONSE = "jakarta/ws/rs/core/Response";
    private static final String PROBLEM = "coop/parasol/web/Problem";
    private static final String REFUSAL = "coop/parasol/web/Refusal$";
    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int PRECONDITION_REQUIRED = 428;
    private static final int FIRST_PROBLEM = 400;

    /** Statuses of problems and refusals that are made with a code, by the name of the method or record. */
    private static final Map<String, Integer> STATUS_OF_PROBLEM = Map.of(
            "refused",
            409,
            "invalid",
            422,
            "malformed",
            400,
            "forbidden",
            403,
            "Conflict",
            409,
            "InvalidField",
            422,
            "Forbidden",
            403);

    private static final Map<String, Integer> STATUS_OF_RESPONSE =
            Map.of("ok", 200, "created", 201, "accepted", 202, "noContent", 204);

    private final ReachableCode code;
    private final Findings findings;
    private final boolean buildsAnswer;
    private final List<String> constants = new ArrayList<>();
    private final List<Object> variables = new ArrayList<>();
    /** Types of the values as they were pushed; what calls have taken off is left in it. */
    private final List<String> pushed = new ArrayList<>();

    private int number;

    MethodReader(ReachableCode code, Findings findings, boolean buildsAnswer) {
        this.code = code;
        this.findings = findings;
        this.buildsAnswer = buildsAnswer;
    }

    void read(CodeModel body) {
        for (CodeElement element : body) {
            if (element instanceof LocalVariable || element instanceof LocalVariableType) {
                variables.add(element);
            }
        }
        int position = 0;
        for (CodeElement element : body) {
            if (element instanceof Instruction instruction) {
                position += instruction.sizeInBytes();
                read(instruction, (CodeAttribute) body, position);
            }
        }
    }

    private void read(Instruction instruction, CodeAttribute body, int nextPosition) {
        switch (instruction) {
            case ConstantInstruction constant -> {
                switch (constant.constantValue()) {
                    case String text -> {
                        constants.add(text);
                        push("Ljava/lang/String;");
                    }
                    case Integer value -> number = value;
                    default -> push("");
                }
            }
            case LoadInstruction load -> push(variable(load.slot(), body, nextPosition));
            case FieldInstruction field -> {
                if (field.owner().asInternalName().equals(RESPONSE + "$Status")) {
                    number = jakarta.ws.rs.core.Response.Status.valueOf(
                                    field.name().stringValue())
                            .getStatusCode();
                }
                push(field.type().stringValue());
            }
            case TypeCheckInstruction check -> {
                drop(1);
                push("L" + check.type().asInternalName() + ";");
            }
            case InvokeDynamicInstruction dynamic -> {
                drop(dynamic.typeSymbol().parameterCount()); // what a lambda captures
                push(dynamic.type().stringValue().replaceAll(".*\\)", ""));
            }
            case InvokeInstruction call -> call(call);
            default -> {
                // pushes nothing that an answer is made of
            }
        }
    }

    private void push(String type) {
        pushed.add(type);
    }

    private void drop(int count) {
        for (int i = 0; i < count && !pushed.isEmpty(); i++) {
            pushed.removeLast();
        }
    }

    /** The type of the last value but so many; empty if it is not known. */
    private String pushed(int before) {
        return pushed.size() > before ? pushed.get(pushed.size() - 1 - before) : "";
    }

    private String variable(int slot, CodeAttribute body, int position) {
        String found = "";
        for (Object each : variables) {
            if (each instanceof LocalVariableType variable
                    && variable.slot() == slot
                    && contains(body, variable.startScope(), variable.endScope(), position)) {
                return variable.signatureSymbol().signatureString();
            }
            if (each instanceof LocalVariable variable
                    && variable.slot() == slot
                    && contains(body, variable.startScope(), variable.endScope(), position)) {
                found = variable.type().stringValue();
            }
        }
        return found;
    }

    private static boolean contains(CodeAttribute body, Label start, Label end, int position) {
        return body.labelToBci(start) <= position && position <= body.labelToBci(end);
    }

    private void call(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        if (owner.equals(PROBLEM)) {
            problem(name, call.type().stringValue());
        } else if (name.equals("<init>") && owner.startsWith(REFUSAL)) {
            refusal(owner.substring(REFUSAL.length()));
        } else if (name.equals("<init>") && owner.equals(PROBLEM + "$FieldError")) {
            lastCode().ifPresent(found -> findings.problem(UNPROCESSABLE, found));
            constants.clear();
        } else if ((name.equals("<init>") && code.carriesCode(owner)) || code.takesCode(call)) {
            lastCode().ifPresent(findings::refusalCode);
            constants.clear();
        } else if (buildsAnswer && owner.startsWith(RESPONSE)) {
            response(name, call.type().stringValue());
        } else if (buildsAnswer && call.type().stringValue().matches(".*Ljava/lang/Object;.*\\)L" + RESPONSE + ";")) {
            answered(call.type().stringValue());
        }
        push(name.equals("<init>") ? "L" + owner + ";" : code.returned(call));
    }

    private void problem(String name, String descriptor) {
        switch (name) {
            case "notFound" -> findings.problem(NOT_FOUND, "not-found");
            case "changedMeanwhile" -> findings.problem(PRECONDITION_FAILED, "changed-meanwhile");
            case "versionNeeded" -> findings.problem(PRECONDITION_REQUIRED, "version-needed");
            case "of" -> {
                if (descriptor.startsWith("(I")) {
                    firstCode().ifPresent(found -> findings.problem(number, found));
                }
            }
            case "invalid", "malformed", "refused", "forbidden" -> {
                int status = STATUS_OF_PROBLEM.getOrDefault(name, CONFLICT);
                if (descriptor.startsWith("(Ljava/util/List;")) {
                    findings.problem(status, "invalid-fields");
                } else {
                    lastCode()
                            .ifPresentOrElse(
                                    found -> findings.problem(status, found), () -> findings.refusalStatus(status));
                }
            }
            default -> {
                // makes no problem
            }
        }
        constants.clear();
    }

    private void refusal(String kind) {
        switch (kind) {
            case "NotFound" -> findings.problem(NOT_FOUND, "not-found");
            case "ChangedMeanwhile" -> findings.problem(PRECONDITION_FAILED, "changed-meanwhile");
            case "VersionNeeded" -> findings.problem(PRECONDITION_REQUIRED, "version-needed");
            default -> {
                Integer status = STATUS_OF_PROBLEM.get(kind);
                if (status != null) {
                    lastCode()
                            .ifPresentOrElse(
                                    found -> findings.problem(status, found), () -> findings.refusalStatus(status));
                }
            }
        }
        constants.clear();
    }

    private void response(String name, String descriptor) {
        Integer status = STATUS_OF_RESPONSE.get(name);
        if (status != null) {
            findings.statuses.add(status);
        }
        if (name.equals("created")) {
            findings.headers.add("Location");
        }
        boolean isEntity = name.equals("entity") || (status != null && descriptor.startsWith("(Ljava/lang/Object;"));
        switch (name) {
            case "status" -> {
                if (number < FIRST_PROBLEM) {
                    findings.statuses.add(number);
                }
            }
            case "tag" -> findings.headers.add("ETag");
            case "location" -> findings.headers.add("Location");
            case "header" ->
                constants.stream()
                        .filter(text -> text.matches("[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*"))
                        .findFirst()
                        .ifPresent(findings.headers::add);
            default -> {
                if (isEntity) {
                    answered(descriptor);
                }
            }
        }
        if (!name.equals("type")) {
            constants.clear();
        }
    }

    /** What a call with this descriptor takes as an {@code Object}, the last or the last but one of its arguments, is answered. */
    private void answered(String descriptor) {
        String entity = pushed(descriptor.matches(".*Ljava/lang/Object;L[^;]+;\\).*") ? 1 : 0);
        if (!entity.isEmpty()) {
            findings.entities.add(entity);
        }
    }

    /** The first such constant, where the field comes after the code. */
    private Optional<String> firstCode() {
        return constants.stream().filter(text -> text.matches(CODE)).findFirst();
    }

    /** The last constant since the call before that reads as a code; details are sentences, and fields come before codes. */
    private Optional<String> lastCode() {
        return constants.reversed().stream().filter(text -> text.matches(CODE)).findFirst();
    }
}
