package coop.parasol.acceptance;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Java sources, parsed by the compiler and not compiled: their types and test methods. */
final class SourceFiles {

    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Test", "TestFactory", "ParameterizedTest", "RepeatedTest");

    /**
     * A declared type.
     *
     * @param isPublic whether it and all types around it are public
     * @param documentation its doc comment; empty if it has none
     */
    record Type(String name, boolean isPublic, String documentation) {}

    /** A method that JUnit runs as a test. */
    record TestMethod(String type, String name) {}

    private final List<Type> types = new ArrayList<>();
    private final List<TestMethod> testMethods = new ArrayList<>();

    private SourceFiles() {}

    List<Type> types() {
        return types;
    }

    List<TestMethod> testMethods() {
        return testMethods;
    }

    /** All sources below the folders whose path contains that part, such as src/main/java. */
    static SourceFiles below(List<Path> folders, String part) {
        return read(folders.stream()
                .flatMap(folder -> files(folder).stream())
                .filter(file ->
                        file.toString().contains(part) && !file.toString().contains("/target/"))
                .toList());
    }

    /** Reads the types and test methods of these source files. */
    static SourceFiles read(List<Path> files) {
        SourceFiles sources = new SourceFiles();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees documentation = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                sources.new Declarations(documentation).scan(unit, true);
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java sources below a folder, in no order. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Visits types and methods; the parameter says whether the types around are public. */
    private final class Declarations extends TreePathScanner<@Nullable Void, Boolean> {

        private final DocTrees documentation;
        private String type = "";

        Declarations(DocTrees documentation) {
            this.documentation = documentation;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, Boolean outerIsPublic) {
            if (tree.getSimpleName().isEmpty()) {
                return super.visitClass(tree, false);
            }
            String outer = type;
            type = (outer.isEmpty() ? "" : outer + ".") + tree.getSimpleName();
            boolean isPublic = outerIsPublic && isPublic(tree);
            types.add(new Type(
                    type, isPublic, Objects.requireNonNullElse(documentation.getDocComment(getCurrentPath()), "")));
            super.visitClass(tree, isPublic);
            type = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, Boolean outerIsPublic) {
            if (tree.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> TEST_ANNOTATIONS.contains(
                            annotation.getAnnotationType().toString()))) {
                testMethods.add(new TestMethod(type, tree.getName().toString()));
            }
            return super.visitMethod(tree, false);
        }

        /** What is nested in an interface is public by itself. */
        private boolean isPublic(ClassTree tree) {
            TreePath around = getCurrentPath().getParentPath();
            boolean inInterface = around.getLeaf() instanceof ClassTree outer
                    && (outer.getKind() == Tree.Kind.INTERFACE || outer.getKind() == Tree.Kind.ANNOTATION_TYPE);
            return inInterface || tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
        }
    }
}
