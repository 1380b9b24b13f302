package org.kamsuite.opportunity.catalogue.rest;

import static org.kamsuite.kit.query.FieldType.NUMBER;
import static org.kamsuite.kit.query.FieldType.TEXT;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.problem.ValueForms;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.Versioned;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.opportunity.catalogue.Catalogue;
import org.kamsuite.opportunity.catalogue.Product;

@Path("/api/v1/products")
@Tag(
        name = "products",
        description = "The catalogue: families, products, editions and upgrade paths")
class ProductResource {

    private static final ListSpec SPEC =
            ListSpec.of("from products p", "p.product_code", TEXT)
                    .field("name", TEXT, "p.name")
                    .field("familyCode", TEXT, "p.family_code")
                    .field("listPrice", NUMBER, "coalesce(p.list_price, 0)")
                    .choice("lifeCycle", "p.life_cycle", Product.LifeCycle.values())
                    .search("p.name", "p.product_code")
                    .sortedBy("familyCode");

    private final Catalogue catalogue;
    private final Lists lists;

    @Inject
    ProductResource(Catalogue catalogue, Lists lists) {
        this.catalogue = catalogue;
        this.lists = lists;
    }

    @GET
    @FreeQuery
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "List products")
    public Page<ProductLine> list(@Context UriInfo request) {
        return lists.page(
                SPEC,
                request,
                "select p.product_code, p.name, p.family_code, p.life_cycle",
                row ->
                        new ProductLine(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Product.LifeCycle.valueOf(row.getString(4))));
    }

    @GET
    @Path("/{productCode}")
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read a product")
    public ProductResponse read(@PathParam("productCode") String productCode) {
        return catalogue
                .find(productCode)
                .map(ProductResponse::of)
                .orElseThrow(() -> new NotFound("product", productCode));
    }

    @PUT
    @Transactional
    @Path("/{productCode}")
    @RolesAllowed({Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Add or rewrite a product")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag last read: needed where the product is there already",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = ProductResponse.class,
            responseCode = "200",
            responseDescription = "Done")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public ProductResponse write(
            @PathParam("productCode") String productCode, @NotNull @Valid Product product) {
        if (!product.productCode().equals(productCode)) {
            throw new Invalid(
                    "/productCode",
                    "The path names "
                            + ValueForms.shown(productCode)
                            + ", the body "
                            + product.productCode());
        }
        return ProductResponse.of(catalogue.write(product));
    }

    @POST
    @Transactional
    @Path("/batches")
    @Idempotent
    @RolesAllowed({Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Add or rewrite up to 1,000 products at once")
    public Written writeAll(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Product> products) {
        catalogue.write(products);
        return new Written(products.size());
    }

    /// How many products were written.
    public record Written(int products) {}

    /// A product as a line of the list.
    public record ProductLine(
            String productCode, String name, String familyCode, Product.LifeCycle lifeCycle) {}

    /// A product as it is answered.
    public record ProductResponse(@JsonUnwrapped Product product, String etag)
            implements Versioned {

        static ProductResponse of(Catalogue.Entry entry) {
            return new ProductResponse(entry.product(), Long.toString(entry.version()));
        }
    }
}
