package coop.parasol.portal.partner;

import com.fasterxml.jackson.databind.ObjectReader;
import coop.parasol.csv.CsvWriter;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.ProblemSentences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of each line of a file of forecasts.
 *
 * @param lines of the file, without the one that names the columns and without blank ones
 * @param header the line that names the columns, with its end; empty where none does
 */
record ForecastAnswers(List<Line> lines, String header) {

    /**
     * A line of the file.
     *
     * @param number from 1
     * @param problems why it is not saved; empty where it is
     */
    record Line(int number, String text, List<Refused> problems) {}

    /**
     * Why a line is not saved.
     *
     * @param field as the file calls the column, else in the reader's language; empty where it is about the whole line
     * @param code stable, for programs
     * @param sentence in the reader's language
     */
    record Refused(int number, String text, String field, String code, String sentence) {}

    /**
     * Reads answers. A line without one, because the service has ended in the midst of them, is not saved for all that is known.
     *
     * @param text of the file as it was sent
     * @throws ServiceProblem if there is no answer at all
     */
    static ForecastAnswers read(String text, ForecastColumns columns, InputStream answers, ObjectReader json) {
        Map<Integer, ForecastClient.Answer> byLine = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                ForecastClient.Answer answer = json.readValue(line);
                byLine.put(answer.position(), answer);
                line = reader.readLine();
            }
        } catch (IOException brokenOff) {
            // what has no answer is told so below
        }
        if (byLine.isEmpty()) {
            throw ServiceProblem.unanswered();
        }
        return of(text, columns, byLine);
    }

    private static ForecastAnswers of(
            String text, ForecastColumns columns, Map<Integer, ForecastClient.Answer> byLine) {
        List<Line> lines = new ArrayList<>();
        String header = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            ForecastClient.Answer answer = byLine.get(number);
            if (line.replace("\uFEFF", "").isBlank()) {
                continue;
            }
            if (answer == null && lines.isEmpty() && header.isEmpty()) {
                header = line + "\n";
            } else {
                lines.add(new Line(number, line, problems(columns, number, line, answer)));
            }
        }
        return new ForecastAnswers(lines, header);
    }

    private static List<Refused> problems(
            ForecastColumns columns, int number, String text, ForecastClient.@Nullable Answer answer) {
        if (answer != null && answer.problem() == null) {
            return List.of();
        }
        ServiceProblem.Document problem = answer == null || answer.problem() == null
                ? ServiceProblem.unanswered().document()
                : answer.problem();
        if (problem.fields().isEmpty()) {
            String sentence = ProblemSentences.of(problem.code(), problem.detail());
            return List.of(new Refused(number, text, "", problem.code(), sentence));
        }
        return problem.fields().stream()
                .map(error -> new Refused(
                        number,
                        text,
                        columns.name(error.field()),
                        error.code(),
                        ProblemSentences.of(error, columns.name(error.field()))))
                .toList();
    }

    int saved() {
        return lines.size() - refusedLines().size();
    }

    List<Line> refusedLines() {
        return lines.stream().filter(line -> !line.problems().isEmpty()).toList();
    }

    List<Refused> refused() {
        return lines.stream().flatMap(line -> line.problems().stream()).toList();
    }

    /** The refused lines below the names of the columns, to be mended and sent again. */
    String toMend() {
        return header + refusedLines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** The answer to each line as a table. */
    String csv(ForecastMessages words) {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        csv.row(words.line(), words.outcome(), words.field(), words.code(), words.reason(), words.lines());
        for (Line line : lines) {
            if (line.problems().isEmpty()) {
                csv.row(line.number(), words.saved(), "", "", "", line.text());
            }
            for (Refused each : line.problems()) {
                csv.row(each.number(), words.refused(), each.field(), each.code(), each.sentence(), each.text());
            }
        }
        return text.toString();
    }
}
