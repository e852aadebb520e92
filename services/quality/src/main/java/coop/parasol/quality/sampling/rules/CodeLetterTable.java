package coop.parasol.quality.sampling.rules;

/** Sample size code letters by lot size and inspection level: MIL-STD-105E, table I. */
final class CodeLetterTable {

    /** Upper end of the lot size and the letters of levels S-1, S-2, S-3, S-4, I, II and III. */
    private static final String TABLE = """
                  8  A A A A A A B
                 15  A A A A A B C
                 25  A A B B B C D
                 50  A B B C C D E
                 90  B B C C C E F
                150  B B C D D F G
                280  B C D E E G H
                500  B C D E F H J
               1200  C C E F G J K
               3200  C D E G H K L
              10000  C D F G J L M
              35000  C D F H K M N
             150000  D E G J L N P
             500000  D E G J M P Q
        999999999999  D E H K N Q R
        """;

    private CodeLetterTable() {}

    static char letter(long lotSize, InspectionLevel level) {
        for (String row : TABLE.lines().toList()) {
            String[] cells = row.strip().split(" +");
            if (lotSize <= Long.parseLong(cells[0])) {
                return cells[level.column()].charAt(0);
            }
        }
        throw new IllegalArgumentException("no lot is that large: " + lotSize);
    }
}
