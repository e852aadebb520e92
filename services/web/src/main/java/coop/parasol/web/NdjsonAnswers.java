package coop.parasol.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Answers a body of newline-delimited JSON ({@value #MEDIA_TYPE}) with a line for each of its lines, while it is still coming: what
 * has come is decided together, in a transaction of its own, and answered when that is committed. However long the body, no
 * more than {@value #MAX_ITEMS} items are in memory.
 */
@ApplicationScoped
public class NdjsonAnswers {

    public static final String MEDIA_TYPE = "application/x-ndjson";

    private static final int MAX_ITEMS = 500;
    private static final int SERVER_ERROR = 500;

    private final ObjectMapper json;
    private final ItemCheck check;

    NdjsonAnswers(ObjectMapper json, ItemCheck check) {
        this.json = json;
        this.check = check;
    }

    /** Decides about items, in a transaction. */
    @FunctionalInterface
    public interface Decision<T, V> {

        /**
         * An answer for each item, in their order.
         *
         * @param firstPosition of the first of them in the call
         */
        List<ItemAnswer<V>> decide(List<ReadItem<T>> items, int firstPosition);
    }

    /**
     * The answer to a body. Where a decision fails, its items are answered with the problem that a call would be, and the rest of the
     * body is not read: what has no answer, or one of status 500 or 503, can be sent again.
     *
     * @param type of an item
     */
    public <T, V> StreamingOutput answer(InputStream body, Class<T> type, Decision<T, V> decision) {
        NdjsonLines<T> lines = new NdjsonLines<>(body, json.readerFor(type));
        ObjectWriter writer = json.writer();
        return out -> {
            int position = 1;
            boolean goesOn = true;
            while (goesOn) {
                List<ReadItem<T>> items;
                try {
                    items = lines.next(MAX_ITEMS);
                } catch (BoundedBody.TooLarge e) {
                    write(List.of(ItemAnswer.refused(position, e.problem().document())), writer, out);
                    return;
                }
                goesOn = !items.isEmpty() && write(decide(decision, items, position), writer, out);
                position += items.size();
            }
        };
    }

    private <T, V> List<ItemAnswer<V>> decide(Decision<T, V> decision, List<ReadItem<T>> items, int position) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> decision.decide(check.checked(items), position));
        } catch (RuntimeException e) {
            Problem.Document problem = ProblemMappers.problemOf(e).document();
            return IntStream.range(position, position + items.size())
                    .mapToObj(each -> ItemAnswer.<V>refused(each, problem))
                    .toList();
        }
    }

    /** Returns whether the service could decide about all of them. */
    private static <V> boolean write(List<ItemAnswer<V>> answers, ObjectWriter writer, OutputStream out)
            throws IOException {
        for (ItemAnswer<V> answer : answers) {
            out.write(writer.writeValueAsBytes(answer));
            out.write('\n');
        }
        out.flush();
        return answers.stream().noneMatch(answer -> answer.status() >= SERVER_ERROR);
    }
}
