package org.kamsuite.kit.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.query.FieldType;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.MergePatch;
import org.kamsuite.kit.rest.RequiresIfMatch;
import org.kamsuite.kit.rest.WaitsForFacts;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/books")
class BookResource {

    private static final ListSpec SPEC =
            ListSpec.of("from books b", "b.id", FieldType.ID)
                    .field("title", FieldType.TEXT, "b.title")
                    .field("pages", FieldType.NUMBER, "b.pages")
                    .field("price", FieldType.NUMBER, "b.price")
                    .field("printedOn", FieldType.DATE, "b.printed_on")
                    .field("addedAt", FieldType.INSTANT, "b.added_at")
                    .field("borrowed", FieldType.BOOLEAN, "b.borrowed")
                    .field("shelfMark", FieldType.TEXT, "nullif(b.title, 'Unmarked')")
                    .related(
                            "author.name",
                            FieldType.TEXT,
                            "a.name",
                            "exists (select 1 from authors a where a.book_id = b.id and %s)")
                    .search("b.title", "concat_ws(', ', b.title, b.pages)")
                    .sortedBy("title");

    private final Shelf shelf;
    private final Lists lists;
    private final MergePatch patches;

    @Inject
    BookResource(Shelf shelf, Lists lists, MergePatch patches) {
        this.shelf = shelf;
        this.lists = lists;
        this.patches = patches;
    }

    @GET
    @FreeQuery
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the books")
    public Page<BookResponse> list(@Context UriInfo request) {
        return lists.page(
                SPEC,
                request,
                "select b.id, b.title, b.pages, b.price, b.binding, b.version",
                BookResource::book);
    }

    private static BookResponse book(ResultSet row) throws SQLException {
        return new BookResponse(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6));
    }

    @GET
    @Path("/{id}")
    @WaitsForFacts
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Read a book")
    public BookResponse read(@PathParam("id") UUID id) throws SQLException {
        return shelf.find(id);
    }

    @GET
    @Path("/loans")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "What the parameters are read as")
    public String loans(
            @QueryParam("day") @Nullable LocalDate day,
            @QueryParam("reader") @Nullable UUID reader,
            @QueryParam("binding") Book.@Nullable Binding binding,
            @QueryParam("days") @DefaultValue("3") @Min(1) @Max(30) int days) {
        return day + " " + reader + " " + binding + " " + days;
    }

    @GET
    @Path("/faults")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Fail")
    public String fail() {
        return Optional.<String>empty()
                .orElseThrow(
                        () -> new IllegalStateException("The shelf fell down at /root/secret"));
    }

    @GET
    @Path("/unwritable")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Answer what cannot be written as JSON")
    public Unwritable unwritable() {
        return new Unwritable();
    }

    /// Fails while it is written.
    public static final class Unwritable {
        public String title() {
            return getTitle();
        }

        public String getTitle() {
            return Optional.<String>empty()
                    .orElseThrow(() -> new IllegalStateException("This title cannot be read"));
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Put a book on the shelf")
    public BookResponse put(@NotNull @Valid Book book) throws SQLException {
        return shelf.put(book);
    }

    @POST
    @Path("/slow")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Put a book on the shelf with care")
    public BookResponse putSlowly(@NotNull @Valid Book book)
            throws SQLException, InterruptedException {
        Thread.sleep(700);
        return shelf.put(book);
    }

    @POST
    @Path("/several")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Count the books of a list")
    public int several(@NotNull List<@Valid Book> books) {
        return books.size();
    }

    @PUT
    @Path("/{id}/title")
    @RequiresIfMatch
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Rename a book")
    public BookResponse rename(@PathParam("id") UUID id, @NotNull @Valid Title title)
            throws SQLException {
        return shelf.rename(id, title.title());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RequestBodySchema(Book.class)
    @RequiresIfMatch
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Rename a book by a patch")
    public BookResponse patch(@PathParam("id") UUID id, @NotNull JsonNode patch)
            throws SQLException {
        var title = new Title(shelf.find(id).title());
        return shelf.rename(id, patches.apply(title, patch, Title.class).title());
    }

    /// The title of a book.
    public record Title(
            @NotNull @jakarta.validation.constraints.Size(min = 1, max = 40) String title) {}
}
