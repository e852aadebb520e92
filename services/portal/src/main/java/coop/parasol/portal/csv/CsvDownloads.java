package coop.parasol.portal.csv;

import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.Words;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every list as a table below its own address and {@code .csv}. In templates {@code inject:csv}. */
@Named("csv")
@Singleton
@Path("csv/{list: .+}")
@Blocking
public final class CsvDownloads {

    private static final String SUFFIX = ".csv";

    private final List<CsvList<?>> lists;
    private final Set<String> paths;
    private final Firm firm;

    CsvDownloads(@All List<CsvLists> areas, Firm firm) {
        lists = areas.stream()
                .<CsvList<?>>flatMap(area -> area.lists().stream())
                .toList();
        paths = lists.stream().map(CsvList::path).collect(Collectors.toUnmodifiableSet());
        this.firm = firm;
    }

    /**
     * Where the table of a list is.
     *
     * @param address of the list's page with its filters, as its pager has it: {@code /orders?state=ACCEPTED&}
     * @return null if the list has none
     */
    public @Nullable String link(String address) {
        return link(paths, address);
    }

    static @Nullable String link(Set<String> lists, String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        if (!isOfAny(lists, path.substring(1))) {
            return null;
        }
        String filters = query < 0 ? "" : address.substring(query).replaceFirst("[?&]$", "");
        return path + SUFFIX + filters;
    }

    /** The address at which this resource is found, if the path is that of a list's table: {@code orders.csv}. */
    @Nullable String rewritten(String path) {
        return path.endsWith(SUFFIX) && isOfAny(paths, withoutSuffix(path)) ? "/csv/" + path : null;
    }

    private static boolean isOfAny(Set<String> lists, String address) {
        return lists.stream().anyMatch(path -> CsvList.parts(path, address) != null);
    }

    @GET
    public Response download(@PathParam("list") String file, @Context UriInfo uri) {
        String address = withoutSuffix(file);
        CsvList<?> list = lists.stream()
                .filter(each -> each.parts(address) != null)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        MultivaluedMap<String, String> filters = new MultivaluedHashMap<>(uri.getQueryParameters());
        Objects.requireNonNull(list.parts(address)).forEach(filters::putSingle);
        CsvTable table = new CsvTable(
                firm.zone(),
                ColumnWords.ofReader(),
                Words.of(CsvMessages.class).cut("%,d".formatted(CsvTable.MAX_ROWS)));
        return Response.ok(table.of(list, new CsvList.Filter(filters)))
                .type("text/csv;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + file.substring(file.lastIndexOf('/') + 1) + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String withoutSuffix(String path) {
        return path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
    }
}
