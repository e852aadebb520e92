package coop.parasol.pdf;

import java.util.List;

/**
 * The signs by which a word is printed, from left to right, in thousandths of the size of the font.
 *
 * @param width how far the word reaches, which is where the next one begins
 */
record Glyphs(List<Glyph> signs, double width) {

    Glyphs {
        signs = List.copyOf(signs);
    }

    /**
     * One sign.
     *
     * @param id its number in the font
     * @param x from the beginning of the word to the right
     * @param y from the base line upwards
     */
    record Glyph(int id, double x, double y) {}
}
