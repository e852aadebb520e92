package coop.parasol.web;

import java.util.Optional;

/** Makes items of the lines of a body, which it is given one after another. */
@FunctionalInterface
public interface LineReader<T> {

    /** The item on a line, without its end; empty where the line has none, as the one that names the columns of a table. */
    Optional<ReadItem<T>> read(byte[] line);
}
