package coop.parasol.portal.csv;

import java.util.List;

/** The lists of one area that can be downloaded. */
public interface CsvLists {

    List<CsvList<?>> lists();
}
