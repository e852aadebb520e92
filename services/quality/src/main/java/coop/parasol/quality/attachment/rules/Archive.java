package coop.parasol.quality.attachment.rules;

/**
 * ZIP archives, which are read from their end: one may stand anywhere in a file that is something else too, in a comment of
 * a picture for instance, and whoever opens that file as an archive finds programs.
 */
final class Archive {

    /** The record at the end of an archive on one disk (APPNOTE 4.3.16): eight bytes that no picture has by chance. */
    private static final int[] END = {'P', 'K', 5, 6, 0, 0, 0, 0};

    private Archive() {}

    static boolean isIn(byte[] file) {
        for (int place = 0; place <= file.length - END.length; place++) {
            if (file[place] == 'P' && Bytes.stands(file, place, END)) {
                return true;
            }
        }
        return false;
    }
}
