package coop.parasol.acceptance.portal;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A small picture of a page for a guide: 16 shades of grey, so that it weighs little. Two are alike if no more than a few tiles of
 * 32 by 32 pixels differ, which the edges of letters may do; another word in a heading differs in more.
 */
record Picture(BufferedImage image) {

    private static final int SHADES = 16;
    private static final int BITS = 4;
    private static final int TILE = 32;
    private static final int MAX_TILES = 2;
    private static final int WHITE = 255;

    /** How far the grey of a pixel may be off. */
    private static final int MAX_GREY = 48;

    /** The part of a tile's pixels that may be off. */
    private static final double MAX_PART = 0.06;

    /** Reads a PNG of any colours. */
    static Picture of(byte[] png) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
            BufferedImage shades =
                    new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_BYTE_BINARY, greys());
            Graphics2D pen = shades.createGraphics();
            pen.drawImage(read, 0, 0, null);
            pen.dispose();
            return new Picture(shades);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndexColorModel greys() {
        byte[] levels = new byte[SHADES];
        for (int i = 0; i < SHADES; i++) {
            levels[i] = (byte) (i * WHITE / (SHADES - 1));
        }
        return new IndexColorModel(BITS, SHADES, levels, levels, levels);
    }

    byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether somebody who compares them sees the same page. */
    boolean isLike(Picture other) {
        return image.getWidth() == other.image.getWidth()
                && image.getHeight() == other.image.getHeight()
                && differingTiles(other) <= MAX_TILES;
    }

    /** How many tiles of two pictures of one size differ. */
    int differingTiles(Picture other) {
        int tiles = 0;
        for (int y = 0; y < image.getHeight(); y += TILE) {
            for (int x = 0; x < image.getWidth(); x += TILE) {
                if (differs(other, x, y)) {
                    tiles++;
                }
            }
        }
        return tiles;
    }

    private boolean differs(Picture other, int left, int top) {
        int right = Math.min(left + TILE, image.getWidth());
        int bottom = Math.min(top + TILE, image.getHeight());
        int off = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (Math.abs(grey(image, x, y) - grey(other.image, x, y)) > MAX_GREY) {
                    off++;
                }
            }
        }
        return off > MAX_PART * (right - left) * (bottom - top);
    }

    private static int grey(BufferedImage of, int x, int y) {
        return of.getRGB(x, y) & WHITE;
    }
}
