package coop.parasol.web.openapi;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The operands of one method, as its instructions push and take them in the order in which they stand. Branches are not
 * followed; a constant that is pushed before a jump is one more value of the constant after it ({@code wrong ? "a" : "b"}).
 */
final class OperandStack {

    private static final Operand UNKNOWN = new Operand("", Set.of(), 0);

    private final CodeAttribute body;
    private final List<CodeElement> variables;
    private final List<Operand> operands = new ArrayList<>();
    private final Set<String> alternatives = new TreeSet<>();

    /**
     * A value on the stack.
     *
     * @param type as a signature; empty if it is not known
     * @param texts the constants that it may be; empty if it is none
     * @param number the constant that it is; 0 if it is none
     */
    record Operand(String type, Set<String> texts, int number) {

        static Operand of(String type) {
            return new Operand(type, Set.of(), 0);
        }
    }

    OperandStack(CodeModel body) {
        this.body = (CodeAttribute) body;
        this.variables = body.elementStream()
                .filter(each -> each instanceof LocalVariable || each instanceof LocalVariableType)
                .toList();
    }

    void push(String type) {
        operands.add(Operand.of(type));
    }

    /** Takes the arguments of a call, in their order, and what it is called on. */
    List<Operand> take(InvokeInstruction call) {
        int count = call.typeSymbol().parameterCount();
        List<Operand> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.addFirst(take());
        }
        if (call.opcode() != Opcode.INVOKESTATIC) {
            take();
        }
        return arguments;
    }

    /** @param nextPosition of the instruction after this one */
    void apply(Instruction instruction, int nextPosition) {
        switch (instruction) {
            case ConstantInstruction constant -> constant(constant.constantValue());
            case LoadInstruction load -> push(variable(load.slot(), nextPosition));
            case NewObjectInstruction made -> push("L" + made.className().asInternalName() + ";");
            case StoreInstruction ignored -> take();
            case ThrowInstruction ignored -> take();
            case ArrayStoreInstruction ignored -> take(3);
            case ArrayLoadInstruction ignored -> replace(2, "");
            case TableSwitchInstruction ignored -> take();
            case LookupSwitchInstruction ignored -> take();
            case TypeCheckInstruction check -> replace(1, check.opcode() == Opcode.INSTANCEOF ? "Z" : signature(check));
            case InvokeDynamicInstruction dynamic ->
                replace(
                        dynamic.typeSymbol().parameterCount(), // what a lambda captures
                        dynamic.type().stringValue().replaceAll(".*\\)", ""));
            case OperatorInstruction operator -> operator(operator.opcode());
            case FieldInstruction field -> field(field);
            case BranchInstruction branch -> branch(branch.opcode());
            case StackInstruction stack -> move(stack.opcode());
            default -> {
                // what converts or counts leaves as many operands as it takes; calls are taken apart by the reader
            }
        }
    }

    private void constant(Object value) {
        switch (value) {
            case String text -> {
                Set<String> texts = new TreeSet<>(alternatives);
                texts.add(text);
                alternatives.clear();
                operands.add(new Operand("Ljava/lang/String;", texts, 0));
            }
            case Integer number -> operands.add(new Operand("I", Set.of(), number));
            default -> push("");
        }
    }

    private void operator(Opcode opcode) {
        switch (opcode) {
            case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> replace(1, "");
            default -> replace(2, "");
        }
    }

    private void field(FieldInstruction field) {
        switch (field.opcode()) {
            case GETSTATIC -> {
                int status = field.owner().asInternalName().equals("jakarta/ws/rs/core/Response$Status")
                        ? jakarta.ws.rs.core.Response.Status.valueOf(
                                        field.name().stringValue())
                                .getStatusCode()
                        : 0;
                operands.add(new Operand(field.type().stringValue(), Set.of(), status));
            }
            case GETFIELD -> replace(1, field.type().stringValue());
            case PUTSTATIC -> take();
            default -> take(2);
        }
    }

    private void branch(Opcode opcode) {
        switch (opcode) {
            case GOTO, GOTO_W -> {
                if (!operands.isEmpty() && !operands.getLast().texts().isEmpty()) {
                    alternatives.addAll(take().texts());
                }
            }
            case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> take();
            default -> take(2);
        }
    }

    private void move(Opcode opcode) {
        switch (opcode) {
            case POP -> take();
            case POP2 -> take(2);
            case DUP -> operands.add(operands.isEmpty() ? UNKNOWN : operands.getLast());
            case SWAP -> {
                Operand upper = take();
                Operand lower = take();
                operands.add(upper);
                operands.add(lower);
            }
            default -> push(""); // copies below others are made of what is assigned in an expression
        }
    }

    private void replace(int count, String type) {
        take(count);
        push(type);
    }

    private void take(int count) {
        for (int i = 0; i < count; i++) {
            take();
        }
    }

    private Operand take() {
        return operands.isEmpty() ? UNKNOWN : operands.removeLast();
    }

    private static String signature(TypeCheckInstruction check) {
        return "L" + check.type().asInternalName() + ";";
    }

    /** The type of a local variable, with type arguments if they are known. */
    private String variable(int slot, int position) {
        String found = "";
        for (CodeElement each : variables) {
            if (each instanceof LocalVariableType variable
                    && variable.slot() == slot
                    && contains(variable.startScope(), variable.endScope(), position)) {
                return variable.signatureSymbol().signatureString();
            }
            if (each instanceof LocalVariable variable
                    && variable.slot() == slot
                    && contains(variable.startScope(), variable.endScope(), position)) {
                found = variable.type().stringValue();
            }
        }
        return found;
    }

    private boolean contains(Label start, Label end, int position) {
        return body.labelToBci(start) <= position && position <= body.labelToBci(end);
    }
}
