package coop.parasol.web;

import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a call that has many: what a call with it alone would be answered with.
 *
 * @param position of the item in the call, from 1
 * @param status of HTTP: 201 or 200 where it was taken, else that of the problem
 * @param result absent where it was refused
 * @param problem absent where it was taken
 */
public record ItemAnswer<V>(
        int position, int status, @Nullable V result, Problem.@Nullable Document problem) {

    /** An item that was taken. */
    public static <V> ItemAnswer<V> taken(int position, int status, V result) {
        return new ItemAnswer<>(position, status, result, null);
    }

    /** An item that was refused. */
    public static <V> ItemAnswer<V> refused(int position, Problem.Document problem) {
        return new ItemAnswer<>(position, problem.status(), null, problem);
    }
}
