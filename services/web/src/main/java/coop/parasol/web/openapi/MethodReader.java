package coop.parasol.web.openapi;

import coop.parasol.web.openapi.OperandStack.Operand;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the instructions of one method and notes what its calls make: problems with their codes, refusals, the answer. */
final class MethodReader {

    private static final String RESPONSE = "jakarta/ws/rs/core/Response";
    private static final String PROBLEM = "coop/parasol/web/Problem";
    private static final String REFUSAL = "coop/parasol/web/Refusal$";
    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String HEADER = "[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*";
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE = 422;
    private static final int PRECONDITION_REQUIRED = 428;
    private static final int FIRST_PROBLEM = 400;

    /** A problem or refusal that is made with a code: its status, and which of the arguments the code is. */
    private record Made(int status, int codeArgument) {}

    /** By the name of the method of {@code Problem} or of the record of {@code Refusal}. */
    private static final Map<String, Made> MADE = Map.of(
            "refused",
            new Made(CONFLICT, 0),
            "invalid",
            new Made(UNPROCESSABLE, 1),
            "malformed",
            new Made(FIRST_PROBLEM, 1),
            "forbidden",
            new Made(FORBIDDEN, 0),
            "Conflict",
            new Made(CONFLICT, 0),
            "InvalidField",
            new Made(UNPROCESSABLE, 1),
            "Forbidden",
            new Made(FORBIDDEN, 0));

    /** A problem or refusal that has one code. */
    private record Fixed(int status, String code) {}

    private static final Fixed UNKNOWN = new Fixed(NOT_FOUND, "not-found");
    private static final Fixed CHANGED = new Fixed(PRECONDITION_FAILED, "changed-meanwhile");
    private static final Fixed UNVERSIONED = new Fixed(PRECONDITION_REQUIRED, "version-needed");

    /** By the name of the method of {@code Problem} or of the record of {@code Refusal}. */
    private static final Map<String, Fixed> FIXED = Map.of(
            "notFound", UNKNOWN,
            "NotFound", UNKNOWN,
            "changedMeanwhile", CHANGED,
            "ChangedMeanwhile", CHANGED,
            "versionNeeded", UNVERSIONED,
            "VersionNeeded", UNVERSIONED);

    private static final Map<String, Integer> STATUS_OF_RESPONSE =
            Map.of("ok", 200, "created", 201, "accepted", 202, "noContent", 204);

    private final ReachableCode code;
    private final Findings findings;
    private final boolean buildsAnswer;

    MethodReader(ReachableCode code, Findings findings, boolean buildsAnswer) {
        this.code = code;
        this.findings = findings;
        this.buildsAnswer = buildsAnswer;
    }

    void read(CodeModel body) {
        OperandStack stack = new OperandStack(body);
        int position = 0;
        for (CodeElement element : body) {
            if (element instanceof Instruction instruction) {
                position += instruction.sizeInBytes();
                if (instruction instanceof InvokeInstruction call) {
                    call(call, stack.take(call));
                    if (!call.type().stringValue().endsWith(")V")) {
                        stack.push(code.returned(call));
                    }
                } else {
                    stack.apply(instruction, position);
                }
            }
        }
    }

    private void call(InvokeInstruction call, List<Operand> arguments) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        String descriptor = call.type().stringValue();
        boolean isConstructor = name.equals("<init>");
        if (owner.equals(PROBLEM)) {
            problem(name, descriptor, arguments);
        } else if (isConstructor && owner.startsWith(REFUSAL)) {
            problem(owner.substring(REFUSAL.length()), descriptor, arguments);
        } else if (isConstructor && owner.equals(PROBLEM + "$FieldError")) {
            code(UNPROCESSABLE, arguments.get(1));
        } else if (buildsAnswer && owner.startsWith(RESPONSE)) {
            response(call, arguments);
        } else if (buildsAnswer && descriptor.matches(".*Ljava/lang/Object;.*\\)L" + RESPONSE + ";")) {
            answered(call, arguments);
        } else {
            OptionalInt position = isConstructor ? code.codeComponent(owner) : code.codeParameter(call);
            position.ifPresent(index -> arguments.get(index).texts().stream()
                    .filter(text -> text.matches(CODE))
                    .forEach(findings::refusalCode));
        }
    }

    /** @param name of the method of {@code Problem} or of the record of {@code Refusal} */
    private void problem(String name, String descriptor, List<Operand> arguments) {
        Fixed fixed = FIXED.get(name);
        Made made = MADE.get(name);
        if (fixed != null) {
            findings.problem(fixed.status(), fixed.code());
        } else if (name.equals("of") && descriptor.startsWith("(I")) {
            code(arguments.getFirst().number(), arguments.get(1));
        } else if (made != null && descriptor.startsWith("(Ljava/util/List;")) {
            findings.problem(made.status(), "invalid-fields");
        } else if (made != null) {
            code(made.status(), arguments.get(made.codeArgument()));
        }
    }

    /** A code that is no constant is one that an outcome carries. */
    private void code(int status, Operand code) {
        if (code.texts().isEmpty()) {
            findings.refusalStatus(status);
        }
        code.texts().forEach(text -> findings.problem(status, text));
    }

    private void response(InvokeInstruction call, List<Operand> arguments) {
        String name = call.name().stringValue();
        Integer status = STATUS_OF_RESPONSE.get(name);
        if (status != null) {
            findings.statuses.add(status);
        }
        switch (name) {
            case "created", "location" -> findings.headers.add("Location");
            case "tag" -> findings.headers.add("ETag");
            case "status" -> {
                int number = arguments.getFirst().number();
                if (number > 0 && number < FIRST_PROBLEM) {
                    findings.statuses.add(number);
                }
            }
            case "header" -> {
                Set<String> names = arguments.getFirst().texts();
                names.stream().filter(text -> text.matches(HEADER)).forEach(findings.headers::add);
            }
            default -> {
                if (name.equals("entity") || status != null) {
                    answered(call, arguments);
                }
            }
        }
    }

    /** What a call takes as an {@code Object} is answered. */
    private void answered(InvokeInstruction call, List<Operand> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String type = arguments.get(i).type();
            if (call.typeSymbol().parameterType(i).equals(ConstantDescs.CD_Object) && !type.isEmpty()) {
                findings.entities.add(type);
            }
        }
    }
}
