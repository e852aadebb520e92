package coop.parasol.web;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A small resource that uses every REST convention of the services. */
@Path("/lamps")
public class LampResource {

    enum Finish {
        BRASS,
        COPPER
    }

    record Lamp(
            @NotBlank @Size(max = 60) String name,
            @NotNull Finish finish,
            @Nullable Money price,
            @Nullable LocalDate madeOn,
            @Nullable Instant soldAt,
            @Nullable @Valid List<Part> parts,
            @Nullable UUID makerId,
            @Nullable @Size(max = 20) Identifier lot,
            @Nullable Quantity stock,
            @Nullable Period week,
            @Nullable BigDecimal watts,
            @Nullable Boolean dimmable,
            @Nullable @CountryCode String country,
            @Nullable @AccountEmail String email,
            @Nullable @Multiline String note,
            @Nullable Map<String, BigDecimal> measures) {}

    /** What a lamp was read as, to compare with what was sent. */
    record Read(
            String name,
            @Nullable String lot,
            @Nullable String normalLot,
            @Nullable Quantity stock,
            @Nullable BigDecimal watts,
            @Nullable String note) {}

    /** Where a lamp is paid. */
    record Account(String name, @BankData String iban) {}

    record Part(@NotBlank String name, int count) {}

    private final DataSource dataSource;
    private final Caller caller;

    LampResource(DataSource dataSource, Caller caller) {
        this.dataSource = dataSource;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @Idempotent
    @Transactional
    public Response make(@Valid @NotNull Lamp lamp) throws SQLException {
        if (lamp.name().startsWith("refused")) {
            throw Problem.refused("no-such-lamp", "We do not make that lamp.");
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO lamp (name) VALUES (?) RETURNING id")) {
            insert.setString(1, lamp.name());
            ResultSet row = insert.executeQuery();
            row.next();
            return Response.created(URI.create("/lamps/" + row.getLong(1)))
                    .entity(Map.of("id", row.getLong(1), "name", lamp.name()))
                    .tag(ETags.of(0))
                    .build();
        }
    }

    @GET
    @PermitAll
    @Transactional
    public Page<Long> list(@BeanParam @Valid PageQuery query) {
        return query.byNumber(
                (after, maxRows) -> LongStream.rangeClosed(after + 1, 7)
                        .limit(maxRows)
                        .boxed()
                        .toList(),
                Long::longValue);
    }

    @POST
    @Path("/reading")
    @PermitAll
    public Read read(@Valid @NotNull Lamp lamp) {
        return new Read(
                lamp.name(),
                lamp.lot() == null ? null : lamp.lot().written(),
                Identifier.normalOrNull(lamp.lot()),
                lamp.stock(),
                lamp.watts(),
                lamp.note());
    }

    @GET
    @Path("/found")
    @PermitAll
    public Map<String, String> find(
            @QueryParam("lot") @Nullable Identifier lot,
            @QueryParam("finish") @Nullable Finish finish,
            @QueryParam("maker") @Nullable UUID maker,
            @QueryParam("week") @Nullable Period week,
            @QueryParam("count") @Nullable Integer count,
            @QueryParam("q") @DefaultValue("") String text) {
        return Map.of("lot", lot == null ? "" : lot.normal(), "q", text);
    }

    @GET
    @Path("/maker/{maker}")
    @PermitAll
    public Map<String, String> maker(@PathParam("maker") UUID maker) {
        return Map.of("maker", maker.toString());
    }

    @GET
    @Path("/table")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @PermitAll
    public List<String> table() {
        return List.of("a", "b");
    }

    @GET
    @Path("/limited")
    @PermitAll
    @RateLimited("lamps")
    public Map<String, String> limited() {
        return Map.of();
    }

    @POST
    @Path("/{name}/nothing")
    @PermitAll
    @Idempotent
    @Transactional
    public void makeAndSayNothing(@PathParam("name") String name) throws SQLException {
        insert(name);
    }

    @POST
    @Path("/{name}/record")
    @PermitAll
    @Idempotent
    @Transactional
    public Account makeAndAnswer(@PathParam("name") String name) throws SQLException {
        insert(name);
        return new Account(name, "DE89370400440532013000");
    }

    @POST
    @Path("/{name}/bytes")
    @Produces("application/octet-stream")
    @PermitAll
    @Idempotent
    @Transactional
    public byte[] makeAndAnswerBytes(@PathParam("name") String name) throws SQLException {
        insert(name);
        return new byte[] {0, 1, (byte) 0xFF};
    }

    @POST
    @Path("/{name}/text")
    @Produces("text/plain")
    @PermitAll
    @Idempotent
    @Transactional
    public String makeAndAnswerText(@PathParam("name") String name) throws SQLException {
        insert(name);
        return "made " + name;
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public Map<String, Integer> keep(byte @NotNull [] content) {
        return Map.of("bytes", content.length);
    }

    private void insert(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO lamp (name) VALUES (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    @GET
    @Path("/names")
    @PermitAll
    public List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT name FROM lamp")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @PUT
    @Path("/{id}")
    @PermitAll
    public Response change(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, 3);
        return Response.ok(Map.of("id", id)).tag(ETags.of(4)).build();
    }

    @GET
    @Path("/of/{member}")
    @RolesAllowed("producer")
    public Map<String, String> own(@PathParam("member") UUID member) {
        caller.requireMember(member);
        return Map.of("actor", caller.actor());
    }

    /** Runs a statement that fails, for each kind of database failure (PostgreSQL, appendix A). */
    @POST
    @Path("/statement")
    @PermitAll
    @Transactional
    public void execute(@Valid @NotNull FailingStatement statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement.sql());
        }
    }

    record FailingStatement(@NotBlank String sql) {}

    /** Fails as Agroal does when all connections are in use. */
    @GET
    @Path("/queue")
    @PermitAll
    public String queue() throws SQLException {
        throw new SQLException("Sorry, acquisition timeout!");
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("a secret detail");
    }
}
