package coop.parasol.portal.page;

import java.util.List;

/**
 * What one role finds on its first page: what waits for the person, and how things stand. A person with several roles finds all
 * of them below one another. The areas of a page are loaded side by side, and one that fails costs itself alone.
 */
public interface HomeArea extends Area {

    /** What stands above it. */
    String title();

    /** What it has at this moment; at most three calls to services, made side by side. */
    List<Card> cards();

    /**
     * One thing that waits, or that is good to know.
     *
     * @param figure a number or an amount, written large; empty where there is none
     * @param text what it is about, in a sentence
     * @param path where it is done or seen
     * @param waiting whether the person has to do something
     */
    record Card(String title, String figure, String text, String path, boolean waiting) {}
}
