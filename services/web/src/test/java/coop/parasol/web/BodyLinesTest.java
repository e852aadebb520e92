package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines are taken as they come, whole, up to a limit. */
class BodyLinesTest {

    private static final int MAX_ITEMS = 3;

    /** A body that comes in pieces; an empty one is a moment in which nothing has come yet. */
    private static class Pieces extends InputStream {

        private final Deque<byte[]> pieces = new ArrayDeque<>();

        Pieces(String... pieces) {
            for (String piece : pieces) {
                this.pieces.add(piece.getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            while (!pieces.isEmpty() && pieces.getFirst().length == 0) {
                pieces.removeFirst();
            }
            if (pieces.isEmpty()) {
                return -1;
            }
            byte[] piece = pieces.removeFirst();
            int read = Math.min(length, piece.length);
            System.arraycopy(piece, 0, buffer, offset, read);
            if (read < piece.length) {
                byte[] rest = new byte[piece.length - read];
                System.arraycopy(piece, read, rest, 0, rest.length);
                pieces.addFirst(rest);
            }
            return read;
        }

        @Override
        public int available() {
            return pieces.isEmpty() ? 0 : pieces.getFirst().length;
        }
    }

    @Test
    void what_has_come_whole_is_taken_without_waiting_for_the_rest_of_a_line() throws IOException {
        BodyLines<Integer> lines = lines(new Pieces("1\n2\n3", "", "4\n\n", " \r\n5", "", "\n6\n7\n8\n", "9"));

        assertThat(next(lines)).isEqualTo(values(1, 2));
        assertThat(next(lines)).isEqualTo(values(34));
        assertThat(next(lines)).isEqualTo(values(5, 6, 7));
        assertThat(next(lines)).isEqualTo(values(8));
        assertThat(next(lines)).as("ends with the body").isEqualTo(values(9));
        assertThat(lines.next(MAX_ITEMS)).isEmpty();
    }

    @Test
    void behind_the_last_line_within_the_limit_it_is_said_again_and_again_that_the_body_is_too_long()
            throws IOException {
        BodyLines<Integer> lines = lines(new BoundedBody(new Pieces("11\n22\n3", "3\n44\n"), 8, -1));

        assertThat(next(lines)).isEqualTo(values(11, 22));
        assertThatThrownBy(() -> lines.next(MAX_ITEMS)).isInstanceOf(BoundedBody.TooLarge.class);
        assertThatThrownBy(() -> lines.next(MAX_ITEMS)).isInstanceOf(BoundedBody.TooLarge.class);
    }

    @Test
    void a_body_may_be_as_long_as_the_limit() throws IOException {
        BodyLines<Integer> lines = lines(new BoundedBody(new Pieces("11\n22\n33"), 8, 8));

        assertThat(next(lines)).isEqualTo(values(11, 22));
        assertThat(next(lines)).isEqualTo(values(33));
        assertThat(lines.next(MAX_ITEMS)).isEmpty();
    }

    @Test
    void a_length_that_was_declared_is_not_taken_for_what_has_come() throws IOException {
        InputStream body = new BoundedBody(
                new Pieces("11\n", "22\n") {
                    @Override
                    public int available() {
                        return 6;
                    }
                },
                100,
                6);

        BodyLines<Integer> lines = lines(body);

        assertThat(next(lines)).isEqualTo(values(11));
        assertThat(next(lines)).isEqualTo(values(22));
    }

    @Test
    void items_have_the_numbers_of_their_lines_whatever_stands_between_them() throws IOException {
        LineReader<String> table = line -> line.length == 0 || line[0] == '#'
                ? Optional.empty()
                : Optional.of(new ReadItem.Valid<>(new String(line, StandardCharsets.UTF_8)));
        BodyLines<String> lines = new BodyLines<>(new Pieces("# product\n\nA\n", "B\n\n\nC"), table);

        assertThat(lines.next(MAX_ITEMS))
                .containsExactly(
                        new BodyLines.Numbered<>(3, new ReadItem.Valid<>("A")),
                        new BodyLines.Numbered<>(4, new ReadItem.Valid<>("B")));
        assertThat(lines.next(MAX_ITEMS)).containsExactly(new BodyLines.Numbered<>(7, new ReadItem.Valid<>("C")));
        assertThat(lines.lines()).isEqualTo(7);
    }

    private static List<ReadItem<Integer>> next(BodyLines<Integer> lines) throws IOException {
        return lines.next(MAX_ITEMS).stream().map(BodyLines.Numbered::item).toList();
    }

    private static BodyLines<Integer> lines(InputStream body) {
        return new BodyLines<>(body, new JsonLines<>(new ObjectMapper().readerFor(Integer.class)));
    }

    private static List<ReadItem<Integer>> values(Integer... values) {
        return List.of(values).stream()
                .<ReadItem<Integer>>map(ReadItem.Valid::new)
                .toList();
    }
}
