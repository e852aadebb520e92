package coop.parasol.distribution.order.rules;

import coop.parasol.contracts.Period;

/**
 * Where the queue of a week begins among the lines that wait for the same goods: before that of every later week, so that stock is not
 * taken by a later week while an earlier one waits. Within a week lines stand by the number under which they were put on record.
 */
public final class QueueOfWeek {

    /** As many lines fit between the beginnings of two weeks as have numbers of 40 bits, about a million millions. */
    private static final int BITS_OF_A_LINE = 40;

    private static final int DAYS = 7;

    private QueueOfWeek() {}

    /** What is added to the number of a line that is wanted in a week. */
    public static long base(Period week) {
        return (week.monday().toEpochDay() / DAYS) << BITS_OF_A_LINE;
    }
}
