package coop.parasol.quality.attachment.rules;

/**
 * ZIP archives (PKWARE APPNOTE). They are read from their end, so one may hide anywhere in a file of another kind, such as
 * in a comment of a picture, and whoever opens that file as an archive finds its contents.
 */
final class ZipArchive {

    /** The record at the end of an archive on one disk (APPNOTE 4.3.16): eight bytes that no picture has by chance. */
    private static final int[] END = {'P', 'K', 5, 6, 0, 0, 0, 0};

    private ZipArchive() {}

    static boolean isContainedIn(byte[] file) {
        for (int position = 0; position <= file.length - END.length; position++) {
            if (file[position] == 'P' && BigEndianBytes.matches(file, position, END)) {
                return true;
            }
        }
        return false;
    }
}
