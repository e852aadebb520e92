package coop.parasol.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers a body of lines with a line of JSON ({@value #NDJSON}) for each item in it, while it is still coming: what has come is decided
 * together ({@link ItemDecisions}), and answered when that is committed. However long the body, no more than
 * {@value #MAX_ITEMS} items are in memory.
 */
@ApplicationScoped
public class LineAnswers {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    private static final int MAX_ITEMS = 500;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private final ObjectMapper json;
    private final ItemDecisions decisions;

    LineAnswers(ObjectMapper json, ItemDecisions decisions) {
        this.json = json;
        this.decisions = decisions;
    }

    /**
     * The answer to a body of newline-delimited JSON; positions count its items. What the service cannot decide about at the moment is
     * answered with the problem that says so, and the rest of the body is not read: what has no answer, or that one, can be sent
     * again. A body that is too long is answered up to its last whole line, and then with the problem {@code stream-too-long}.
     *
     * @param type of an item
     */
    public <T, V> StreamingOutput answer(InputStream body, Class<T> type, ItemDecisions.Decision<T, V> decision) {
        return answer(body, json(type), false, decision);
    }

    /** The same to a file; positions are the numbers of its lines, from 1. */
    public <T, V> StreamingOutput answerFile(
            InputStream body, LineReader<T> reader, ItemDecisions.Decision<T, V> decision) {
        return answer(body, reader, true, decision);
    }

    /** Reads items of JSON, each on a line. */
    public <T> LineReader<T> json(Class<T> type) {
        return new JsonLines<>(json.readerFor(type));
    }

    private <T, V> StreamingOutput answer(
            InputStream body, LineReader<T> reader, boolean byLine, ItemDecisions.Decision<T, V> decision) {
        BodyLines<T> lines = new BodyLines<>(body, reader);
        ObjectWriter writer = json.writer();
        return out -> {
            int position = 1;
            try {
                List<BodyLines.Numbered<T>> items = lines.next(MAX_ITEMS);
                while (!items.isEmpty()) {
                    ItemDecisions.Decided<V> decided = decisions.decide(
                            items.stream().map(BodyLines.Numbered::item).toList(), position, decision);
                    List<ItemAnswer<V>> answers = answers(decided, items.size(), position);
                    write(byLine ? byLine(answers, items) : answers, writer, out);
                    position += items.size();
                    items = decided.failure().isEmpty() ? lines.next(MAX_ITEMS) : List.of();
                }
            } catch (BoundedBody.TooLarge e) {
                int next = byLine ? lines.lines() + 1 : position;
                write(List.of(ItemAnswer.refused(next, tooLong(e.maxBytes()))), writer, out);
            }
        };
    }

    private static <T, V> List<ItemAnswer<V>> byLine(List<ItemAnswer<V>> answers, List<BodyLines.Numbered<T>> items) {
        List<ItemAnswer<V>> numbered = new ArrayList<>();
        for (ItemAnswer<V> answer : answers) {
            numbered.add(new ItemAnswer<>(
                    items.get(numbered.size()).line(), answer.status(), answer.result(), answer.problem()));
        }
        return numbered;
    }

    private static <V> List<ItemAnswer<V>> answers(ItemDecisions.Decided<V> decided, int items, int firstPosition) {
        if (decided.failure().isEmpty()) {
            return decided.answers();
        }
        List<ItemAnswer<V>> answers = new ArrayList<>(decided.answers());
        Problem.Document problem = problemOf(decided.failure().get());
        while (answers.size() < items) {
            answers.add(ItemAnswer.refused(firstPosition + answers.size(), problem));
        }
        return answers;
    }

    /** A stream has no key with which it could be repeated, and needs none. */
    private static Problem.Document problemOf(RuntimeException failure) {
        Problem.Document problem = ProblemMappers.problemOf(failure).document();
        return problem.status() == UNAVAILABLE
                ? Problem.of(
                                UNAVAILABLE,
                                DatabaseProblem.UNAVAILABLE,
                                "The database cannot answer at the moment, and whether this was stored is not certain."
                                        + " Send again, in another stream, what is answered so and all behind it: it is done once.")
                        .document()
                : problem;
    }

    private static Problem.Document tooLong(long maxBytes) {
        return Problem.of(
                        TOO_LARGE,
                        "stream-too-long",
                        "body",
                        "A stream has at most " + maxBytes
                                + " bytes here. Neither this line nor one behind it was taken: send them in another stream.")
                .document();
    }

    private static <V> void write(List<ItemAnswer<V>> answers, ObjectWriter writer, OutputStream out)
            throws IOException {
        for (ItemAnswer<V> answer : answers) {
            out.write(writer.writeValueAsBytes(answer));
            out.write('\n');
        }
        out.flush();
    }
}
