package coop.parasol.portal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.Language;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every column of every list that can be downloaded is called by words of the reader's language, and no two of a list alike. */
@QuarkusTest
class ColumnWordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Inject
    @All
    List<CsvLists> areas;

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_two_columns_of_a_list_are_called_alike(Language language) {
        lists().forEach(list -> assertThat(language.write(() -> columns(list).names(ColumnWords.ofReader())))
                .as(list.path() + " in " + language)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void every_column_has_words_in_the_language(Language language) throws IOException {
        Set<String> wanted = new TreeSet<>();
        lists().forEach(list -> columns(list).names((path, part) -> {
            wanted.addAll(path);
            return "";
        }));
        Set<String> known = new TreeSet<>();
        known.addAll(keys("columns_" + language.code()));
        Set<String> own = Set.copyOf(known);
        known.addAll(keys("bylaws_" + language.code()));

        assertThat(wanted).hasSizeGreaterThan(300).contains("quantity", "bankReference");
        assertThat(known).containsAll(wanted);
        assertThat(wanted).as("words of columns that no list has").containsAll(own);
        assertThat(own).containsAll(keys("columns"));
    }

    @Test
    void an_amount_is_called_as_on_the_page_and_has_its_currency_beside_it() {
        record Row(coop.parasol.contracts.Money amount, coop.parasol.contracts.Quantity quantity) {}
        CsvColumns columns = CsvColumns.of(Row.class, ZoneOffset.UTC);

        assertThat(Language.JAPANESE.write(() -> columns.names(ColumnWords.ofReader())))
                .containsExactly("金額", "金額（通貨）", "数量", "数量（単位）");
        assertThat(Language.ENGLISH.write(() -> columns.names(ColumnWords.ofReader())))
                .containsExactly("Amount", "Amount (currency)", "Quantity", "Quantity (unit)");
    }

    private List<CsvList<?>> lists() {
        return areas.stream().<CsvList<?>>flatMap(area -> area.lists().stream()).toList();
    }

    private static CsvColumns columns(CsvList<?> list) {
        return CsvColumns.of(list.row(), ZoneOffset.UTC);
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file + ".properties"))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
