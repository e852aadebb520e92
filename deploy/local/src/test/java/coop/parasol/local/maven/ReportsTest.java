package coop.parasol.local.maven;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.client.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that are printed are those of the reports that JaCoCo, PIT and CycloneDX write. */
class ReportsTest {

    @TempDir
    Path root;

    @Test
    void coverage_is_summed_over_classes_and_modules() throws IOException {
        String header = "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,"
                + "LINE_MISSED,LINE_COVERED,COMPLEXITY_MISSED,COMPLEXITY_COVERED,METHOD_MISSED,METHOD_COVERED\n";
        write(
                "services/quality/target/site/jacoco/jacoco.csv",
                header + "q,p,A,1,9,1,3,10,30,0,0,0,0\nq,p,B,0,0,0,0,0,60,0,0,0,0\n");
        write("services/web/target/site/jacoco/jacoco.csv", header + "w,p,C,0,0,4,0,100,0,0,0,0,0\n");

        String printed = printed(out -> CoverageReport.read(root).print(out));

        assertThat(printed)
                .containsPattern("services/quality +90/100 +90.0 % +3/4 +75.0 %")
                .containsPattern("services/web +0/100 +0.0 % +0/4 +0.0 %")
                .containsPattern("all +90/200 +45.0 % +3/8 +37.5 %");
    }

    @Test
    void mutants_that_survive_are_named_and_the_killed_share_is_printed() throws IOException {
        write("services/quality/target/pit-reports/mutations.csv", """
                Switching.java,coop.parasol.quality.rules.Switching,org.pitest.mutators.MathMutator,next,12,KILLED,test
                Switching.java,coop.parasol.quality.rules.Switching,org.pitest.mutators.MathMutator,next,13,TIMED_OUT,none
                Switching.java,coop.parasol.quality.rules.Switching,org.pitest.mutators.MathMutator,next,14,SURVIVED,none
                Switching.java,coop.parasol.quality.rules.Switching,org.pitest.mutators.MathMutator,next,15,NO_COVERAGE,none
                """);

        String printed = printed(out -> MutationReport.read(root).print(out));

        assertThat(printed)
                .contains("coop.parasol.quality.rules.Switching.next, line 14: MathMutator (SURVIVED)")
                .contains("line 15: MathMutator (NO_COVERAGE)")
                .doesNotContain("line 12", "line 13")
                .containsPattern("all +2/4 +50.0 %");
    }

    @Test
    void reports_of_earlier_runs_are_deleted() throws IOException {
        write("services/quality/target/pit-reports/mutations.csv", "a,b,c,d,1,KILLED,t\n");

        MutationReport.deleteAll(root);

        assertThat(printed(out -> MutationReport.read(root).print(out))).contains("No mutants were made.");
    }

    @Test
    void the_notice_lists_third_parties_by_licence() {
        String notice = Notice.text(Json.read("""
                {"components": [
                  {"group": "org.b", "name": "b", "version": "2", "licenses": [{"license": {"id": "MIT"}}]},
                  {"group": "org.a", "name": "a", "version": "1", "licenses": [{"expression": "EPL-2.0 OR MIT"}]},
                  {"group": "org.c", "name": "c", "version": "3"},
                  {"group": "coop.parasol", "name": "web", "version": "1"}]}
                """));

        assertThat(notice)
                .containsSubsequence(
                        "== EPL-2.0 OR MIT", "org.a:a 1", "== Licence not declared", "org.c:c 3", "== MIT", "org.b:b 2")
                .doesNotContain("coop.parasol:");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String printed(Consumer<PrintStream> print) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        print.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
